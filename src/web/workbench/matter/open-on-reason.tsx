import { Button, Input } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Revealed } from '../../../contract/index.js'
import { titleOf } from '../frame/problem.js'
import { useSession } from '../session.js'
import { useWords } from '../words/language.js'

type Props = { readonly matter: string; readonly reload: () => void }

/** 查看. Opens the identity for a reason that is recorded; it stays open only while this page is. */
export function OpenOnReason({ matter, reload }: Props) {
  const words = useWords()
  const { ask } = useSession()
  const [isAsked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [opened, setOpened] = useState<Revealed | null>(null)
  const answer = useRef<HTMLDListElement>(null)
  useEffect(() => {
    if (opened) answer.current?.focus()
  }, [opened])

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const path = `/api/matters/${encodeURIComponent(matter)}/reveal`
    const found = await ask<Revealed>(path, { method: 'POST', body: { reason: reason.trim() } })
    setBusy(false)
    if (!found.ok) {
      setProblem(found.problem.detail || titleOf(found.problem, words))
      return
    }
    setProblem(null)
    setOpened(found.value)
    reload()
  }
  if (opened !== null) {
    return (
      <dl className="opened" ref={answer} tabIndex={-1} aria-label={words.content.opened}>
        {opened.fields.map((field) => (
          <div key={field.id}>
            <dt>{field.name}</dt>
            <dd>{field.value === '' ? words.content.notStated : field.value}</dd>
          </div>
        ))}
      </dl>
    )
  }
  if (!isAsked) {
    return (
      <Button className="no-print" onClick={() => setAsked(true)}>
        {words.content.open}
      </Button>
    )
  }
  return (
    <form className="reveal no-print" onSubmit={(event) => void send(event)}>
      <label htmlFor="reveal-reason">{words.content.reason}</label>
      <p className="hint" id="reveal-hint">
        {words.content.recorded}
      </p>
      <Input
        id="reveal-reason"
        autoFocus
        required
        value={reason}
        aria-describedby="reveal-hint"
        onChange={(event) => setReason(event.target.value)}
      />
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={reason.trim() === ''}>
          {words.content.openNow}
        </Button>
        <Button onClick={() => setAsked(false)}>{words.cancel}</Button>
      </div>
    </form>
  )
}
