import type { Name } from '../values/name.js'

/** 条款. The id of an entry in a regulation's `clauses.yaml`, such as `13.2.1`; `*` stands for the regulation as a whole. */
export type ClauseRef = string

/** How a clause lives in the product: a rule does it, a form carries it, a person judges it, or nothing covers it yet. */
export type ClauseStatus = 'executed' | 'form' | 'judgement' | 'not-covered'

/** One testable statement of a regulation, summarised in our own words. */
export type Clause = {
  readonly id: ClauseRef
  /** Its place in the text, counted from 0: ids are names, and whole numbers among them keep no order. */
  readonly place: number
  /** Where it stands, in figures: `13(2)`. */
  readonly cite: string
  /** Where it stands, as people write it: 第十三条（二）, article 13(2). */
  readonly shown: Name
  readonly kind: string
  readonly zh: string
  readonly en: string
  readonly status: ClauseStatus
  /** Why it is not executed. */
  readonly why?: Name
  /** Where the rules for matters of another kind carry it out that are ruled by the same text: the regulation that holds them. */
  readonly carriedBy?: string
}

/** Clauses as the text has them, one after the other. */
export const clausesInOrder = (clauses: Readonly<Record<string, Clause>>): readonly Clause[] =>
  Object.values(clauses).sort((one, other) => one.place - other.place)

/** The clauses that a regulation speaks for, as the text has them: all of its text, or, where they stand with another, those that it carries out. */
export function ownClauses({
  id,
  clauses,
}: {
  readonly id: string
  readonly clauses: Readonly<Record<string, Clause>>
}): readonly Clause[] {
  const all = clausesInOrder(clauses)
  const carried = all.filter(({ carriedBy }) => carriedBy === id)
  return carried.length > 0 ? carried : all
}

/** How people write a clause; the id where the regulation does not hold it. */
export const shownClause = (clauses: Readonly<Record<string, Clause>>, ref: ClauseRef): Name =>
  ref === '*' ? wholeText : (clauses[ref]?.shown ?? { zh: ref, en: ref })

/** Clauses as people write them, each once: sentences of one paragraph are written alike. The first of those stands for all. */
export function clausesOnce<C extends { readonly shown: Name }>(clauses: readonly C[], lang: keyof Name): readonly C[] {
  const seen = new Set<string>()
  return clauses.filter(({ shown }) => !seen.has(shown[lang]) && seen.add(shown[lang]))
}

/** 条款名. How each of them is written, each once. */
export const clausesShown = (clauses: readonly { readonly shown: Name }[], lang: keyof Name): readonly string[] =>
  clausesOnce(clauses, lang).map(({ shown }) => shown[lang])

const wholeText: Name = { zh: '本规定', en: 'the regulation' }
