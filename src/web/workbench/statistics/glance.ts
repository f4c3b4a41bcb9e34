import type {
  FigureView,
  GlanceView,
  RateView,
  StatisticsView,
  SupervisionBoard,
  SupervisionPage,
} from '../../../contract/index.js'
import { ratePrefix } from '../../../core/index.js'

const mostNumbers = 3
const mostMatters = 5
const mostUnits = 5
const mostChanges = 6

/** One of the numbers that are read first. `list`: by which its matters are listed; `since`: its change against the span before: in matters, or in points of a hundred, null where these are of too few; null: both shares stand beside each other. */
export type GlanceNumber = Pick<FigureView, 'name' | 'counts' | 'of' | 'now' | 'before' | 'later'> & {
  readonly list: string
  /** The share is what is read, else how many. */
  readonly isShare: boolean
  readonly since: { readonly matters: string } | { readonly points: string | null } | null
}

/** What is late stands in it always; beside it the shares that the regulation declares, and where it declares none what is on time and how content people are, or how much came. In the order in which figures are told. */
export function numbersOf({ rates, figures }: Pick<StatisticsView, 'rates' | 'figures'>): readonly GlanceNumber[] {
  const has = (id: string): boolean => figures.some((figure) => figure.id === id)
  const late = ['lateOpen'].filter(has)
  const shares = rates.slice(0, mostNumbers - late.length)
  const others = ['onTime', 'satisfied', 'received'].filter(has).slice(0, mostNumbers - late.length - shares.length)
  const told = figures.filter(({ id }) => late.includes(id) || others.includes(id))
  return [...shares.map(ofRate), ...told.map(ofFigure)]
}

const ofRate = ({ id, name, counts, of, now, before, sinceBefore }: RateView): GlanceNumber => ({
  ...{ list: `${ratePrefix}${id}`, isShare: true, since: { points: sinceBefore }, later: null },
  ...{ name, counts, of, now, before },
})

/** A share of so few is told as a range, which says less than how many it was: these are read first. */
export const isRange = ({ isShare, now }: Pick<GlanceNumber, 'isShare' | 'now'>, shareFrom: number): boolean =>
  isShare && now.share !== null && (now.denominator ?? 0) < shareFrom

/** Of these one reads how many. */
const areCounts: readonly string[] = ['lateOpen', 'received']

function ofFigure({ id, name, counts, of, day, now, before, sinceBefore, later }: FigureView): GlanceNumber {
  const isShare = !areCounts.includes(id)
  return {
    ...{ list: id, isShare, since: isShare ? null : { matters: sinceBefore } },
    ...{ name, counts: `${counts} · ${day}`, of, now, before, later },
  }
}

/** What is late most workdays, each matter once, of what stands on the rungs of the board. */
export function lateMost(pages: readonly SupervisionPage[]): readonly SupervisionPage['rows'][number][] {
  const late = pages.flatMap(({ rows }) => rows).filter(({ status }) => status === 'overdue')
  const sorted = late.sort(
    (one, other) => other.workdaysLate - one.workdaysLate || (one.dueAt?.iso ?? '').localeCompare(other.dueAt?.iso ?? ''),
  )
  return sorted.filter(({ matter }, at) => sorted.findIndex((row) => row.matter === matter) === at).slice(0, mostMatters)
}

/** The rungs on which something late can stand. */
export const lateRungs = ({ rungs }: SupervisionBoard): readonly string[] =>
  rungs.filter(({ id, count }) => id !== 'soon' && count > 0).map(({ id }) => id)

/** The alerts of the regulation, the gravest first, with how many matters stand at each. */
export const alertsOf = ({ rungs }: SupervisionBoard) =>
  rungs.flatMap(({ alert, ...rung }) => (alert === null ? [] : [{ ...rung, alert }])).sort((a, b) => b.alert.rank - a.alert.rank)

export type LateUnit = {
  readonly id: string
  readonly name: string
  readonly late: StatisticsView['table']['rows'][number]['cells'][number]
}

/** Which units have most that is late; `few`: those of too few matters to be compared, by name. Null: the figures are not taken apart by unit. */
export function lateUnits({ table, shareFrom }: Pick<StatisticsView, 'table' | 'shareFrom'>) {
  if (table.by.id !== 'unit') return null
  const units: readonly LateUnit[] = table.rows.flatMap(({ id, name, cells }) => {
    const late = cells.find(({ figure }) => figure === 'lateOpen')
    return id === '' || late === undefined || late.numerator === 0 ? [] : [{ id, name, late }]
  })
  const isFew = ({ late }: LateUnit): boolean => (late.denominator ?? 0) < shareFrom
  const most = units.filter((unit) => !isFew(unit)).sort((one, other) => other.late.numerator - one.late.numerator)
  return {
    most: most.slice(0, mostUnits),
    few: units.filter(isFew).sort((one, other) => one.name.localeCompare(other.name, 'zh')),
  }
}

type Told = GlanceView['week']['now']
export type Change = Pick<FigureView, 'id' | 'name'> & Readonly<Record<'now' | 'before', number>> & { readonly since: string }

/** What differs between two spans, most first; what others are only shares of is left out. */
export function changesOf(now: Told, before: Told): readonly Change[] {
  const changes = now.figures.flatMap(({ id, name, of, now: { numerator } }) => {
    const then = before.figures.find((figure) => figure.id === id)?.now.numerator ?? 0
    const by = numerator - then
    return of === null || by === 0 ? [] : [{ id, name, now: numerator, before: then, since: by > 0 ? `+${by}` : `−${-by}` }]
  })
  const size = (each: Change): number => Math.abs(each.now - each.before)
  return changes.sort((one, other) => size(other) - size(one)).slice(0, mostChanges)
}
