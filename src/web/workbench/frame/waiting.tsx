import { Skeleton } from 'antd'
import { useWords } from '../words/language.js'

/** Grey lines in place of what is on its way; said once to a screen reader. */
export function Waiting({ lines = 6 }: { readonly lines?: number }) {
  const words = useWords()
  return (
    <div className="waiting" role="status">
      <span className="unseen">{words.loading}</span>
      <div aria-hidden="true">
        <Skeleton title={false} paragraph={{ rows: lines, width: '100%' }} />
      </div>
    </div>
  )
}
