import type { ClauseView, Lang } from '../../contract/index.js'
import { clausesOnce } from '../../core/index.js'
import type { Make } from './make.js'

/** A clause in one line of ours, in the reader's language where we have it. */
export const clauseText = (clause: ClauseView, lang: Lang): string => (lang === 'en' && clause.en !== '' ? clause.en : clause.zh)

/** What follows the text of a clause: where more of it is to be read. */
export type MoreOfClause<N> = (clause: ClauseView) => N | null

const grounds: Readonly<Record<Lang, (count: number) => string>> = {
  zh: (count) => `依据 ${count} 条`,
  en: (count) => (count === 1 ? '1 clause' : `${count} clauses`),
}

/** 依据. The clauses of a rule, each once: how many; opened, where each stands and what it says. Nothing where there are none. */
export function clauseChips<N>(
  h: Make<N>,
  clauses: readonly ClauseView[],
  lang: Lang,
  more: MoreOfClause<N> = () => null,
): N | null {
  const seen = clausesOnce(clauses, lang)
  if (seen.length === 0) return null
  const items = seen.map((clause) =>
    h('li', null, h('b', null, clause.shown[lang]), ' ', clauseText(clause, lang), ' ', more(clause)),
  )
  return h('details', { className: 'clauses' }, h('summary', null, grounds[lang](seen.length)), h('ul', null, ...items))
}
