import { useWords } from '../words/language.js'
import { type InputProps, listOf } from './field-props.js'
import { SeveralInput } from './several-input.js'

/** 联名. People on a list; the first that was chosen leads. */
export function RequestersInput(props: InputProps) {
  const words = useWords()
  const [first, ...others] = listOf(props.value)
  const nameOf = (person: string): string => props.field.options.find((each) => each.id === person)?.name ?? person
  return (
    <>
      <SeveralInput {...props} />
      {first !== undefined && others.length > 0 && <p className="hint">{words.form.leading(nameOf(first))}</p>}
    </>
  )
}
