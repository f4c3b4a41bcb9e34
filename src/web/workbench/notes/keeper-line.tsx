import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { NotesView, Problem } from '../../../contract/index.js'
import { titleOf } from '../frame/problem.js'
import { useSignedIn } from '../session.js'
import { useScreenWords, useWords } from '../words/language.js'
import { notesWords } from './notes-words.js'

type Hand = (change: {
  readonly from: string | null
  readonly to: string | null
  readonly text: string
}) => Promise<Problem | null>
type Props = Pick<NotesView, 'keeper' | 'colleagues'> & { readonly hand: Hand }

/** 经手人. Who has the matter in hand; taken up, handed to a colleague with a word, or put back. */
export function KeeperLine({ keeper, colleagues, hand }: Props) {
  const words = useScreenWords(notesWords)
  const all = useWords()
  const { account } = useSignedIn()
  const [isHanding, setHanding] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const from = keeper?.id ?? null
  const isMine = from === account.id
  const change = async (to: string | null, text = ''): Promise<void> => {
    const found = await hand({ from, to, text })
    setProblem(found === null ? null : found.detail || titleOf(found, all))
    if (found === null) setHanding(false)
  }
  return (
    <div className="keeper">
      <p>
        <span className="soft">{words.kept}</span>{' '}
        <b>{keeper === null ? words.nobody : isMine ? words.keptByMe : words.keptBy(keeper.name)}</b>
        {!isMine && (
          <button type="button" className="quiet" onClick={() => void change(account.id)}>
            {keeper === null ? words.take : words.takeFrom(keeper.name)}
          </button>
        )}
        {colleagues.length > 1 && (
          <button type="button" className="quiet" aria-expanded={isHanding} onClick={() => setHanding(!isHanding)}>
            {words.hand}
          </button>
        )}
        {isMine && (
          <button type="button" className="quiet" onClick={() => void change(null)}>
            {words.leave}
          </button>
        )}
      </p>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      {isHanding && (
        <HandForm
          colleagues={colleagues.filter(({ id }) => id !== account.id && id !== from)}
          send={(to, text) => change(to, text)}
        />
      )}
    </div>
  )
}

type FormProps = {
  readonly colleagues: NotesView['colleagues']
  readonly send: (to: string, text: string) => Promise<void>
}

function HandForm({ colleagues, send }: FormProps) {
  const words = useScreenWords(notesWords)
  const id = useId()
  const [to, setTo] = useState(colleagues[0]?.id ?? '')
  const [text, setText] = useState('')
  const give = (event: FormEvent): void => {
    event.preventDefault()
    if (to !== '') void send(to, text.trim())
  }
  return (
    <form className="note-form" onSubmit={give}>
      <label htmlFor={`${id}-to`}>{words.handTo}</label>
      <select id={`${id}-to`} className="plain-select" value={to} onChange={(event) => setTo(event.target.value)}>
        {colleagues.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-word`}>{words.word}</label>
      <Input.TextArea
        id={`${id}-word`}
        rows={2}
        className="growing"
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="hint" id={`${id}-hint`}>
        {words.wordHint}
      </p>
      <div className="form-end">
        <Button htmlType="submit">{words.handNow}</Button>
      </div>
    </form>
  )
}
