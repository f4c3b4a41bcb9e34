import type { Query } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { countCap } from '../search/page.js'
import type { Gate, GovernmentId } from '../types.js'

/**
 * A seat on whose desk duties lie and that nobody who can sign in holds; or duties that are one `person`'s alone, who is locked or no longer holds
 * it. `unit` null: of no unit. `duties`: counted up to `countCap`.
 */
export type UnheldRole = {
  readonly role: string
  readonly unit: string | null
  readonly person: string | null
  readonly duties: number
}

/** Which seats are asked about, and what is counted on their desks. */
export type UnheldAsked = { readonly roles: readonly string[]; readonly gate: Gate; readonly kept: readonly string[] }

const isOpen = `d.status in ('open', 'overdue', 'paused')`

/**
 * 没有人承担的角色。 Seats are stepped through along the index of desks, and what is one person's alone has an index of its own: the cost grows with
 * how many of these there are, not with what is owed.
 */
export async function listUnheld(
  query: Query,
  government: GovernmentId,
  { roles, gate, kept }: UnheldAsked,
): Promise<readonly UnheldRole[]> {
  const values = new Values()
  const own = values.add(government)
  const seat = `select d.holder_role as role, d.holder_unit as unit from duty d where d.government = ${own} and ${isOpen}`
  const inOrder = 'order by d.holder_role, d.holder_unit limit 1'
  const asked = values.add(roles)
  const seen = `from duty d join matter m on m.government = d.government and m.matter = d.matter
    where d.government = ${own} and ${isOpen}
      and m.regulation || ' ' || d.duty <> all(${values.add(kept)}::text[]) and ${visible(government, gate, values)}`
  const holding = (of: string): string => `select from account_role r
    join account a on a.government = r.government and a.account = r.account
    where r.government = ${own} and not a.disabled and ${of}`
  const counted = `select ${seen} and d.holder_role = s.role and d.holder_unit = s.unit and d.holder_person = '' limit ${countCap}`
  const gone = `select d.holder_role as role, d.holder_unit as unit, d.holder_person as person ${seen}
      and d.holder_person <> '' and d.holder_role = any(${asked}::text[])
      and not exists (${holding('r.account = d.holder_person and r.role = d.holder_role and r.unit = d.holder_unit')}) limit ${countCap}`
  const text = `with recursive seat as (
      (${seat} ${inOrder})
      union all
      select next.role, next.unit from seat s cross join lateral (
        ${seat} and (d.holder_role, d.holder_unit) > (s.role, s.unit) ${inOrder}) next
    ), unheld as (
      select s.role, nullif(s.unit, '') as unit, null as person, (select count(*)::int from (${counted}) c) as duties from seat s
      where s.role = any(${asked}::text[]) and not exists (${holding('r.role = s.role and r.unit = s.unit')})
      union all
      select g.role, nullif(g.unit, ''), g.person, count(*)::int from (${gone}) g group by g.role, g.unit, g.person
    ) select role, unit, person, duties from unheld where duties > 0 order by role, unit nulls first, person nulls first`
  return query<UnheldRole>(text, values.list)
}
