import '../css/statistics.css'
import { useEffect, useState } from 'react'
import type { PatternFound, PatternsView } from '../../../contract/index.js'
import { changeQuery, useAddress } from '../address.js'
import { TextField } from '../administration/admin-fields.js'
import { AdminForm } from '../administration/admin-form.js'
import { useSend } from '../administration/use-send.js'
import { Problem } from '../frame/problem.js'
import { Waiting } from '../frame/waiting.js'
import { CountedTable } from '../statistics/counted-table.js'
import { useLoad } from '../use-load.js'
import { useScreenWords, useWords } from '../words/language.js'
import { patternsWords } from './patterns-words.js'

/** 数字自查. What is conspicuous in the figures of a month, to the unit itself before anybody else. */
export function PatternsPage() {
  const words = useScreenWords(patternsWords)
  const { product } = useWords()
  const month = useAddress().query.get('month')
  const { loaded, reload } = useLoad<PatternsView>(`/api/patterns${month === null ? '' : `?${new URLSearchParams({ month })}`}`)
  const view = loaded.status === 'ready' ? loaded.value : null
  useEffect(() => {
    document.title = `${words.title} · ${product}`
  }, [words, product])
  return (
    <section className="statistics patterns">
      <div className="page-head">
        <h1>{words.title}</h1>
      </div>
      <p className="soft">{words.lead}</p>
      {loaded.status === 'loading' && <Waiting lines={8} />}
      {loaded.status === 'failed' && <Problem problem={loaded.problem} retry={reload} />}
      {view && (
        <>
          <MonthPicker view={view} />
          <Standing view={view} reload={reload} />
          {view.units.map(({ unit, found }) => (
            <section key={unit.id} aria-labelledby={`of-${unit.id}`}>
              <h2 id={`of-${unit.id}`}>{unit.name}</h2>
              {found.map((each) => (
                <Found key={each.id} found={each} view={view} reload={reload} />
              ))}
            </section>
          ))}
          <details>
            <summary>{words.measures}</summary>
            <dl>
              {view.measures.map(({ id, name, measure }) => (
                <div key={id}>
                  <dt>{name}</dt>
                  <dd className="soft">{measure}</dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      )}
    </section>
  )
}

function MonthPicker({ view }: { readonly view: PatternsView }) {
  const words = useScreenWords(patternsWords)
  return (
    <fieldset className="ways">
      <legend>{words.month}</legend>
      {view.months.map((month) => (
        <button
          key={month}
          type="button"
          className="plain-button number"
          aria-pressed={month === view.month}
          onClick={() => changeQuery({ month })}
        >
          {month}
        </button>
      ))}
    </fieldset>
  )
}

type Shown = { readonly view: PatternsView; readonly reload: () => void }

/** Whom it is shown to, and whether the office looks at all. */
function Standing({ view, reload }: Shown) {
  const words = useScreenWords(patternsWords)
  const sending = useSend('/api/patterns')
  const turn = async (): Promise<void> => {
    if ((await sending.send('switch', { isOn: !view.isOn })) !== null) reload()
  }
  const { othersFrom } = view
  return (
    <>
      {!view.isOn && <p className="empty">{words.off}</p>}
      {view.isOn && othersFrom !== null && (
        <p role="status">{view.mayAnswer ? words.own(othersFrom.shown) : words.waits(othersFrom.shown)}</p>
      )}
      {view.countedAt !== null && !view.mayAnswer && <p className="soft">{words.countedAt(view.countedAt.shown)}</p>}
      {view.isOn && view.units.length === 0 && (view.mayAnswer || othersFrom === null) && <p className="empty">{words.none}</p>}
      {sending.problem !== null && <Problem problem={sending.problem} />}
      {view.maySwitch && (
        <p>
          <button type="button" className="plain-button" disabled={sending.isBusy} onClick={() => void turn()}>
            {view.isOn ? words.turnOff : words.turnOn}
          </button>
        </p>
      )}
    </>
  )
}

function Found({ found, view, reload }: Shown & { readonly found: PatternFound }) {
  const words = useScreenWords(patternsWords)
  const { name, number, of, measure, matters, answers } = found
  return (
    <div className="panel">
      <h3>{name}</h3>
      <p>
        <b className="number">{words.counted(number, of)}</b>
      </p>
      <p className="soft">
        {words.measure}: {measure}
      </p>
      <details>
        <summary>{words.matters(matters.length)}</summary>
        <CountedTable rows={matters} caption={name} />
      </details>
      {answers.length > 0 && (
        <>
          <h4>{words.answers}</h4>
          {answers.map(({ answer, by, at }) => (
            <blockquote key={`${at.iso} ${by}`}>
              <p>{answer}</p>
              <p className="soft">{words.said(by, at.shown)}</p>
            </blockquote>
          ))}
        </>
      )}
      {view.mayAnswer && <AnswerForm found={found} view={view} reload={reload} />}
    </div>
  )
}

function AnswerForm({ found, view, reload }: Shown & { readonly found: PatternFound }) {
  const words = useScreenWords(patternsWords)
  const sending = useSend('/api/patterns')
  const [answer, setAnswer] = useState('')
  const [isSent, setSent] = useState(false)
  const send = async (): Promise<void> => {
    if ((await sending.send('answers', { month: view.month, pattern: found.id, answer })) === null) return
    setAnswer('')
    setSent(true)
    reload()
  }
  return (
    <>
      {isSent && <p role="status">{words.sent}</p>}
      <AdminForm title={words.answer} level={4} sending={sending} submit={() => void send()} sendWord={words.send}>
        <TextField
          name={`answer-${found.id}`}
          label={words.answerOf(found.name)}
          rows={3}
          isWide
          value={answer}
          change={(text) => {
            setSent(false)
            setAnswer(text)
          }}
        />
      </AdminForm>
    </>
  )
}
