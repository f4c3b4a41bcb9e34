import { Button } from 'antd'
import { useState } from 'react'
import { type LettersDone, mostLetters, type Rehearsals } from '../../../contract/index.js'
import { titleOf } from '../frame/problem.js'
import { useSession } from '../session.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { Part } from './part.js'
import { rehearsalsWords } from './rehearsals-words.js'
import { type Sending, useSend } from './use-send.js'

/** As many come in when one is set up. */
const atFirst = 20

/** 演练. Beside the office: set up by one click, entered as a stand-in, thrown away. */
export function RehearsalsPart() {
  const words = useScreenWords(rehearsalsWords)
  const { loaded, reload } = useLoad<Rehearsals>('/api/administration/rehearsals')
  const sending = useSend()
  const begin = async (): Promise<void> => {
    const made = await sending.send<{ id: string }>('rehearsals')
    if (made !== null) await sending.send(`rehearsals/${made.id}/letters`, { count: atFirst })
    reload()
  }
  return (
    <Part loaded={loaded} reload={reload}>
      {({ rehearsals, most }) => (
        <>
          <section className="admin-block">
            <h2>{words.title}</h2>
            <p className="soft">{words.lead}</p>
            <ul className="soft admin-points">
              {words.can.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
            <Refused sending={sending} />
            <p className="admin-tools">
              <Button type="primary" loading={sending.isBusy} disabled={rehearsals.length >= most} onClick={() => void begin()}>
                {words.begin}
              </Button>
              <span className="soft" role="status">
                {sending.isBusy ? words.beginning : words.most(most)}
              </span>
            </p>
          </section>
          {rehearsals.length === 0 && <p>{words.none}</p>}
          {rehearsals.map((each) => (
            <Rehearsal key={each.id} rehearsal={each} reload={reload} />
          ))}
        </>
      )}
    </Part>
  )
}

function Refused({ sending: { problem } }: { readonly sending: Sending }) {
  const words = useWords()
  if (problem === null) return null
  return (
    <p className="field-problem" role="alert">
      {titleOf(problem, words)}
    </p>
  )
}

type Props = { readonly rehearsal: Rehearsals['rehearsals'][number]; readonly reload: () => void }

function Rehearsal({ rehearsal: { id, name, begunAt, now, standIns }, reload }: Props) {
  const all = useWords()
  const words = useScreenWords(rehearsalsWords)
  const sending = useSend()
  const { wear } = useSession()
  const [account, setAccount] = useState(standIns.find(({ roles }) => roles.length > 0)?.id ?? standIns[0]?.id ?? '')
  const [count, setCount] = useState(String(atFirst))
  const [done, setDone] = useState<LettersDone | null>(null)
  const [isAsked, setAsked] = useState(false)
  const enter = async (): Promise<void> => {
    if ((await sending.send(`rehearsals/${id}/step-in`, { account })) === null) return
    wear('')
    window.location.assign('/workbench/')
  }
  const [isOutside, setOutside] = useState(false)
  const receive = async (): Promise<void> => {
    const wanted = Number(count)
    setOutside(wanted < 1 || wanted > mostLetters)
    setDone(wanted < 1 || wanted > mostLetters ? null : await sending.send(`rehearsals/${id}/letters`, { count: wanted }))
  }
  const discard = async (): Promise<void> => {
    if ((await sending.send(`rehearsals/${id}/discard`)) !== null) reload()
  }
  return (
    <section className="admin-block" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <p className="soft">{words.begun(begunAt.shown, now.shown)}</p>
      <Refused sending={sending} />
      <p className="admin-tools">
        <label>
          {words.who}{' '}
          <select className="plain-select" value={account} onChange={(event) => setAccount(event.target.value)}>
            <StandIns standIns={standIns} />
          </select>
        </label>
        <Button type="primary" disabled={account === ''} onClick={() => void enter()}>
          {words.enter}
        </Button>
      </p>
      <p className="admin-tools">
        <label>
          {words.letters}{' '}
          <input
            className="plain-input short-number"
            inputMode="numeric"
            value={count}
            onChange={(event) => setCount(event.target.value.replace(/\D/g, '').slice(0, 3))}
          />
        </label>
        <Button loading={sending.isBusy} onClick={() => void receive()}>
          {words.receive}
        </Button>
        {isAsked || <Button onClick={() => setAsked(true)}>{words.discard}</Button>}
      </p>
      {isOutside && (
        <p role="alert" className="field-problem">
          {words.lettersHint(mostLetters)}
        </p>
      )}
      {done && <Letters done={done} />}
      {isAsked && (
        <div role="status" className="admin-tools">
          <p>{words.really(name)}</p>
          <Button type="primary" danger onClick={() => void discard()}>
            {words.yes}
          </Button>
          <Button onClick={() => setAsked(false)}>{all.cancel}</Button>
        </div>
      )}
    </section>
  )
}

/** Whom one can be, each with what they are. */
export function StandIns({ standIns }: Pick<Rehearsals['rehearsals'][number], 'standIns'>) {
  const words = useScreenWords(rehearsalsWords)
  const comma = useWords().listComma
  return (
    <>
      {standIns.map(({ id, name, roles, isAdmin }) => (
        <option key={id} value={id}>
          {name}：{[...roles, ...(isAdmin ? [words.admin] : [])].join(comma) || words.roleless}
        </option>
      ))}
    </>
  )
}

export function Letters({ done: { received, refused } }: { readonly done: LettersDone }) {
  const words = useScreenWords(rehearsalsWords)
  return (
    <div role="status">
      <p>{words.received(received)}</p>
      {refused.map((each) => (
        <p key={each} className="field-problem">
          {each}
        </p>
      ))}
    </div>
  )
}
