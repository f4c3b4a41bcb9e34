import { Input, Select } from 'antd'
import { useWords } from '../words/language.js'
import { type InputProps, textOf } from './field-props.js'
import { readTyped } from './read-typed.js'

const kinds = ['workdays', 'on', 'calendarDays', 'months', 'hours', 'minutes'] as const
type Kind = (typeof kinds)[number]

/** A time limit as it is stated: so many workdays, or until a date; where the regulation names one unit, in that. */
export function LimitInput({ id, value, change, aria, field }: InputProps) {
  const words = useWords()
  const named = field.units ?? []
  const offered = named.length === 0 ? kinds : named.flatMap((each) => kinds.filter((kind) => kind === each))
  const { kind, amount } = limitIn(value, offered[0] ?? 'workdays')
  return (
    <div className="limit">
      <Input
        id={id}
        {...aria}
        aria-label={words.form.limitAmount(field.name)}
        autoComplete="off"
        inputMode={kind === 'on' ? 'text' : 'numeric'}
        placeholder={kind === 'on' ? words.form.datePlaceholder : ''}
        value={textOf(amount)}
        onChange={(event) => change({ [kind]: event.target.value })}
        onBlur={(event) => change(readTyped(field, { [kind]: event.target.value }))}
      />
      {offered.length === 1 ? (
        <span>{words.form.limit[kind]}</span>
      ) : (
        <Select
          aria-label={words.form.limitKind(field.name)}
          value={kind}
          options={offered.map((each) => ({ value: each, label: words.form.limit[each] }))}
          onChange={(next: Kind) => change({ [next]: '' })}
        />
      )}
    </div>
  )
}

function limitIn(value: unknown, usual: Kind): { readonly kind: Kind; readonly amount: unknown } {
  const stated = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const [key, amount] = stated[0] ?? []
  return { kind: kinds.find((each) => each === key) ?? usual, amount }
}
