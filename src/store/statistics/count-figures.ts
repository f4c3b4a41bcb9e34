import { unreachable } from '../../core/index.js'
import { Values } from '../gate.js'
import type { Query } from '../transaction.js'
import type { GovernmentId, Instant } from '../types.js'
import { countKept, type KeptCount } from './count-kept.js'
import { flags, joinWhole } from './happenings.js'
import { type CountAsked, type CountedBy, type FigureCount, type FigureId, figureIds } from './types.js'

/** Whether a row of `flag` belongs to a figure. */
export function isIn(figure: FigureId): string {
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
    case 'commended':
    case 'due':
      return `"${figure}"`
    default:
      return unreachable(figure)
  }
}

type Asked = CountAsked & { readonly by: CountedBy | null }

/** How many matters belong to each figure, in all or for each value of what they are taken apart by: from what is kept by day where it is. `asOf`: the tables are views of that moment. */
export async function countFigures(
  query: Query,
  government: GovernmentId,
  asked: Asked,
  asOf: Instant | null = null,
): Promise<FigureCount[]> {
  const kept = await countKept(query, government, { ...asked, asOf })
  if (kept === null) return countAmong(query, government, { ...asked, among: null })
  const apart = kept.apart.length === 0 ? [] : await countAmong(query, government, { ...asked, among: kept.apart })
  return addedUp([...keptFigures(kept.counts), ...apart])
}

/** Counted from what happened, one by one. */
export async function countAmong(
  query: Query,
  government: GovernmentId,
  asked: Asked & { readonly among: readonly number[] | null },
): Promise<FigureCount[]> {
  const values = new Values()
  const counted = figureIds.map((id) => `count(*) filter (where ${isIn(id)})::int as "${id}"`)
  const text = `${flags(government, asked, values)} select key, rating, coalesce(sum(criticisms), 0)::int as criticisms, ${counted.join(', ')} from flag group by key, rating`
  if (asked.among === null) await query(joinWhole)
  return collected(await query<Counted>(text, values.list))
}

type Counted = Readonly<Record<FigureId, number>> & {
  readonly key: string
  readonly rating: string | null
  readonly criticisms: number
}

const ratedPrefix = 'rated:'

/** Of what is kept: who missed a due time is late, done since or still open. */
function keptFigures(counts: readonly KeptCount[]): FigureCount[] {
  return [...new Set(counts.map(({ key }) => key))].map((key) => {
    const own = counts.filter((each) => each.key === key && each.n !== 0)
    const of = (figure: string): number => own.find((each) => each.figure === figure)?.n ?? 0
    const late = { onTime: of('due') - of('missed'), lateClosed: of('missed') - of('lateOpen') }
    return {
      key,
      counts: Object.fromEntries(
        figureIds.map((id) => [id, id === 'onTime' || id === 'lateClosed' ? late[id] : of(id)]),
      ) as Record<FigureId, number>,
      criticisms: of('criticisms'),
      ratings: Object.fromEntries(
        own.flatMap(({ figure, n }) => (figure.startsWith(ratedPrefix) ? [[figure.slice(ratedPrefix.length), n]] : [])),
      ),
    }
  })
}

/** Counts of different matters, added up by key; whatever nothing belongs to is not there. */
export function addedUp(counts: readonly FigureCount[]): FigureCount[] {
  const keys = [...new Set(counts.map(({ key }) => key))]
  return keys
    .map((key) => {
      const own = counts.filter((each) => each.key === key)
      return {
        key,
        counts: summed(own.map((each) => each.counts)) as Record<FigureId, number>,
        criticisms: own.reduce((sum, each) => sum + each.criticisms, 0),
        ratings: summed(own.map(({ ratings }) => ratings)),
      }
    })
    .filter((each) => each.counts.active > 0)
}

const summed = (all: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const sum: Record<string, number> = {}
  for (const [name, n] of all.flatMap((each) => Object.entries(each))) sum[name] = (sum[name] ?? 0) + n
  return sum
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
