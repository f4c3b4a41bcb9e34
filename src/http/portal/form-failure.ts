import type { FieldProblemView, FieldView, Problem } from '../../contract/index.js'
import type { FormState, Words } from '../../web/portal/index.js'

/** A problem laid onto the form it came from: beside its fields where it names them, else above the form. */
export function failedForm(
  problem: Problem,
  fields: readonly FieldView[],
  words: Words,
): Pick<FormState, 'problems' | 'sentences'> {
  const named = problem.problems ?? []
  const missing = (problem.missing ?? [])
    .filter(({ id }) => fields.some((field) => field.id === id) && !named.some(({ field }) => field === id))
    .map(
      ({ id, name }): FieldProblemView => ({ field: id, name, code: 'missing', limit: null, sentence: words.write.fill(name) }),
    )
  const problems = [...named, ...missing]
  const sentence = problem.detail === '' ? problem.title : problem.detail
  return { problems, sentences: problems.length === 0 ? [sentence] : [] }
}
