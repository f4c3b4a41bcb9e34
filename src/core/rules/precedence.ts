import type { Name } from '../values/name.js'
import type { ClauseRef } from './clause.js'

/** What decides among regulations that speak of the same: one of them, whichever falls due first, or each in its turn. */
export type Lead =
  | { readonly by: 'regulation'; readonly regulation: string }
  | { readonly by: 'earliest' }
  | { readonly by: 'turns' }

/** One of the regulations that speak of it, with its clauses, and the duty in which it says so, if it is one. */
export type PrecedenceText = {
  readonly regulation: string
  readonly clause: readonly ClauseRef[]
  readonly duty: string | null
}

/**
 * 以谁为准. A question to which two regulations or more give an answer for what runs under them at once, and which answer holds. It is data of a
 * place, not of one text: no text says so.
 */
export type Precedence = {
  readonly id: string
  readonly asks: Name
  /** In the order of their turns, where each has one. */
  readonly between: readonly PrecedenceText[]
  readonly leads: Lead
  /** How it was read, in a sentence. */
  readonly reading: Name
}

/** A matter that runs under one of the regulations; `due`: when what that regulation asks for falls due (epoch ms), null where nothing does. */
export type PrecedenceParty = { readonly regulation: string; readonly due: number | null }

/** One of the matters to which it applies: `leads`, its answer holds here; `turn`, from 1, where each has one. */
export type Weighed<Party> = { readonly party: Party; readonly leads: boolean; readonly turn: number | null }

/**
 * Which of some matters decides, in the order of the texts; null where fewer than two of the regulations stand among them: then no other text
 * speaks of it. Of equal days each leads; as long as nothing is due, none does.
 */
export function weighPrecedence<Party extends PrecedenceParty>(
  { between, leads }: Pick<Precedence, 'between' | 'leads'>,
  parties: readonly Party[],
): readonly Weighed<Party>[] | null {
  const meant = between.flatMap(({ regulation }) => parties.filter((party) => party.regulation === regulation))
  const regulations = [...new Set(meant.map(({ regulation }) => regulation))]
  if (regulations.length < 2) return null
  const earliest = Math.min(...meant.flatMap(({ due }) => due ?? []))
  const isLeading = ({ regulation, due }: PrecedenceParty): boolean => {
    if (leads.by === 'regulation') return regulation === leads.regulation
    return leads.by === 'turns' || due === earliest
  }
  return meant.map((party) => ({
    party,
    leads: isLeading(party),
    turn: leads.by === 'turns' ? regulations.indexOf(party.regulation) + 1 : null,
  }))
}
