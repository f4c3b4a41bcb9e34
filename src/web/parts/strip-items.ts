import type { ReceiptView, StripDayView } from '../../contract/index.js'

/** What a bracket above some days says: they are from an extension, or the clock stood still. */
export type Bracket = {
  readonly kind: 'extension' | 'pause'
  /** Which extension; 0 for a pause. */
  readonly index: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** Many days in one cell: how many of them were counted, and the one ground that all of them were off for, if it is one. */
export type Fold = {
  readonly kind: 'fold'
  readonly from: string
  readonly to: string
  readonly days: number
  readonly counted: number
  readonly off: StripDayView | null
}

/** A cell of the strip: one day, or many days folded into one. */
export type StripItem = { readonly kind: 'day'; readonly day: StripDayView; readonly bracket: Bracket | null } | Fold

/** Up to six weeks are laid out whole; of longer strips the ends, today, and what is out of the ordinary. */
const longestWhole = 42
const keptAtEnds = 7
const keptAroundToday = 3
const shortestFold = 3

/** The cells of a receipt's strip, in order. */
export function stripItems({ days }: ReceiptView): readonly StripItem[] {
  const kept = days.length <= longestWhole ? days.map(() => true) : keptDays(days)
  const items: StripItem[] = []
  for (let from = 0; from < days.length; ) {
    const to = kept[from] === true ? from + 1 : foldEnd(kept, from)
    const run = days.slice(from, to)
    items.push(...(kept[from] === true || run.length < shortestFold ? run.map((_, i) => dayItem(days, from + i)) : [fold(run)]))
    from = to
  }
  return items
}

function keptDays(days: readonly StripDayView[]): readonly boolean[] {
  const today = days.findIndex((day) => day.isToday)
  return days.map((day, at) => {
    const isNearEnd = at < keptAtEnds || at >= days.length - keptAtEnds
    const isNearToday = today >= 0 && Math.abs(at - today) <= keptAroundToday
    return isNearEnd || isNearToday || day.ground === 'make-up'
  })
}

function foldEnd(kept: readonly boolean[], from: number): number {
  const next = kept.indexOf(true, from)
  return next < 0 ? kept.length : next
}

const fold = (run: readonly StripDayView[]): Fold => ({
  kind: 'fold',
  from: run[0]?.on ?? '',
  to: run[run.length - 1]?.on ?? '',
  days: run.length,
  counted: run.filter((day) => day.role === 'counted').length,
  off: run[0] !== undefined && run.every((day) => isOffAs(day, run[0])) ? run[0] : null,
})

const isOffAs = (day: StripDayView, other: StripDayView | undefined): boolean =>
  day.role === 'off' && day.ground === other?.ground && day.groundName === other.groundName

function dayItem(days: readonly StripDayView[], at: number): StripItem {
  const day = days[at] as StripDayView
  const [kind, index] = groupOf(day)
  if (kind === null) return { kind: 'day', day, bracket: null }
  const isSame = (other: StripDayView | undefined) =>
    other !== undefined && groupOf(other)[0] === kind && groupOf(other)[1] === index
  return { kind: 'day', day, bracket: { kind, index, isFirst: !isSame(days[at - 1]), isLast: !isSame(days[at + 1]) } }
}

function groupOf({ role, grant }: StripDayView): readonly [Bracket['kind'] | null, number] {
  if (role === 'paused') return ['pause', 0]
  return grant > 0 && role !== 'start' ? ['extension', grant] : [null, 0]
}

/** In which unit the days of a strip are numbered; null where they are only days (hours, months, a fixed date). */
export function numberedIn({ grants }: ReceiptView): 'workdays' | 'calendarDays' | null {
  const units = grants.map((grant) => grant.unit)
  if (units.includes('workdays')) return 'workdays'
  return units.length > 0 && units.every((unit) => unit === 'calendarDays') ? 'calendarDays' : null
}

/** How far the clock is: the latest day counted up to today, of how many; null where days are not numbered or today lies outside. */
export function stripPosition(receipt: ReceiptView): { readonly number: number; readonly of: number } | null {
  const today = receipt.days.findIndex((day) => day.isToday)
  if (today < 0 || numberedIn(receipt) === null) return null
  const most = (days: readonly StripDayView[]) => days.reduce((largest, { number }) => Math.max(largest, number ?? 0), 0)
  return { number: most(receipt.days.slice(0, today + 1)), of: most(receipt.days) }
}
