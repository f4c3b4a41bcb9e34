import { Input } from 'antd'
import { filledIn } from '../../parts/index.js'
import { useWords } from '../words/language.js'
import { type InputProps, textOf } from './field-props.js'
import { readTyped } from './read-typed.js'

export function TextInput({ id, value, change, aria, field }: InputProps) {
  return (
    <Input
      id={id}
      {...aria}
      {...filledIn(field.content)}
      // It is somebody else's: a browser would offer those of whoever sits here.
      autoComplete="off"
      value={textOf(value)}
      onChange={(event) => change(event.target.value)}
      {...mostOf(field.most)}
    />
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

type TypedProps = InputProps & {
  readonly placeholder?: string
  readonly inputMode?: 'decimal' | 'text'
}

/** A day, a time or a number is typed: a picker adds nothing for who knows it, and much to tab through. Read when it is left. */
function TypedInput({ field, id, value, change, aria, placeholder = '', inputMode = 'text' }: TypedProps) {
  return (
    <Input
      id={id}
      {...aria}
      className="narrow-input"
      inputMode={inputMode}
      autoComplete="off"
      placeholder={placeholder}
      value={textOf(value)}
      onChange={(event) => change(event.target.value)}
      onBlur={(event) => change(readTyped(field, event.target.value))}
    />
  )
}

export const NumberInput = (props: InputProps) => <TypedInput {...props} inputMode="decimal" />

export const DateInput = (props: InputProps) => <TypedInput {...props} placeholder={useWords().form.datePlaceholder} />

export const TimeInput = (props: InputProps) => <TypedInput {...props} placeholder={useWords().form.timePlaceholder} />
