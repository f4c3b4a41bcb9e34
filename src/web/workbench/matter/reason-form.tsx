import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { Problem } from '../../../contract/index.js'
import { titleOf } from '../frame/problem.js'
import { useWords } from '../words/language.js'

type Props = {
  /** On the button, before anybody asks. */
  readonly title: string
  /** What is asked, and the word on the button that does it, where they are not those of opening. */
  readonly label?: string
  readonly sendWord?: string
  /** What was wrong; null: it is open. */
  readonly open: (reason: string) => Promise<Problem | null>
}

/** 查看. What is opened only for a reason that is recorded. */
export function ReasonForm({ title, label, sendWord, open }: Props) {
  const words = useWords()
  const id = useId()
  const [isAsked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const found = await open(reason.trim())
    setBusy(false)
    setProblem(found === null ? null : found.detail || titleOf(found, words))
  }
  if (!isAsked) {
    return (
      <Button className="no-print" onClick={() => setAsked(true)}>
        {title}
      </Button>
    )
  }
  return (
    <form className="reveal no-print" onSubmit={(event) => void send(event)}>
      <label htmlFor={id}>{label ?? words.content.reason}</label>
      <p className="hint" id={`${id}-hint`}>
        {words.content.recorded}
      </p>
      <Input
        id={id}
        autoFocus
        required
        value={reason}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setReason(event.target.value)}
      />
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={reason.trim() === ''}>
          {sendWord ?? words.content.openNow}
        </Button>
        <Button onClick={() => setAsked(false)}>{words.cancel}</Button>
      </div>
    </form>
  )
}
