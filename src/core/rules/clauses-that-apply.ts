import type { Value } from '../values/value.js'
import type { ClauseRef } from './clause.js'
import type { Facts } from './condition.js'
import type { Field } from './regulation.js'

/** Of the clauses that a rule cites, those that an option of a choice cites too: by what was chosen, one or the other applies. */
export type Alternatives = {
  readonly field: string
  readonly of: ReadonlyMap<string, readonly ClauseRef[]>
  /** Those of all options. */
  readonly all: ReadonlySet<ClauseRef>
  /** What is left of the rule's clauses where one of them was chosen. */
  readonly leaves: ReadonlyMap<string, readonly ClauseRef[]>
}

/** The choices that part a rule's clauses: of those that options of one field cite, no two options cite the same. */
export function alternativesAmong(clauses: readonly ClauseRef[], fields: readonly Field[]): readonly Alternatives[] {
  return fields.flatMap(({ id, options }) => {
    const of = new Map<string, readonly ClauseRef[]>()
    for (const option of options ?? []) {
      const cited = option.clause.filter((each) => clauses.includes(each))
      if (cited.length > 0) of.set(option.id, cited)
    }
    const different = new Set([...of.values()].map((cited) => cited.join(' ')))
    const all = new Set([...of.values()].flat())
    const leaves = new Map([...of].map(([option, cited]) => [option, without(clauses, all, cited)]))
    return different.size > 1 ? [{ field: id, of, all, leaves }] : []
  })
}

/**
 * The clauses that apply as the facts stand: what stands for another option than the one that was chosen is left out. Where nothing was
 * chosen, or the chosen option is none that the rule cites a clause of, all of them may.
 */
export function clausesThatApply(
  clauses: readonly ClauseRef[],
  alternatives: readonly Alternatives[],
  facts: Pick<Facts, 'value'>,
): readonly ClauseRef[] {
  let left = clauses
  for (const { field, of, all, leaves } of alternatives) {
    const chosen = facts.value(field)
    if (left === clauses && typeof chosen === 'string') {
      left = leaves.get(chosen) ?? left
      continue
    }
    const cited = citedOf(of, chosen)
    if (cited.length > 0) left = without(left, all, cited)
  }
  return left
}

/** Those that no option cites, and those of what was chosen. */
const without = (clauses: readonly ClauseRef[], all: ReadonlySet<ClauseRef>, cited: readonly ClauseRef[]): readonly ClauseRef[] =>
  clauses.filter((each) => !all.has(each) || cited.includes(each))

const none: readonly never[] = []

function citedOf(of: Alternatives['of'], chosen: Value | undefined): readonly ClauseRef[] {
  if (Array.isArray(chosen)) return chosen.flatMap((option) => citedOf(of, option))
  return of.get(String(chosen)) ?? none
}
