import type { Query } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { countCap } from '../search/page.js'
import type { Gate, GovernmentId } from '../types.js'

/** A seat on whose desk duties lie and that nobody who can sign in holds; `unit` null: of no unit. `duties`: counted up to `countCap`. */
export type UnheldRole = { readonly role: string; readonly unit: string | null; readonly duties: number }

/** Which seats are asked about, and what is counted on their desks. */
export type UnheldAsked = { readonly roles: readonly string[]; readonly gate: Gate; readonly kept: readonly string[] }

const isOpen = `d.status in ('open', 'overdue', 'paused')`

/** 没有人承担的角色。 Seats are stepped through along the index of desks: the cost grows with how many there are, not with what is owed. */
export async function listUnheld(
  query: Query,
  government: GovernmentId,
  { roles, gate, kept }: UnheldAsked,
): Promise<readonly UnheldRole[]> {
  const values = new Values()
  const own = values.add(government)
  const seat = `select d.holder_role as role, d.holder_unit as unit from duty d where d.government = ${own} and ${isOpen}`
  const inOrder = 'order by d.holder_role, d.holder_unit limit 1'
  const counted = `select from duty d join matter m on m.government = d.government and m.matter = d.matter
    where d.government = ${own} and d.holder_role = s.role and d.holder_unit = s.unit and ${isOpen}
      and m.regulation || ' ' || d.duty <> all(${values.add(kept)}::text[]) and ${visible(government, gate, values)} limit ${countCap}`
  const text = `with recursive seat as (
      (${seat} ${inOrder})
      union all
      select next.role, next.unit from seat s cross join lateral (
        ${seat} and (d.holder_role, d.holder_unit) > (s.role, s.unit) ${inOrder}) next
    ), unheld as (
      select s.role, nullif(s.unit, '') as unit, (select count(*)::int from (${counted}) c) as duties from seat s
      where s.role = any(${values.add(roles)}::text[]) and not exists (
        select from account_role r join account a on a.government = r.government and a.account = r.account
        where r.government = ${own} and r.role = s.role and r.unit = s.unit and not a.disabled)
    ) select role, unit, duties from unheld where duties > 0 order by role, unit nulls first`
  return query<UnheldRole>(text, values.list)
}
