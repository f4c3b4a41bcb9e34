import { addAudit } from '../administration/audit.js'
import type { AttachmentInfo, StoredFile } from '../attachment-types.js'
import { storedFile } from '../attachments.js'
import { chain, noEvents } from '../chain.js'
import { addNotices } from '../notices.js'
import { attachmentColumns } from '../read-columns.js'
import { iso } from '../record.js'
import type { Query } from '../transaction.js'
import type { DayText, EventRow, GovernmentId, Head, Instant } from '../types.js'
import type { LoadedOfficeRecord, OfficeAppend, OfficeDue } from './types.js'

export const officeEventColumns = `e.seq, e.act, e.kind, e.by, e.at, e.recorded_at as "recordedAt", e.data, e.algorithm,
  encode(e.previous, 'hex') as previous, encode(e.hash, 'hex') as hash`

export async function beginRecord(
  query: Query,
  government: GovernmentId,
  { regulation, since, lookAt }: { regulation: string; since: DayText; lookAt: Instant },
): Promise<DayText> {
  await query(
    `insert into office_watch (government, regulation, since, look_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [government, regulation, since, iso(lookAt)],
  )
  return (await watchOf(query, government, regulation))?.since ?? since
}

const watchOf = async (query: Query, government: GovernmentId, regulation: string): Promise<{ since: DayText } | undefined> =>
  (
    await query<{ since: DayText }>('select since from office_watch where government = $1 and regulation = $2', [
      government,
      regulation,
    ])
  )[0]

export async function loadRecord(query: Query, government: GovernmentId, regulation: string): Promise<LoadedOfficeRecord | null> {
  const watch = await watchOf(query, government, regulation)
  if (watch === undefined) return null
  const events = await query<EventRow>(
    `select ${officeEventColumns} from office_event e where e.government = $1 and e.regulation = $2 order by e.seq`,
    [government, regulation],
  )
  return { since: watch.since, head: headOf(events), events }
}

const headOf = (events: readonly EventRow[]): Head => {
  const last = events.at(-1)
  return last === undefined ? noEvents : { revision: last.seq, hash: last.hash }
}

export async function appendRecord(query: Query, government: GovernmentId, append: OfficeAppend): Promise<Head | null> {
  const { regulation, expected, notices, audit, lookAt, at, attachments } = append
  // One after the other: whoever waited here sees what the other wrote.
  await query('select from office_watch where government = $1 and regulation = $2 for update', [government, regulation])
  const [last] = await query<{ seq: number; hash: string }>(
    `select e.seq, encode(e.hash, 'hex') as hash from office_event e where e.government = $1 and e.regulation = $2
     order by e.seq desc limit 1`,
    [government, regulation],
  )
  if ((last?.seq ?? 0) !== expected.revision || (last?.hash ?? '') !== expected.hash) return null
  const { rows, head } = chain({ government, regulation }, expected, append.events)
  for (const row of rows) await insertEvent(query, government, regulation, row)
  if (attachments.length > 0) await claim(query, government, regulation, attachments)
  if (notices.length > 0) await addNotices(query, government, notices, at)
  if (audit !== null) await addAudit(query, government, audit)
  await query(
    'update office_watch set look_at = $3::timestamptz, revision = $4, taken_until = null where government = $1 and regulation = $2',
    [government, regulation, lookAt === null ? null : iso(lookAt), head.revision],
  )
  return head
}

async function insertEvent(query: Query, government: GovernmentId, regulation: string, row: EventRow): Promise<void> {
  await query(
    `insert into office_event (government, regulation, seq, act, kind, period, by, at, recorded_at, data, algorithm, previous, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, decode($12, 'hex'), decode($13, 'hex'))`,
    [
      government,
      regulation,
      row.seq,
      row.act,
      row.kind,
      typeof row.data.period === 'string' ? row.data.period : '',
      JSON.stringify(row.by),
      iso(row.at),
      iso(row.recordedAt),
      JSON.stringify(row.data),
      row.algorithm,
      row.previous,
      row.hash,
    ],
  )
}

/** The files are there and belong to nothing yet; else the same fault as for a matter's. */
async function claim(query: Query, government: GovernmentId, regulation: string, ids: readonly string[]): Promise<void> {
  const claimed = await query(
    `update attachment set office_record = $2
     where government = $1 and matter is null and office_record is null and attachment = any($3::text[]) returning attachment`,
    [government, regulation, ids],
  )
  if (claimed.length !== new Set(ids).size) {
    throw Object.assign(new Error('attachment missing or taken'), { code: '23503' })
  }
}

/** Takes records whose time has come; nobody else gets them until the lease ends or they are written to. */
export function takeDueRecords(
  query: Query,
  asked: { government: GovernmentId | null; due: Instant; now: Instant; limit: number; lease: number },
): Promise<OfficeDue[]> {
  const text = `
    update office_watch w set taken_until = $3::timestamptz
    from (select government, regulation from office_watch
          where look_at <= $1::timestamptz and (taken_until is null or taken_until <= $2::timestamptz)
            and ($5::text is null or government = $5::text)
          order by look_at limit $4 for update skip locked) due
    where w.government = due.government and w.regulation = due.regulation
    returning w.government, w.regulation`
  return query<OfficeDue>(text, [iso(asked.due), iso(asked.now), iso(asked.now + asked.lease), asked.limit, asked.government])
}

export async function nextRecordLookAt(query: Query): Promise<Instant | null> {
  const rows = await query<{ at: Instant | null }>('select min(greatest(look_at, taken_until)) as at from office_watch')
  return rows[0]?.at ?? null
}

export async function lookAgainAtRecords(query: Query, government: GovernmentId, at: Instant): Promise<void> {
  await query('update office_watch set look_at = $2::timestamptz where government = $1', [government, iso(at)])
}

export const listRecordFiles = (query: Query, government: GovernmentId, regulation: string): Promise<AttachmentInfo[]> =>
  query(`select ${attachmentColumns} from attachment b where b.government = $1 and b.office_record = $2`, [
    government,
    regulation,
  ])

export async function readRecordFile(
  query: Query,
  government: GovernmentId,
  regulation: string,
  attachment: string,
): Promise<StoredFile | null> {
  const text = `select ${attachmentColumns}, b.bytes from attachment b
    where b.government = $1 and b.office_record = $2 and b.attachment = $3`
  const row = (await query<AttachmentInfo & { bytes: Buffer }>(text, [government, regulation, attachment]))[0]
  return row === undefined ? null : storedFile(row)
}
