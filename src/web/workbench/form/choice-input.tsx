import { Checkbox, Radio, Select } from 'antd'
import { ClauseChips } from '../shown/clause-chips.js'
import { useWords } from '../words/language.js'
import { type InputProps, listOf, mostRadios, textOf } from './field-props.js'

/** One of several: few are laid out with their clauses, many are searched. */
export function ChoiceInput(props: InputProps) {
  const { field, id, value, change, aria } = props
  if (field.options.length > mostRadios) return <LongChoice {...props} />
  return (
    <>
      <Radio.Group
        id={id}
        {...aria}
        className="options"
        name={id}
        value={textOf(value) === '' ? undefined : value}
        onChange={(event) => change(event.target.value)}
      >
        {field.options.map((option) => (
          <Radio key={option.id} value={option.id}>
            {option.name}
          </Radio>
        ))}
      </Radio.Group>
      <ChosenNote field={field} value={value} />
    </>
  )
}

/** What the regulation says about the option that is chosen. */
function ChosenNote({ field, value }: Pick<InputProps, 'field' | 'value'>) {
  const chosen = field.options.find((option) => option.id === value)
  if (!chosen || (chosen.advice === '' && chosen.clauses.length === 0)) return null
  return (
    <div className="advice">
      {chosen.advice} <ClauseChips clauses={chosen.clauses} />
    </div>
  )
}

/** One of many, found by what it is called. */
export function LongChoice({ field, id, value, change, aria }: InputProps) {
  const words = useWords()
  const chosen = field.options.find((option) => option.id === value)
  return (
    <>
      <Select
        id={id}
        {...aria}
        className="wide"
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={!field.isNeeded}
        placeholder={words.form.choose}
        value={chosen?.id}
        options={field.options.map((option) => ({ value: option.id, label: option.name }))}
        onChange={(next: string | undefined) => change(next ?? null)}
      />
      <ChosenNote field={field} value={value} />
    </>
  )
}

export function ChoicesInput({ field, value, change, aria }: InputProps) {
  return (
    <Checkbox.Group
      {...aria}
      className="options"
      value={[...listOf(value)]}
      options={field.options.map((option) => ({ value: option.id, label: option.name }))}
      onChange={(next) => change(next)}
    />
  )
}

/** Yes or no, with neither taken for granted. */
export function BooleanInput({ id, value, change, aria }: InputProps) {
  const words = useWords()
  return (
    <Radio.Group
      id={id}
      {...aria}
      className="options"
      name={id}
      value={typeof value === 'boolean' ? value : undefined}
      onChange={(event) => change(event.target.value)}
    >
      <Radio value={true}>{words.form.yes}</Radio>
      <Radio value={false}>{words.form.no}</Radio>
    </Radio.Group>
  )
}
