import type { Query } from './database/transaction.js'
import { Values } from './gate.js'
import { iso } from './moments.js'
import { capped } from './search/list-matters.js'
import { afterKey, pageLimit, pageOf } from './search/page.js'
import type { AccountRole, CappedCount, GovernmentId, Instant, NewNotice, NoticeRow, Page, PageOf } from './types.js'

/**
 * Who reads, and when: what is held back until later is not there yet. `until`: as it stood then, what was told after it is not there either, and what
 * was read after it is unread.
 */
export type Reader = {
  readonly account: string
  readonly roles: readonly AccountRole[]
  readonly at: Instant
  readonly until?: Instant
}

const columns = 'n.id, n.matter, n.kind, n.body, n.created_at as "createdAt", n.read_at as "readAt"'

export async function addNotices(
  query: Query,
  government: GovernmentId,
  notices: readonly NewNotice[],
  at: Instant,
): Promise<void> {
  await query(
    `insert into notice (government, account, unit, role, kind, body, created_at)
     select $1, coalesce(account, ''), coalesce(unit, ''), coalesce(role, ''), kind, body, $3::timestamptz
     from jsonb_to_recordset($2) as item(account text, unit text, role text, kind text, body jsonb)`,
    [government, JSON.stringify(notices.map(({ to, kind, body }) => ({ ...to, kind, body }))), iso(at)],
  )
}

export async function listNotices(
  query: Query,
  government: GovernmentId,
  reader: Reader,
  page?: Page,
): Promise<PageOf<NoticeRow>> {
  const values = new Values()
  const conditions = [addressed(government, reader, values)]
  const after = afterKey(page, ['number'])
  if (after) conditions.push(`n.id < ${values.add(after[0])}`)
  const limit = pageLimit(page)
  const rows = await query<NoticeRow>(
    `select ${columns} from notice n where ${conditions.join(' and ')} order by n.id desc limit ${limit + 1}`,
    values.list,
  )
  return pageOf(rows, limit, (row) => [row.id])
}

export function countUnread(query: Query, government: GovernmentId, reader: Reader): Promise<CappedCount> {
  const values = new Values()
  const where = addressed(government, reader, values)
  const later = reader.until === undefined ? '' : ` or n.read_at > ${values.add(iso(reader.until))}::timestamptz`
  return capped(query, `select 1 from notice n where ${where} and (n.read_at is null${later})`, values)
}

/** A notice to a unit is read once somebody of the unit has read it. */
export async function markRead(query: Query, government: GovernmentId, reader: Reader, ids: readonly number[]): Promise<void> {
  const values = new Values()
  const condition = addressed(government, reader, values)
  const text = `update notice n set read_at = ${values.add(iso(reader.at))}::timestamptz
    where ${condition} and n.id = any(${values.add(ids)}::bigint[]) and n.read_at is null`
  await query(text, values.list)
}

/** To the account, to a unit it serves in, to a role it has: whatever a notice names must fit. */
function addressed(government: GovernmentId, { account, roles, at, until }: Reader, values: Values): string {
  const recipients = [
    { account, unit: '', role: '' },
    ...roles.flatMap(({ role, unit }) => [
      { account: '', unit: '', role },
      ...(unit === null
        ? []
        : [
            { account: '', unit, role: '' },
            { account: '', unit, role },
          ]),
    ]),
  ]
  const column = (name: 'account' | 'unit' | 'role'): string =>
    `${values.add(recipients.map((recipient) => recipient[name]))}::text[]`
  const told = until === undefined ? '' : ` and n.created_at <= ${values.add(iso(until))}::timestamptz`
  return `n.government = ${values.add(government)}${told} and (n.held_until is null or n.held_until <= ${values.add(iso(at))}::timestamptz)
    and (n.account, n.unit, n.role) in
    (select named.account, named.unit, named.role from unnest(${column('account')}, ${column('unit')}, ${column('role')}) as named(account, unit, role))`
}
