import { unreachable } from '../../core/index.js'
import type { Query } from '../database/transaction.js'
import { Values } from '../gate.js'
import type { GovernmentId, Instant } from '../types.js'
import { countKept, type KeptCount } from './count-kept.js'
import { flags, isOfDutiesAlone, joinWhole } from './happenings.js'
import { isSo, leftOut, termKey } from './terms.js'
import { type CountAsked, type CountedApart, type FigureCount, type FigureId, figureIds } from './types.js'

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
    case 'excluded':
    case 'criticised':
    case 'commended':
    case 'due':
      return `"${figure}"`
    default:
      return unreachable(figure)
  }
}

type Asked = CountAsked & { readonly by: CountedApart | null }

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
  const head = flags(government, asked, values)
  const fixed = `select key, rating, coalesce(sum(criticisms), 0)::int as criticisms, ${counted.join(', ')} from flag group by key, rating`
  const told = isOfDutiesAlone(asked)
    ? `select ''::text as key where false`
    : `select key, name, is_out, rating, count(*)::int as n, count(*) filter (where ${isSo('missed')})::int as missed,
        count(*) filter (where ${isSo('lateOpen')})::int as open from told group by 1, 2, 3, 4`
  if (asked.among === null) await query(joinWhole)
  const [row] = await query<{ fixed: Counted[]; told: Told[] }>(
    `${head} select coalesce((select jsonb_agg(f) from (${fixed}) f), '[]') as fixed, coalesce((select jsonb_agg(t) from (${told}) t), '[]') as told`,
    values.list,
  )
  return collected(row?.fixed ?? [], row?.told ?? [])
}

/** How many belong to a term: in all, of those that missed a due time, of those that are not done. */
type Told = {
  readonly key: string
  readonly name: string
  readonly is_out: boolean
  readonly rating: string | null
  readonly n: number
  readonly missed: number
  readonly open: number
}

/** What is counted of terms, of those left out beside the whole. */
function declaredIn(rows: readonly Told[]): Record<string, number> {
  const counted = rows.flatMap((row): [string, number][] =>
    (row.is_out ? [false, true] : [false]).flatMap((isOut): [string, number][] => [
      [termKey(row.name, 'any', isOut), row.n],
      [termKey(row.name, 'missed', isOut), row.missed],
      [termKey(row.name, 'lateOpen', isOut), row.open],
      ...(row.rating === null ? [] : [[termKey(row.name, { rating: row.rating }, isOut), row.n] as [string, number]]),
    ]),
  )
  return summed(counted.filter(([, n]) => n !== 0).map(([name, n]) => ({ [name]: n })))
}

type Counted = Readonly<Record<FigureId, number>> & {
  readonly key: string
  readonly rating: string | null
  readonly criticisms: number
}

const ratedPrefix = 'rated:'
const termPrefix = 't:'
const isDeclared = (figure: string): boolean => figure.startsWith(termPrefix) || figure.startsWith(leftOut)

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
      declared: Object.fromEntries(own.flatMap(({ figure, n }) => (isDeclared(figure) ? [[figure, n]] : []))),
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
        declared: withoutNone(summed(own.map(({ declared }) => declared))),
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

const withoutNone = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0))

/** The rows of one key are apart by rating: put together again. */
function collected(rows: readonly Counted[], told: readonly Told[]): FigureCount[] {
  return [...new Set(rows.map(({ key }) => key))].map((key) => {
    const own = rows.filter((row) => row.key === key)
    const total = (id: FigureId): number => own.reduce((sum, row) => sum + row[id], 0)
    return {
      key,
      counts: Object.fromEntries(figureIds.map((id) => [id, total(id)])) as Record<FigureId, number>,
      criticisms: own.reduce((sum, row) => sum + row.criticisms, 0),
      declared: declaredIn(told.filter((row) => row.key === key)),
      ratings: Object.fromEntries(own.flatMap((row) => (row.rating === null ? [] : [[row.rating, row.rated]]))),
    }
  })
}
