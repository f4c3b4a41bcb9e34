import { useEffect, useRef } from 'react'
import type { FieldView, Problem } from '../../../contract/index.js'
import { titleOf } from '../frame/problem.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useLanguage, useWords } from '../words/language.js'
import { wholeSentence } from '../words/sentence.js'
import { fieldId } from './field-rows.js'
import { itemFieldId } from './items-input.js'
import { isOfFields, whyAsked } from './use-refusal.js'

type Props = {
  readonly problem: Problem
  /** What of it still stands; left out: all of it. */
  readonly left?: Problem | null
  readonly fields: readonly FieldView[]
}

/** Why it was not recorded, by which clause, with a link to each field that is meant. */
export function ProblemSummary({ problem, left = problem, fields }: Props) {
  const words = useWords()
  const { language } = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new problem is read out, also one that looks the same.
  useEffect(() => place.current?.focus(), [problem])
  const meant = Object.entries(problemsByField(left, words.form.isNeeded))
  // All that was said to be missing or wrong has been filled in otherwise.
  if (meant.length === 0 && isOfFields(problem)) return null
  const told = isOfFields(problem) ? whyAsked(problem) : [problem.detail].filter((detail) => detail !== problem.title)
  return (
    <div className="refusal" role="alert" tabIndex={-1} ref={place}>
      <p>
        <b>{titleOf(problem, words)}</b>
      </p>
      {told
        .filter((each) => each !== '')
        .map((each) => (
          <p key={each}>{wholeSentence(each, language)}</p>
        ))}
      {meant.length > 0 && (
        <ul>
          {meant.map(([field, says]) => (
            <li key={field}>
              <FieldLink id={field} field={fields.find((each) => each.id === field)} says={says} />
            </li>
          ))}
        </ul>
      )}
      <ClauseChips clauses={problem.clauses ?? []} />
    </div>
  )
}

function FieldLink({ id, field, says }: { readonly id: string; readonly field: FieldView | undefined; readonly says: string }) {
  const words = useWords()
  if (field === undefined) return <span>{says}</span>
  const show = (): void => {
    const input = document.getElementById(fieldId(id))
    const target = input?.matches('input, textarea, button')
      ? input
      : input?.querySelector<HTMLElement>('input, textarea, button')
    target?.focus()
    input?.scrollIntoView({ block: 'center' })
  }
  return (
    <button type="button" className="quiet" onClick={show}>
      {says.includes(field.name) ? says : words.about(field.name, says)}
    </button>
  )
}

/** What is wrong with each field, in a sentence. */
export function problemsByField(problem: Problem | null, isNeeded: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const { id } of problem?.missing ?? []) found[id] = isNeeded
  for (const { field, within, sentence } of problem?.problems ?? []) {
    found[within === undefined ? field : itemFieldId(within.field, within.row, field)] = sentence
    // The items as a whole are marked, and found by their first problem.
    if (within !== undefined) found[within.field] ??= sentence
  }
  return found
}
