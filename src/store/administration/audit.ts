import type { Query } from '../database/transaction.js'
import { Values } from '../gate.js'
import { iso } from '../moments.js'
import { afterKey, pageLimit, pageOf } from '../search/page.js'
import type { GovernmentId, Page, PageOf } from '../types.js'
import type { AuditFilter, AuditRow, NewAudit } from './types.js'

export async function addAudit(
  query: Query,
  government: GovernmentId,
  { at, account, kind, about, detail }: NewAudit,
): Promise<void> {
  await query('insert into audit_entry (government, at, account, kind, about, detail) values ($1, $2, $3, $4, $5, $6)', [
    government,
    iso(at),
    account,
    kind,
    about,
    JSON.stringify(detail),
  ])
}

/** Newest first. */
export async function listAudit(
  query: Query,
  government: GovernmentId,
  { account, kind, about, from, before }: AuditFilter,
  page?: Page,
): Promise<PageOf<AuditRow>> {
  const values = new Values()
  const conditions = [`government = ${values.add(government)}`]
  if (account !== undefined) conditions.push(`account = ${values.add(account)}`)
  if (kind !== undefined) conditions.push(`kind = ${values.add(kind)}`)
  if (about !== undefined) conditions.push(`about = ${values.add(about)}`)
  if (from !== undefined) conditions.push(`at >= ${values.add(iso(from))}`)
  if (before !== undefined) conditions.push(`at < ${values.add(iso(before))}`)
  const after = afterKey(page, ['number'])
  if (after) conditions.push(`id < ${values.add(after[0])}`)
  const limit = pageLimit(page)
  // The ids of matters are whole numbers, and nothing else is that these can be about.
  const number = `case when kind in ('revealed', 'note-written', 'matter-taken', 'matter-handed', 'matter-left', 'document-issued', 'document-spoiled', 'package-made') and about <> '' then (select m.number from matter m where m.government = audit_entry.government
    and m.matter = about::bigint) end as number`
  const text = `select id, at, account, kind, about, detail, address, ${number} from audit_entry where ${conditions.join(' and ')}
    order by id desc limit ${limit + 1}`
  return pageOf(await query<AuditRow>(text, values.list), limit, (row) => [row.id])
}
