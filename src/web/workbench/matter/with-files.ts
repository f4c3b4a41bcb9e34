import type { DraftView, FieldView } from '../../../contract/index.js'
import { listOf } from '../form/field-props.js'

type Found = Pick<DraftView, 'values' | 'files'>

/** Files that came back with a draft are called as they were when they were chosen. */
export const withFiles = (fields: readonly FieldView[], { values, files }: Found): readonly FieldView[] =>
  files.length === 0 ? fields : fields.map((field) => (field.type === 'attachments' ? named(field, { values, files }) : field))

function named(field: FieldView, { values, files }: Found): FieldView {
  const chosen = new Set(listOf(values[field.id]))
  const known = new Set(field.options.map(({ id }) => id))
  const begun = files.filter(({ id }) => chosen.has(id) && !known.has(id)).map((file) => ({ ...file, advice: '', clauses: [] }))
  return { ...field, options: [...field.options, ...begun] }
}
