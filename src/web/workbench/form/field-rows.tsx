import type { FieldView } from '../../../contract/index.js'
import type { Values } from './field-props.js'
import { FieldRow } from './field-row.js'

type Props = {
  readonly fields: readonly FieldView[]
  readonly values: Values
  /** What the server said of each field. */
  readonly problems: Readonly<Record<string, string>>
  readonly change: (field: string, value: unknown) => void
}

export const fieldId = (field: string): string => `field-${field}`

export function FieldRows({ fields, values, problems, change }: Props) {
  return fields.map((field) => (
    <FieldRow
      key={field.id}
      field={field}
      id={fieldId(field.id)}
      value={values[field.id]}
      problem={problems[field.id] ?? null}
      change={(value) => change(field.id, value)}
    />
  ))
}
