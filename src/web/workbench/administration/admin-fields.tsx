import { type ReactNode, useId } from 'react'
import { useWords } from '../words/language.js'
import { useProblemOf } from './admin-form.js'

type Labelled = {
  /** As the server names it when something is wrong with it. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly isOptional?: boolean
  readonly isWide?: boolean
}
type Aria = { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true }

function Row({
  name,
  label,
  hint,
  isOptional = false,
  isWide = false,
  children,
}: Labelled & { children: (aria: Aria) => ReactNode }) {
  const words = useWords()
  const id = useId()
  const problem = useProblemOf(name)
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter((each) => each !== '').join(' ')
  const aria: Aria = {
    id,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(problem === null ? {} : { 'aria-invalid': true }),
  }
  return (
    <div className={`field${problem ? ' field-wrong' : ''}${isWide ? ' field-wide' : ''}`}>
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="optional">{words.form.optional}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {children(aria)}
    </div>
  )
}

type Text = Labelled & {
  readonly value: string
  readonly change: (value: string) => void
  readonly rows?: number
  readonly type?: 'text' | 'date' | 'password'
}

export function TextField({ value, change, rows, type = 'text', ...row }: Text) {
  return (
    <Row {...row}>
      {(aria) =>
        rows === undefined ? (
          <input
            {...aria}
            className="plain-input"
            type={type}
            value={value}
            autoComplete={type === 'password' ? (row.name === 'current' ? 'current-password' : 'new-password') : 'off'}
            onChange={(event) => change(event.target.value)}
          />
        ) : (
          <textarea
            {...aria}
            className="plain-input"
            rows={rows}
            value={value}
            onChange={(event) => change(event.target.value)}
          />
        )
      }
    </Row>
  )
}

type Choice = { readonly id: string; readonly name: string }
type Select = Labelled & {
  readonly value: string
  readonly change: (value: string) => void
  readonly options: readonly Choice[]
  /** What stands for no choice; without it one has to be made. */
  readonly none?: string
}

export function SelectField({ value, change, options, none, ...row }: Select) {
  const words = useWords()
  return (
    <Row {...row}>
      {(aria) => (
        <select {...aria} className="plain-select" value={value} onChange={(event) => change(event.target.value)}>
          <option value="">{none ?? words.administration.choose}</option>
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Row>
  )
}

type Tick = { readonly label: string; readonly isOn: boolean; readonly change: (isOn: boolean) => void; readonly name: string }

export function TickField({ label, isOn, change, name }: Tick) {
  const problem = useProblemOf(name)
  return (
    <div className={`field field-tick${problem ? ' field-wrong' : ''}`}>
      {problem && <p className="field-problem">{problem}</p>}
      <label className="tick">
        <input type="checkbox" checked={isOn} onChange={(event) => change(event.target.checked)} /> {label}
      </label>
    </div>
  )
}
