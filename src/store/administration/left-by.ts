import type { Query } from '../database/transaction.js'
import type { GovernmentId, MatterId } from '../types.js'

type Seat = { readonly role: string; readonly unit: string | null }

/** Whoever leaves: houses in which they serve no more, seats they lose, and those of them that nobody else holds. */
export type LeftAsked = {
  readonly account: string
  readonly houses: readonly string[]
  readonly seats: readonly Seat[]
  readonly empty: readonly Seat[]
}
/** What they have in hand and is not done, and whether something would then lie on nobody's desk. */
export type LeftBy = {
  readonly inHand: readonly { readonly matter: MatterId; readonly house: string }[]
  readonly isOwedByNobody: boolean
}

const isOpen = `d.status in ('open', 'overdue', 'paused')`
const isOneOf = (roles: string, units: string): string =>
  `exists (select from unnest(${roles}::text[], ${units}::text[]) as s(role, unit) where s.role = d.holder_role and s.unit = d.holder_unit)`

/** What waits for somebody alone, or for seats that nobody else holds, stands on no other desk. */
export async function leftBy(query: Query, government: GovernmentId, asked: LeftAsked): Promise<LeftBy> {
  const { account, houses, seats, empty } = asked
  const rolesOf = (all: readonly Seat[]): readonly string[] => all.map(({ role }) => role)
  const unitsOf = (all: readonly Seat[]): readonly string[] => all.map(({ unit }) => unit ?? '')
  const inHand = await query<LeftBy['inHand'][number]>(
    `select k.matter, k.house from keeper k
     where k.government = $1 and k.account = $2 and k.house = any($3::text[])
       and exists (select from duty d where d.government = k.government and d.matter = k.matter and ${isOpen})
     order by k.matter, k.house`,
    [government, account, houses],
  )
  const owed = await query(
    `select from duty d where d.government = $1 and ${isOpen}
       and (d.holder_person = $2 and ${isOneOf('$3', '$4')} or d.holder_person = '' and ${isOneOf('$5', '$6')}) limit 1`,
    [government, account, rolesOf(seats), unitsOf(seats), rolesOf(empty), unitsOf(empty)],
  )
  return { inHand, isOwedByNobody: owed.length > 0 }
}
