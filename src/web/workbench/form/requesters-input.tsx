import { Select } from 'antd'
import { useWords } from '../words/language.js'
import { type InputProps, listOf } from './field-props.js'

/** 联名. People on a list, found by name; they stand in the order in which they were chosen, and the first leads. */
export function RequestersInput({ field, id, value, change, aria }: InputProps) {
  const words = useWords()
  const chosen = listOf(value)
  const nameOf = (person: string): string => field.options.find((each) => each.id === person)?.name ?? person
  return (
    <>
      <Select
        id={id}
        {...aria}
        className="wide"
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={words.form.choose}
        value={[...chosen]}
        options={field.options.map((option) => ({ value: option.id, label: option.name }))}
        onChange={(next: string[]) => change(next)}
      />
      {chosen.length > 1 && <p className="hint">{words.form.leading(nameOf(chosen[0] ?? ''))}</p>}
    </>
  )
}
