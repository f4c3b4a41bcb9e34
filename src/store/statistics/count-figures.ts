import { unreachable } from '../../core/index.js'
import { Values, visible } from '../gate.js'
import { iso } from '../moments.js'
import { afterKey, pageLimit, pageOf } from '../page.js'
import { matterColumns } from '../read-columns.js'
import type { Query } from '../transaction.js'
import type { Gate, GovernmentId, MatterRow, Page, PageOf } from '../types.js'
import { flags, joinWhole } from './happenings.js'
import { type CountAsked, type CountedBy, type FigureAsked, type FigureCount, type FigureId, figureIds } from './types.js'

/** Whether a row of `flag` belongs to a figure. */
function isIn(figure: FigureId): string {
  switch (figure) {
    case 'active':
      return 'true'
    case 'decided':
      return '("accepted" or "declined")'
    case 'onTime':
      return '(due and not was_late and not is_open)'
    case 'lateClosed':
      return '(due and was_late and not is_open)'
    case 'lateOpen':
      return '(due and is_open)'
    case 'received':
    case 'accepted':
    case 'declined':
    case 'answered':
    case 'concluded':
    case 'published':
    case 'withheld':
    case 'rated':
    case 'returned':
    case 'extended':
    case 'redone':
    case 'criticised':
    case 'due':
      return `"${figure}"`
    default:
      return unreachable(figure)
  }
}

/** How many matters belong to each figure, in all or for each value of what they are taken apart by. */
export async function countFigures(
  query: Query,
  government: GovernmentId,
  { by, ...asked }: CountAsked & { readonly by: CountedBy | null },
): Promise<FigureCount[]> {
  const values = new Values()
  const counted = figureIds.map((id) => `count(*) filter (where ${isIn(id)})::int as "${id}"`)
  const text = `${flags(government, asked, by, values)} select key, rating, coalesce(sum(criticisms), 0)::int as criticisms, ${counted.join(', ')} from flag group by key, rating`
  await query(joinWhole)
  return collected(await query<Counted>(text, values.list))
}

type Counted = Readonly<Record<FigureId, number>> & {
  readonly key: string
  readonly rating: string | null
  readonly criticisms: number
}

/** The rows of one key are apart by rating: put together again. */
function collected(rows: readonly Counted[]): FigureCount[] {
  return [...new Set(rows.map(({ key }) => key))].map((key) => {
    const own = rows.filter((row) => row.key === key)
    const total = (id: FigureId): number => own.reduce((sum, row) => sum + row[id], 0)
    return {
      key,
      counts: Object.fromEntries(figureIds.map((id) => [id, total(id)])) as Record<FigureId, number>,
      criticisms: own.reduce((sum, row) => sum + row.criticisms, 0),
      ratings: Object.fromEntries(own.flatMap((row) => (row.rating === null ? [] : [[row.rating, row.rated]]))),
    }
  })
}

/** The matters behind a figure, newest first. */
export async function listCounted(
  query: Query,
  government: GovernmentId,
  { page, ...asked }: Behind & { readonly page?: Page },
): Promise<PageOf<MatterRow>> {
  const values = new Values()
  const { head, conditions } = behind(government, asked, values)
  const after = afterKey(page, ['number', 'number'])
  if (after) {
    const key = `${values.add(iso(Number(after[0])))}::timestamptz, ${values.add(after[1])}::bigint`
    conditions.push(`(m.received_at, m.matter) < (${key})`)
  }
  const limit = pageLimit(page)
  await query(joinWhole)
  const rows = await query<MatterRow>(
    `${head} select ${matterColumns} from matter m where ${conditions.join(' and ')} ${newestFirst} limit ${limit + 1}`,
    values.list,
  )
  return pageOf(rows, limit, (row) => [row.receivedAt, row.matter])
}

/** All of them, by what they are known by. */
export async function findCounted(query: Query, government: GovernmentId, asked: Behind): Promise<readonly number[]> {
  const values = new Values()
  const { head, conditions } = behind(government, asked, values)
  await query(joinWhole)
  const text = `${head} select m.matter from matter m where ${conditions.join(' and ')} ${newestFirst}`
  return (await query<{ matter: number }>(text, values.list)).map(({ matter }) => matter)
}

/** Some of them, as far as the gate lets them be seen. */
export function listThese(
  query: Query,
  government: GovernmentId,
  { gate, matters }: { readonly gate: Gate; readonly matters: readonly number[] },
): Promise<MatterRow[]> {
  const values = new Values()
  const conditions = `${visible(government, gate, values)} and m.matter = any(${values.add(matters)}::bigint[])`
  return query<MatterRow>(`select ${matterColumns} from matter m where ${conditions} ${newestFirst}`, values.list)
}

type Behind = CountAsked & { readonly figure: FigureAsked }

const newestFirst = 'order by m.received_at desc, m.matter desc'

function behind(government: GovernmentId, { figure, ...asked }: Behind, values: Values) {
  const head = flags(government, asked, null, values)
  const ofRating = figure.ratings === null ? '' : ` and rating = any(${values.add(figure.ratings)}::text[])`
  const conditions = [
    `m.government = ${values.add(government)}`,
    `m.matter = any(array(select matter from flag where ${isIn(figure.figure)}${ofRating}))`,
  ]
  return { head, conditions }
}
