import type { ClauseView, Lang } from '../../contract/index.js'
import type { Make } from './make.js'

/** A clause in one line of ours, in the reader's language where we have it. */
export const clauseText = (clause: ClauseView, lang: Lang): string => (lang === 'en' && clause.en !== '' ? clause.en : clause.zh)

/** 条款. Where it stands; opened, what it says. */
export function clauseChip<N>(h: Make<N>, clause: ClauseView, lang: Lang, more: MoreOfClause<N> = () => null): N {
  const text = h('p', null, clauseText(clause, lang))
  return h('details', { className: 'clause' }, h('summary', null, clause.shown), text, more(clause))
}

/** What follows the text of an opened clause: where more of it is to be read. */
export type MoreOfClause<N> = (clause: ClauseView) => N | null

/** The clauses of a rule, each once; nothing where there are none. */
export function clauseChips<N>(
  h: Make<N>,
  clauses: readonly ClauseView[],
  lang: Lang,
  more: MoreOfClause<N> = () => null,
): N | null {
  const seen = new Map(clauses.map((clause) => [clause.shown, clause]))
  if (seen.size === 0) return null
  return h('div', { className: 'clauses' }, ...[...seen.values()].map((clause) => clauseChip(h, clause, lang, more)))
}
