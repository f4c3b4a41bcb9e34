import { Select } from 'antd'
import { useWords } from '../words/language.js'
import { type InputProps, textOf } from './field-props.js'

type Props = InputProps & { readonly label?: string; readonly isClearable?: boolean }

/** A unit of the government, found by any part of its name. */
export function UnitInput({ field, id, value, change, aria, label, isClearable = false }: Props) {
  const words = useWords()
  return (
    <Select
      id={id}
      {...aria}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className="wide"
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={isClearable}
      placeholder={words.form.chooseUnit}
      value={textOf(value) === '' ? undefined : textOf(value)}
      options={field.options.map((unit) => ({ value: unit.id, label: unit.name }))}
      onChange={(next: string | undefined) => change(next ?? null)}
    />
  )
}
