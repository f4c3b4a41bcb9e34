import type { FieldView } from '../../contract/index.js'
import type { ErrorLine } from './error-summary.js'
import type { FormState } from './form-state.js'

/** The lines of the error summary, in the order of the form. What is said of a field the form has not got stands alone. */
export function formErrors(
  state: FormState,
  hrefOf: (field: string) => string,
  fields: readonly Pick<FieldView, 'id'>[],
): readonly ErrorLine[] {
  const known = new Map(fields.map((field, at) => [field.id, at]))
  const problems = [...state.problems].sort((a, b) => (known.get(a.field) ?? 999) - (known.get(b.field) ?? 999))
  return [
    ...state.sentences.map((sentence) => ({ href: null, sentence })),
    ...problems.map(({ field, sentence }) => ({ href: known.has(field) ? hrefOf(field) : null, sentence })),
  ]
}
