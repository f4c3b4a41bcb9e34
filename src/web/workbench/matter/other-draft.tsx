import { Button } from 'antd'
import type { DraftView } from '../../../contract/index.js'
import { useWords } from '../words/language.js'

type Props = { readonly other: DraftView; readonly goOnWith: (which: 'own' | 'other') => void }

/** The same person has saved this draft in another tab or on another machine: neither text is lost, and they say which goes on. */
export function OtherDraft({ other, goOnWith }: Props) {
  const { draft } = useWords()
  return (
    <div className="conflict" role="alert">
      <p>
        <b>{draft.other(other.savedAt.shown.slice(11, 16))}</b>
      </p>
      <p>{draft.otherKept}</p>
      <Button onClick={() => goOnWith('own')}>{draft.goOnWithOwn}</Button>
      <Button onClick={() => goOnWith('other')}>{draft.goOnWithOther}</Button>
    </div>
  )
}
