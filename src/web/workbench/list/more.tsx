import { Button } from 'antd'
import { useWords } from '../words/language.js'

type Props = { readonly next: string | null; readonly load: () => void; readonly isLoading: boolean }

export function More({ next, load, isLoading }: Props) {
  const words = useWords()
  if (next === null) return null
  return (
    <p className="more">
      <Button onClick={load} loading={isLoading}>
        {words.more}
      </Button>
    </p>
  )
}
