import { useWords } from '../words/language.js'
import { FieldInput } from './field-input.js'
import { isGroup, type RowProps } from './field-props.js'
import { ItemsInput } from './items-input.js'

/** A field with its name, its hint and what is wrong with it, tied together for a screen reader. */
export function FieldRow({ field, id, value, problem, change, problems = {} }: RowProps) {
  const words = useWords()
  const hint = field.hint === '' ? null : `${id}-hint`
  const wrong = problem === null ? null : `${id}-problem`
  const described = [hint, wrong].filter((each) => each !== null).join(' ')
  const input =
    field.type === 'items' ? (
      <ItemsInput field={field} id={id} value={value} change={change} problems={problems} Row={FieldRow} />
    ) : (
      <FieldInput
        field={field}
        id={id}
        value={value}
        change={change}
        aria={{
          ...(described === '' ? {} : { 'aria-describedby': described }),
          ...(problem === null ? {} : { 'aria-invalid': true as const }),
          ...(field.isNeeded && !isGroup(field) ? { 'aria-required': true as const } : {}),
        }}
      />
    )
  const name = (
    <>
      {field.name}
      {field.isNeeded ? (
        <span className="needed">{words.form.needed}</span>
      ) : (
        <span className="optional">{words.form.optional}</span>
      )}
    </>
  )
  const notes = (
    <>
      {hint && (
        <p id={hint} className="hint">
          {field.hint}
        </p>
      )}
      {wrong && (
        <p id={wrong} className="field-problem">
          {problem}
        </p>
      )}
    </>
  )
  const className = `field${problem === null ? '' : ' field-wrong'}`
  return isGroup(field) ? (
    <fieldset className={className}>
      <legend>{name}</legend>
      {notes}
      {input}
    </fieldset>
  ) : (
    <div className={className}>
      <label htmlFor={id}>{name}</label>
      {notes}
      {input}
    </div>
  )
}
