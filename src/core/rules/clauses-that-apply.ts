import type { ClauseRef } from './clause.js'
import type { Facts } from './condition.js'
import type { Field } from './regulation.js'

/** Of the clauses that a rule cites, those that an option of a choice cites too: by what was chosen, one or the other applies. */
export type Alternatives = { readonly field: string; readonly of: ReadonlyMap<string, readonly ClauseRef[]> }

/** The choices that part a rule's clauses: of those that options of one field cite, no two options cite the same. */
export function alternativesAmong(clauses: readonly ClauseRef[], fields: readonly Field[]): readonly Alternatives[] {
  return fields.flatMap(({ id, options }) => {
    const of = new Map<string, readonly ClauseRef[]>()
    for (const option of options ?? []) {
      const cited = option.clause.filter((each) => clauses.includes(each))
      if (cited.length > 0) of.set(option.id, cited)
    }
    const different = new Set([...of.values()].map((cited) => cited.join(' ')))
    return different.size > 1 ? [{ field: id, of }] : []
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
  for (const { field, of } of alternatives) {
    const chosen = [facts.value(field) ?? []].flat().flatMap((option) => of.get(String(option)) ?? [])
    if (chosen.length === 0) continue
    const others = new Set([...of.values()].flat())
    left = left.filter((each) => !others.has(each) || chosen.includes(each))
  }
  return left
}
