import type { Name } from '../values/name.js'
import { addDays, type Day, day, isWeekend } from './day.js'
import type { Zone } from './instant.js'

/** A run of days off, or one day, as a notice announced it. `makeUp` (调休) are weekend days worked in exchange. */
export type Holiday = {
  readonly name: Name
  readonly off: readonly [Day, Day]
  readonly makeUp: readonly Day[]
  /** The notice that says so. */
  readonly notice: string
  /** True for a day off of one government alone. */
  readonly isLocal: boolean
}

/** Why a day counts or does not: what a receipt shows for it. */
export type DayGround =
  | { readonly kind: 'workday' }
  | { readonly kind: 'make-up'; readonly name: Name; readonly notice: string }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: Name; readonly notice: string; readonly isLocal: boolean }

/**
 * 工作日历. Workdays by ordinal table: adding workdays is two look-ups, however many.
 * Of days before `knownFrom` and after `knownThrough` no notice is known: there weekends and the days off that the law itself names
 * are off, and every date is provisional. Before `first` and after `last` the table ends, and the weekends alone are off (decision 0127).
 */
export type Calendar = {
  readonly id: string
  readonly zone: Zone
  readonly first: Day
  readonly last: Day
  readonly knownFrom: Day
  readonly knownThrough: Day
  /** Workdays from `first` up to and with day `first + i`. */
  readonly ordinals: Int32Array
  /** The day of the i-th workday (1-based). */
  readonly workdays: Int32Array
  readonly grounds: ReadonlyMap<Day, DayGround>
}

const firstDay = day('1990-01-01')
const lastDay = day('2099-12-31')

/** Of which days, the first and the last, all notices are known. */
export type Known = readonly [from: Day, through: Day]

/** Builds the tables. A make-up workday beats a holiday, whichever notice names it; a local day off beats the national calendar. */
export function buildCalendar(id: string, holidays: readonly Holiday[], [knownFrom, knownThrough]: Known, zone: Zone): Calendar {
  const grounds = new Map<Day, DayGround>()
  for (const isLocal of [false, true]) {
    const own = holidays.filter((each) => each.isLocal === isLocal)
    for (const { name, notice, off } of own) {
      for (let on = off[0]; on <= off[1]; on = addDays(on, 1)) grounds.set(on, { kind: 'holiday', name, notice, isLocal })
    }
    for (const { name, notice, makeUp } of own) for (const on of makeUp) grounds.set(on, { kind: 'make-up', name, notice })
  }
  const ordinals = new Int32Array(lastDay - firstDay + 1)
  const workdays = new Int32Array(lastDay - firstDay + 2)
  let count = 0
  for (let on = firstDay; on <= lastDay; on = addDays(on, 1)) {
    const ground = grounds.get(on)
    if (ground === undefined ? !isWeekend(on) : ground.kind === 'make-up') workdays[++count] = on
    ordinals[on - firstDay] = count
  }
  const known = { knownFrom, knownThrough }
  return { id, zone, first: firstDay, last: lastDay, ...known, ordinals, workdays: workdays.subarray(0, count + 1), grounds }
}

/** Whether the notice of that day is known. */
export const isKnown = (on: Day, { knownFrom, knownThrough }: Pick<Calendar, 'knownFrom' | 'knownThrough'>): boolean =>
  knownFrom <= on && on <= knownThrough

/** How many workdays lie from the calendar's first day up to and with `on`; of a day before it none, or less than none. */
export function workdayOrdinal(on: Day, { first, last, ordinals, workdays }: Calendar): number {
  const found = ordinals[on - first]
  if (found !== undefined) return found
  return on < first ? weekdaysBetween(addDays(first, -1), on) : workdays.length - 1 + weekdaysBetween(last, on)
}

/** The day of that ordinal. */
function workdayAt(ordinal: number, { first, last, workdays }: Calendar): Day {
  const count = workdays.length - 1
  if (ordinal < 1) return weekdayAt(weekdaysThrough(addDays(first, -1)) + ordinal)
  return ordinal > count ? weekdayAt(weekdaysThrough(last) + ordinal - count) : (workdays[ordinal] as Day)
}

/** 1970-01-05, a Monday: weekdays are numbered from it, as 1. */
const monday = day('1970-01-05')

/** How many Mondays to Fridays there are from the numbered first up to and with `on`; of a day before it none, or less than none. */
function weekdaysThrough(on: Day): number {
  const days = on - monday + 1
  const weeks = Math.floor(days / 7)
  return weeks * 5 + Math.min(days - weeks * 7, 5)
}

const weekdaysBetween = (from: Day, to: Day): number => weekdaysThrough(to) - weekdaysThrough(from)

/** The Monday to Friday of that number. */
function weekdayAt(number: number): Day {
  const weeks = Math.floor((number - 1) / 5)
  return addDays(monday, weeks * 7 + (number - 1 - weeks * 5))
}

export const isWorkday = (on: Day, calendar: Calendar): boolean =>
  workdayOrdinal(on, calendar) !== workdayOrdinal(addDays(on, -1), calendar)

/** The day on which `count` workdays have passed. The starting day itself is not counted (Civil Code art. 201). Negative counts go back. Throws on a fraction. */
export function addWorkdays(from: Day, count: number, calendar: Calendar): Day {
  if (!Number.isInteger(count)) throw new Error(`not a number of days: ${count}`)
  if (count === 0) return from
  const start = count < 0 ? workdayOrdinal(addDays(from, -1), calendar) + 1 : workdayOrdinal(from, calendar)
  return workdayAt(start + count, calendar)
}

/** Workdays after `from` up to and with `to`: the days that a clock which ran all the while has used. */
export const workdaysBetween = (from: Day, to: Day, calendar: Calendar): number =>
  workdayOrdinal(to, calendar) - workdayOrdinal(from, calendar)

/** `on` if it is a workday, else the next one (Civil Code art. 203). */
export const workdayOnOrAfter = (on: Day, calendar: Calendar): Day =>
  isWorkday(on, calendar) ? on : addWorkdays(on, 1, calendar)

export const workdayBefore = (on: Day, calendar: Calendar): Day => addWorkdays(on, -1, calendar)

/** Why `on` is a workday or a day off. */
export function dayGround(on: Day, calendar: Calendar): DayGround {
  return calendar.grounds.get(on) ?? (isWeekend(on) ? { kind: 'weekend' } : { kind: 'workday' })
}
