import { type FormEvent, useState } from 'react'
import type { ActView, Played, PlayedStep } from '../../../contract/index.js'
import type { Values } from '../form/field-props.js'
import { FieldRows } from '../form/field-rows.js'
import { readTypedTime } from '../form/read-typed.js'
import { sentValues, startValues } from '../form/sent-values.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useWords } from '../words/language.js'

type Props = {
  readonly played: Played
  /** The moment looked at, as it is typed. */
  readonly now: string
  readonly choose: (as: string) => void
  readonly add: (step: PlayedStep) => void
}

const keyOf = ({ act, unit }: ActView): string => `${act}@${unit ?? ''}`

/** What may be done at the moment looked at, in whose role one likes; the form of an act is the regulation's own. */
export function PlayForm({ played, now, choose, add }: Props) {
  const { beside, regulations } = useWords()
  const { simulator } = regulations
  const [key, setKey] = useState('')
  const { as } = played
  const chosen = played.acts.find((act) => keyOf(act) === key)
  const open = played.acts.filter(({ refusal }) => refusal === null)
  const closed = played.acts.filter(({ refusal }) => refusal !== null)
  return (
    <section className="regulation-block play-form">
      <h2>{simulator.acts}</h2>
      <div className="field">
        <label htmlFor="play-as">{simulator.as}</label>
        <select id="play-as" className="plain-select" value={as} onChange={(event) => choose(event.target.value)}>
          {played.actors.map((actor) => (
            <option key={actor.value} value={actor.value}>
              {beside(actor.name, simulator.open(actor.open))}
            </option>
          ))}
        </select>
      </div>
      {open.length > 0 && (
        <ul className="play-acts">
          {open.map((act) => (
            <li key={keyOf(act)}>
              <button type="button" className="plain-button" aria-pressed={key === keyOf(act)} onClick={() => setKey(keyOf(act))}>
                {act.name}
                {act.unitName !== null && <span className="soft"> {act.unitName}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen && chosen.refusal === null && (
        <StepForm
          key={`${as}/${keyOf(chosen)}`}
          act={chosen}
          now={now}
          add={(at, stated) => {
            add({
              at,
              act: chosen.act,
              by: as,
              with: chosen.unit === null || as.includes('@') ? stated : { ...stated, unit: chosen.unit },
            })
            setKey('')
          }}
        />
      )}
      {closed.length > 0 && (
        <details className="play-closed">
          <summary>{simulator.closed(closed.length)}</summary>
          <ul>
            {closed.map((act) => (
              <li key={keyOf(act)}>
                <b>{act.name}</b> <span>{act.refusal?.sentence}</span>
                <ClauseChips clauses={act.refusal?.clauses ?? []} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type StepProps = { readonly act: ActView; readonly now: string; readonly add: (at: string, stated: Values) => void }

function StepForm({ act, now, add }: StepProps) {
  const { simulator } = useWords().regulations
  const fields = act.fields.filter(({ type }) => type !== 'attachments')
  const [values, setValues] = useState<Values>(() => startValues(fields))
  const [at, setAt] = useState(now)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    add(readTypedTime(at), { ...attached(act), ...sentValues(fields, values) })
  }
  return (
    <form className="act-form" noValidate onSubmit={send} aria-label={act.name}>
      <h3>{act.name}</h3>
      <ClauseChips clauses={act.clauses} />
      {fields.length < act.fields.length && <p className="soft">{simulator.attachments}</p>}
      <div className="field">
        <label htmlFor="play-at">{simulator.at}</label>
        <input id="play-at" className="plain-input number" value={at} onChange={(event) => setAt(event.target.value)} />
      </div>
      <FieldRows
        fields={fields}
        values={values}
        problems={{}}
        change={(field, value) => setValues((before) => ({ ...before, [field]: value }))}
      />
      <div className="form-end">
        <button type="submit" className="main-link">
          {simulator.add}
        </button>
      </div>
    </form>
  )
}

/** Attachments that must be there are taken as there. */
const attached = ({ fields }: ActView): Values =>
  Object.fromEntries(
    fields.flatMap(({ id, type, isNeeded }) => (type === 'attachments' && isNeeded ? [[id, ['simulated']]] : [])),
  )
