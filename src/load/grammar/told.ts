import type { ClauseRef, ruleKinds } from '../../core/index.js'
import type { Saying } from './saying.js'

/** Why an option of the format has no sentence of its own. */
export type Unsaid = `said with ${string}` | `not said: ${string}`

/** How each option of a rule is told. A forgotten option does not compile. */
export type Told<T> = { readonly [K in keyof T]-?: ((rule: T, saying: Saying) => readonly string[]) | Unsaid }

/** Everything a rule says, option by option, in the table's order. */
export const tell = <T>(told: Told<T>, rule: T, saying: Saying): readonly string[] =>
  (Object.keys(told) as (keyof T)[]).flatMap((key) => {
    const teller = told[key]
    return typeof teller === 'function' ? teller(rule, saying) : []
  })

/** A sentence unless there is nothing to say. */
export const unless = (isNothing: boolean, text: () => string): readonly string[] => (isNothing ? [] : [text()])

/** A rule in plain words, with the clauses it cites and the duties it weighs on. */
export type SaidRule = {
  readonly id: string
  readonly kind: (typeof ruleKinds)[number]
  readonly name: string
  readonly says: readonly string[]
  readonly clauses: readonly ClauseRef[]
  readonly duties: readonly string[]
}
