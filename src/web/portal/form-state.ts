import type { FieldProblemView, FieldView } from '../../contract/index.js'

/** What somebody typed, field by field, as it came: kept on a mistake, whatever it was. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** A file that was saved with an earlier sending: its name, and the sealed proof of it that goes back with the form. */
export type KeptFile = { readonly name: string; readonly token: string }

/** A form as it stands: what was typed so far, and what is wrong with it. */
export type FormState = {
  readonly typed: Typed
  readonly problems: readonly FieldProblemView[]
  /** What is wrong with the form as a whole. */
  readonly sentences: readonly string[]
  /** By field. */
  readonly kept: Readonly<Record<string, readonly KeptFile[]>>
}

export const emptyForm: FormState = { typed: {}, problems: [], sentences: [], kept: {} }

/** What a field shows: what was typed, else what it has now. */
export function shownValues(field: FieldView, typed: Typed): readonly string[] {
  const found = typed[field.id]
  if (found !== undefined) return found
  const { value } = field
  if (value === undefined || value === null) return []
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return Array.isArray(value) ? value.map(String) : [String(value)]
}
