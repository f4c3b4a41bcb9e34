import { Select } from 'antd'
import { useWords } from '../words/language.js'
import { type InputProps, listOf } from './field-props.js'

/** Several of many, found by name; they stand in the order in which they were chosen. */
export function SeveralInput({ field, id, value, change, aria }: InputProps) {
  const words = useWords()
  return (
    <Select
      id={id}
      {...aria}
      className="wide"
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={words.form.choose}
      value={[...listOf(value)]}
      options={field.options.map((option) => ({ value: option.id, label: option.name }))}
      onChange={(next: string[]) => change(next)}
    />
  )
}
