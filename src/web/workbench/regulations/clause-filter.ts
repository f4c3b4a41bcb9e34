import type { ClausePage } from '../../../contract/index.js'

export type Clause = ClausePage['clauses'][number]
export const statuses = ['executed', 'form', 'judgement', 'not-covered'] as const
export type Status = (typeof statuses)[number]

export const readStatus = (text: string | null): Status | null => statuses.find((each) => each === text) ?? null

/** Clauses of a status that hold every word, in their summary, their place, or the rules that cite them. */
export function filterClauses(
  clauses: readonly Clause[],
  { text, status }: { readonly text: string; readonly status: Status | null },
): readonly Clause[] {
  const wanted = wordsIn(text)
  return clauses.filter((clause) => (status === null || clause.status === status) && holds(clause, wanted))
}

const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')

function holds({ cite, shown, zh, en, why, rules }: Clause, wanted: readonly string[]): boolean {
  const said = [cite, shown.zh, shown.en, zh, en, why ?? '', ...rules.flatMap(({ name, says }) => [name, ...says])]
  const all = said.join('\n').normalize('NFKC').toLowerCase()
  return wanted.every((word) => all.includes(word))
}

/** The anchor of a clause on its page. */
export const clauseAnchor = (id: string): string => `clause-${id}`
