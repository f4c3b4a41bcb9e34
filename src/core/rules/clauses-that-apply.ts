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
    return different.size > 1 ? [{ field: id, of, all: new Set([...of.values()].flat()) }] : []
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
  for (const { field, of, all } of alternatives) {
    const chosen = citedOf(of, facts.value(field))
    if (chosen.length > 0) left = left.filter((each) => !all.has(each) || chosen.includes(each))
  }
  return left
}

const none: readonly never[] = []

function citedOf(of: Alternatives['of'], chosen: Value | undefined): readonly ClauseRef[] {
  if (Array.isArray(chosen)) return chosen.flatMap((option) => citedOf(of, option))
  return of.get(String(chosen)) ?? none
}
