import { Input, Select } from 'antd'
import { useWords } from '../words/language.js'
import { type InputProps, textOf } from './field-props.js'
import { readTypedDay, readTypedNumber } from './read-typed.js'

const kinds = ['workdays', 'on', 'calendarDays', 'months', 'hours'] as const
type Kind = (typeof kinds)[number]

/** A time limit as it is stated: so many workdays, or until a date. */
export function LimitInput({ id, value, change, aria, field }: InputProps) {
  const words = useWords()
  const { kind, amount } = limitIn(value)
  const read = (text: string): unknown => (kind === 'on' ? readTypedDay(text) : readTypedNumber(text))
  return (
    <div className="limit">
      <Select
        aria-label={words.form.limitKind(field.name)}
        value={kind}
        options={kinds.map((each) => ({ value: each, label: words.form.limit[each] }))}
        onChange={(next: Kind) => change({ [next]: '' })}
      />
      <Input
        id={id}
        {...aria}
        aria-label={words.form.limitAmount(field.name)}
        autoComplete="off"
        inputMode={kind === 'on' ? 'text' : 'numeric'}
        placeholder={kind === 'on' ? words.form.datePlaceholder : ''}
        value={textOf(amount)}
        onChange={(event) => change({ [kind]: event.target.value })}
        onBlur={(event) => change({ [kind]: read(event.target.value) ?? '' })}
      />
    </div>
  )
}

function limitIn(value: unknown): { readonly kind: Kind; readonly amount: unknown } {
  const stated = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const [key, amount] = stated[0] ?? []
  return { kind: kinds.find((each) => each === key) ?? 'workdays', amount }
}
