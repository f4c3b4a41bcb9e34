import type { Query } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { iso } from '../moments.js'
import { afterKey, pageLimit, pageOf } from '../search/page.js'
import type { Gate, GovernmentId, Instant, MatterId, Page, PageOf } from '../types.js'
import type { Slip } from './types.js'

const columns = 's.act, s.year, s.number, s.matter, s.event_seq as "eventSeq", s.unit, s.issued_at as "issuedAt"'

export type SlipFilter = {
  readonly year?: number
  readonly matter?: MatterId
  /** Only those addressed to this unit. */
  readonly unit?: string
  /** Only those issued by then. */
  readonly until?: Instant
}

/** Newest numbers first; a slip of a matter outside the gate is not there. */
export async function listSlips(
  query: Query,
  government: GovernmentId,
  { filter, gate, page }: { readonly filter: SlipFilter; readonly gate: Gate; readonly page?: Page },
): Promise<PageOf<Slip>> {
  const values = new Values()
  const conditions = [visible(government, gate, values), 's.government = m.government', 's.matter = m.matter']
  if (filter.year !== undefined) conditions.push(`s.year = ${values.add(filter.year)}::int`)
  if (filter.matter !== undefined) conditions.push(`s.matter = ${values.add(filter.matter)}::bigint`)
  if (filter.unit !== undefined) conditions.push(`s.unit = ${values.add(filter.unit)}`)
  if (filter.until !== undefined) conditions.push(`s.issued_at <= ${values.add(iso(filter.until))}::timestamptz`)
  const after = afterKey(page, ['number', 'number', 'string'])
  if (after) {
    const key = `${values.add(after[0])}::int, ${values.add(after[1])}::int, ${values.add(after[2])}::text`
    conditions.push(`(s.year, s.number, s.act) < (${key})`)
  }
  const limit = pageLimit(page)
  const rows = await query<Slip>(
    `select ${columns} from slip s, matter m where ${conditions.join(' and ')}
     order by s.year desc, s.number desc, s.act desc limit ${limit + 1}`,
    values.list,
  )
  return pageOf(rows, limit, ({ year, number, act }) => [year, number, act])
}

export async function findSlip(
  query: Query,
  government: GovernmentId,
  { act, year, number }: Pick<Slip, 'act' | 'year' | 'number'>,
  gate: Gate,
): Promise<Slip | null> {
  const values = new Values()
  const where = visible(government, gate, values)
  const rows = await query<Slip>(
    `select ${columns} from slip s, matter m where ${where} and s.government = m.government and s.matter = m.matter
     and s.act = ${values.add(act)} and s.year = ${values.add(year)}::int and s.number = ${values.add(number)}::int`,
    values.list,
  )
  return rows[0] ?? null
}
