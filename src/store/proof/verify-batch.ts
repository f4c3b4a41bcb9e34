import { ofTexts, selected } from '../columns.js'
import type { Query } from '../database/transaction.js'
import { assignmentColumns, dutyColumns, eventColumns, markColumns, matterColumns } from '../read-columns.js'
import type { TextRow } from '../search/search-words.js'
import type { AssignmentRow, DutyRow, EventRow, GovernmentId, Instant, MarkRow, MatterId, MatterRow } from '../types.js'

/** `isWhole`: its moments have no fraction of a millisecond, which reading would cut off unseen. */
export type StoredEvent = EventRow & { readonly isWhole: boolean }

type StoredText = TextRow & { readonly receivedAt: Instant }

export type StoredMatter = {
  readonly row: MatterRow
  readonly projectedAt: Instant
  /** Null: it was not destroyed. By two: somebody approved what somebody else proposed. */
  readonly destroyed: { readonly byTwo: boolean } | null
  /** None: it is found by no word. */
  readonly text: StoredText | null
  readonly events: readonly StoredEvent[]
  readonly assignments: readonly AssignmentRow[]
  readonly duties: readonly DutyRow[]
  readonly marks: readonly MarkRow[]
}

type Batch = { readonly matters: readonly StoredMatter[]; readonly orphans: readonly MatterId[]; readonly next: number | null }

const size = 200

/** Everything stored of the next matters, and the matters whose events have lost their row. */
export async function readVerifyBatch(query: Query, government: GovernmentId, after: number): Promise<Batch> {
  const rows = await query<MatterRow & Pick<StoredMatter, 'projectedAt' | 'destroyed'>>(
    `select ${matterColumns}, m.projected_at as "projectedAt", ${destroyed} from matter m where m.government = $1 and m.matter > $2 order by m.matter limit ${size}`,
    [government, after],
  )
  const last = rows.length === size ? rows.at(-1)?.matter : undefined
  const range = [government, after, last ?? Number.MAX_SAFE_INTEGER]
  const of = <Row extends object>(columns: string, table: string, letter: string): Promise<(Row & { ofMatter: MatterId })[]> =>
    query(
      `select ${letter}.matter as "ofMatter", ${columns} from ${table} ${letter} where ${letter}.government = $1 and ${letter}.matter > $2 and ${letter}.matter <= $3 order by 1`,
      range,
    )
  const events = grouped(await of<StoredEvent>(`${eventColumns}, ${isWhole}`, 'event', 'e'))
  const assignments = grouped(await of<AssignmentRow>(assignmentColumns, 'assignment', 'a'))
  const duties = grouped(await of<DutyRow>(dutyColumns, 'duty', 'd'))
  const marks = grouped(await of<MarkRow>(markColumns, 'mark', 'k'))
  const texts = grouped(await of<StoredText>(`t.received_at as "receivedAt", ${selected(ofTexts, 't')}`, 'matter_text', 't'))
  const known = new Set(rows.map(({ matter }) => matter))
  return {
    matters: rows.map(({ projectedAt, destroyed, ...row }) => ({
      row,
      ...{ projectedAt, destroyed },
      text: texts.get(row.matter)?.[0] ?? null,
      events: (events.get(row.matter) ?? []).sort((a, b) => a.seq - b.seq),
      assignments: assignments.get(row.matter) ?? [],
      duties: duties.get(row.matter) ?? [],
      marks: marks.get(row.matter) ?? [],
    })),
    orphans: [...events.keys()].filter((matter) => !known.has(matter)),
    next: last ?? null,
  }
}

const destroyed = `case when m.destroyed_at is not null then jsonb_build_object('byTwo', exists (select from disposal d
  where d.government = m.government and d.matter = m.matter and d.what = 'matter' and d.is_approved and d.decided_by <> d.proposed_by)) end as destroyed`

const isWhole = `(e.at = date_trunc('milliseconds', e.at) and e.recorded_at = date_trunc('milliseconds', e.recorded_at)) as "isWhole"`

function grouped<Row extends object>(rows: readonly (Row & { ofMatter: MatterId })[]): Map<MatterId, Row[]> {
  const groups = new Map<MatterId, Row[]>()
  for (const { ofMatter, ...rest } of rows) {
    const group = groups.get(ofMatter)
    const row = rest as unknown as Row
    if (group) group.push(row)
    else groups.set(ofMatter, [row])
  }
  return groups
}
