import { addDays, addMonths, type Day, dayText, readDay, roundAfter, roundOn, type SpanName } from '../../core/index.js'

/** Both days belong to it. */
export type DaySpan = { readonly from: Day; readonly to: Day }

const partsOf = (on: Day) => {
  const [year = 0, month = 0, date = 0] = dayText(on).split('-').map(Number)
  return { year, month, date }
}
const isFirst = (on: Day): boolean => partsOf(on).date === 1
const isLast = (on: Day): boolean => isFirst(addDays(on, 1))
export const firstOfMonth = (on: Day): Day => addDays(on, 1 - partsOf(on).date)
export const lastOfMonth = (on: Day): Day => addDays(addMonths(firstOfMonth(on), 1), -1)

/** From the first of a month to the last of one: what is reported, month by month. */
export const isWholeMonths = ({ from, to }: DaySpan): boolean => isFirst(from) && isLast(to)

/** The month that ends on a day, and the quarter, half and year that end with it. */
export function endingOn(last: Day): readonly DaySpan[] {
  const { month } = partsOf(last)
  const lengths = [1, 3, 6, 12].filter((length) => month % length === 0)
  return lengths.map((length) => ({ from: addMonths(firstOfMonth(last), 1 - length), to: last }))
}

/** Months from one day's month to another's, both counted. */
function monthsIn({ from, to }: DaySpan): number {
  const [first, last] = [partsOf(from), partsOf(to)]
  return (last.year - first.year) * 12 + last.month - first.month + 1
}

/** Shifted by months; the last day of a month stays the last day of a month. */
const shifted = ({ from, to }: DaySpan, months: number): DaySpan => ({
  from: addMonths(from, months),
  to: isLast(to) ? lastOfMonth(addMonths(firstOfMonth(to), months)) : addMonths(to, months),
})

/** A quarter, half or year that is under way is compared with the whole one before it, up to the same day. */
function stepOf(span: DaySpan): number {
  const [{ month }, months] = [partsOf(span.from), monthsIn(span)]
  const whole = [3, 6, 12].find((length) => months <= length)
  if (months === 1 || whole === undefined) return months
  return (month - 1) % whole === 0 ? whole : months
}

/** From a Monday to the Sunday after it. */
const isWeek = ({ from, to }: DaySpan): boolean => to - from === 6 && roundOn(from, 'week').first === from

/** A week that is under way: from a Monday to a day before the Sunday after it. */
const isBegunWeek = ({ from, to }: DaySpan): boolean => to - from < 6 && roundOn(from, 'week').first === from

/** 上期. A week is compared with the one before; one that is under way with that up to the same day. What begins with a month is compared with the months before, up to the same day; anything else with as many days before it. */
export function spanBefore(span: DaySpan): DaySpan {
  if (isFirst(span.from) && !isWeek(span)) return shifted(span, -stepOf(span))
  if (isBegunWeek(span)) return { from: addDays(span.from, -7), to: addDays(span.to, -7) }
  const days = span.to - span.from + 1
  return { from: addDays(span.from, -days), to: addDays(span.from, -1) }
}

/** 去年同期. */
export const yearBefore = (span: DaySpan): DaySpan => shifted(span, -12)

/** Spans people ask for; one that is under way ends today. */
export function usualSpans(today: Day): Readonly<Record<SpanName, DaySpan>> {
  const month = firstOfMonth(today)
  const quarter = addMonths(month, -((partsOf(today).month - 1) % 3))
  const year = addMonths(month, 1 - partsOf(today).month)
  const whole = (from: Day, months: number): DaySpan => ({ from, to: addDays(addMonths(from, months), -1) })
  const week = roundOn(today, 'week')
  const { first, last } = roundAfter(week, 'week', -1)
  return {
    thisWeek: { from: week.first, to: today },
    lastWeek: { from: first, to: last },
    thisMonth: { from: month, to: today },
    lastMonth: whole(addMonths(month, -1), 1),
    thisQuarter: { from: quarter, to: today },
    lastQuarter: whole(addMonths(quarter, -3), 3),
    thisYear: { from: year, to: today },
    lastYear: whole(addMonths(year, -12), 12),
  }
}

/** The part of a time span that lies in a month, `2025-09`. */
export function inMonth({ from, to }: DaySpan, month: string): DaySpan {
  const first = readDay(`${month}-01`)
  if (first === null) throw new Error(`not a month: ${month}`)
  const [start, end] = [Math.max(from, first), Math.min(to, lastOfMonth(first))]
  return { from: start as Day, to: end as Day }
}

/** Every month a time span touches, `2025-09`. */
export function monthsOf(span: DaySpan): readonly string[] {
  const first = firstOfMonth(span.from)
  return Array.from({ length: monthsIn(span) }, (_, at) => dayText(addMonths(first, at)).slice(0, 7))
}
