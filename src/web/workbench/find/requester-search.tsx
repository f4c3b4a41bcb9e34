import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Problem, RequesterFound } from '../../../contract/index.js'
import { titleOf } from '../frame/problem.js'
import { Link } from '../link.js'
import { useSession } from '../session.js'
import { useWords } from '../words/language.js'

type Props = { readonly who: string; readonly close: () => void; readonly leave: () => void }

/** 按姓名或电话查找. What somebody with this whole name or number wrote; why it is asked is recorded with each matter found. */
export function RequesterSearch({ who: typed, close, leave }: Props) {
  const words = useWords().find.requester
  const all = useWords()
  const { ask } = useSession()
  const [who, setWho] = useState(typed)
  const [reason, setReason] = useState('')
  const [found, setFound] = useState<RequesterFound | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const answer = await ask<RequesterFound>('/api/matters/by-requester', { method: 'POST', body: { who, reason } })
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    setFound(answer.ok ? answer.value : null)
  }
  return (
    <form className="find-panel find-requester" onSubmit={(event) => void send(event)}>
      <h2>{words.title}</h2>
      <p className="soft">{words.told}</p>
      <label htmlFor="find-who">{words.who}</label>
      <Input id="find-who" autoFocus autoComplete="off" value={who} onChange={(event) => setWho(event.target.value)} />
      <label htmlFor="find-reason">{words.reason}</label>
      <Input id="find-reason" autoComplete="off" value={reason} onChange={(event) => setReason(event.target.value)} />
      {problem && (
        <p className="field-problem" role="alert">
          {titleOf(problem, all)}
          {problem.detail !== '' && problem.detail !== problem.title && ` ${problem.detail}`}
        </p>
      )}
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {words.find}
        </Button>
        <Button onClick={leave}>{words.back}</Button>
      </div>
      <div role="status">
        {found !== null && (
          <>
            <p>{found.rows.length === 0 ? words.none : words.found(found.rows.length, found.isCut)}</p>
            <ul className="find-rows">
              {found.rows.map((row) => (
                <li key={row.id}>
                  <Link to={`matters/${encodeURIComponent(row.id)}`} onClick={close}>
                    <bdi>{row.title}</bdi>
                  </Link>
                  <span className="find-aside">
                    {row.number} · {row.stage.name}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </form>
  )
}
