import { Input } from 'antd'
import { useWords } from '../words/language.js'
import { type InputProps, textOf } from './field-props.js'
import { readTypedDay, readTypedNumber, readTypedTime } from './read-typed.js'

export function TextInput({ id, value, change, aria, field }: InputProps) {
  return (
    <Input id={id} {...aria} value={textOf(value)} onChange={(event) => change(event.target.value)} {...mostOf(field.most)} />
  )
}

const mostOf = (most: number | null) => (most === null ? {} : { count: { max: most, show: false } })

/** A text that grows with what is written; near its bound it says how many characters are left. */
export function LongTextInput({ id, value, change, aria, field }: InputProps) {
  const words = useWords()
  const text = textOf(value)
  const length = [...text.trim()].length
  return (
    <>
      <Input.TextArea
        id={id}
        {...aria}
        className="growing"
        value={text}
        rows={3}
        onChange={(event) => change(event.target.value)}
      />
      {field.most !== null && length > field.most * 0.7 && (
        <span className={`count${length > field.most ? ' count-over' : ''}`}>{words.form.count(length, field.most)}</span>
      )}
    </>
  )
}

export function NumberInput({ id, value, change, aria }: InputProps) {
  return (
    <Input
      id={id}
      {...aria}
      className="narrow-input"
      inputMode="decimal"
      autoComplete="off"
      value={textOf(value)}
      onChange={(event) => change(event.target.value)}
      onBlur={(event) => change(readTypedNumber(event.target.value))}
    />
  )
}

/** A date is typed: a picker adds nothing for who knows the day, and much to tab through. */
export function DateInput({ id, value, change, aria }: InputProps) {
  const words = useWords()
  return (
    <Input
      id={id}
      {...aria}
      className="narrow-input"
      autoComplete="off"
      placeholder={words.form.datePlaceholder}
      value={textOf(value)}
      onChange={(event) => change(event.target.value)}
      onBlur={(event) => change(readTypedDay(event.target.value))}
    />
  )
}

export function TimeInput({ id, value, change, aria }: InputProps) {
  const words = useWords()
  return (
    <Input
      id={id}
      {...aria}
      className="narrow-input"
      autoComplete="off"
      placeholder={words.form.timePlaceholder}
      value={textOf(value)}
      onChange={(event) => change(event.target.value)}
      onBlur={(event) => change(readTypedTime(event.target.value))}
    />
  )
}
