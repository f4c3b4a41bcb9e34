import { useRef } from 'react'
import type { FieldView } from '../../../contract/index.js'
import { useWords } from '../words/language.js'
import type { Values } from './field-props.js'
import { FieldRow } from './field-row.js'
import { isFilled } from './sent-values.js'

type Props = {
  readonly fields: readonly FieldView[]
  readonly values: Values
  /** What the server said of each field. */
  readonly problems: Readonly<Record<string, string>>
  readonly change: (field: string, value: unknown) => void
}

/** More fields than this that may be left out are folded away until one of them is filled in or asked for. */
const mostOptional = 3

export const fieldId = (field: string): string => `field-${field}`

/**
 * The fields of a form: what is needed and what may make that needless, and the rest below it, folded where it is much. Where a field stands is settled as it first appears:
 * one that becomes needed by what is chosen unfolds the rest and stays in its place, under the hands of whoever writes in it.
 */
export function FieldRows({ fields, ...rest }: Props) {
  const words = useWords()
  const atFirst = useRef(new Map<string, boolean>()).current
  for (const { id, isNeeded, lifts } of fields) if (!atFirst.has(id)) atFirst.set(id, isNeeded || lifts === true)
  const later = fields.filter(({ id }) => !atFirst.get(id))
  if (later.length <= mostOptional || later.length === fields.length) return <Rows fields={fields} {...rest} />
  const isChanged = ({ id, value }: FieldView): boolean =>
    isFilled(rest.values[id]) && JSON.stringify(rest.values[id]) !== JSON.stringify(value)
  const isAsked = later.some((field) => field.isNeeded || rest.problems[field.id] !== undefined || isChanged(field))
  return (
    <>
      <Rows fields={fields.filter(({ id }) => atFirst.get(id))} {...rest} />
      <details className="more-fields" open={isAsked}>
        <summary>{words.form.more(later.filter((field) => !field.isNeeded).length)}</summary>
        <Rows fields={later} {...rest} />
      </details>
    </>
  )
}

function Rows({ fields, values, problems, change }: Props) {
  return fields.map((field) => (
    <FieldRow
      key={field.id}
      field={field}
      id={fieldId(field.id)}
      value={values[field.id]}
      problem={problems[field.id] ?? null}
      change={(value) => change(field.id, value)}
      problems={problems}
    />
  ))
}
