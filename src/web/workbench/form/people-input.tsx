import { Select } from 'antd'
import { useWords } from '../words/language.js'
import { ChoicesInput } from './choice-input.js'
import { type InputProps, listOf, mostTicks } from './field-props.js'

/** 几个人. People who work here: few are ticked, many are searched. */
export function PeopleInput(props: InputProps) {
  const { field, id, value, change, aria } = props
  const words = useWords()
  if (field.options.length <= mostTicks) return <ChoicesInput {...props} />
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
