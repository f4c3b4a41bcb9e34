declare const brand: unique symbol

/** 日. A date on the authority's wall calendar, held as the number of days since 1970-01-01. Compares and subtracts as a number. */
export type Day = number & { readonly [brand]: 'Day' }

const millisecondsPerDay = 86_400_000

/** Reads `YYYY-MM-DD`. Throws on anything that is not a real date. */
export function day(text: string): Day {
  const read = readDay(text)
  if (read === null) throw new Error(`not a day: ${text}`)
  return read
}

/** Reads `YYYY-MM-DD`, or answers null where the text is no real date. */
export function readDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(at)) return null
  const found = (at / millisecondsPerDay) as Day
  return dayText(found) === text ? found : null
}

/** Writes a day as `YYYY-MM-DD`. */
export const dayText = (on: Day): string => new Date(on * millisecondsPerDay).toISOString().slice(0, 10)

/** The day `count` calendar days later, or earlier when negative. */
export const addDays = (on: Day, count: number): Day => (on + count) as Day

/** 0 Sunday to 6 Saturday. 1970-01-01 was a Thursday. */
export const weekday = (on: Day): number => (((on + 4) % 7) + 7) % 7

export const isWeekend = (on: Day): boolean => weekday(on) === 0 || weekday(on) === 6

/**
 * The same day number `count` months later, or the last day of that month where it has no such day
 * (Civil Code art. 202: a period of months ends on the corresponding day, else on the month's last).
 */
export function addMonths(on: Day, count: number): Day {
  const from = new Date(on * millisecondsPerDay)
  const year = from.getUTCFullYear()
  const month = from.getUTCMonth() + count
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return (Date.UTC(year, month, Math.min(from.getUTCDate(), last)) / millisecondsPerDay) as Day
}

/** The first `month`-`day` of a year that lies after `on`. */
export function nextYearly(on: Day, month: number, dayOfMonth: number): Day {
  const year = new Date(on * millisecondsPerDay).getUTCFullYear()
  const inYear = (y: number) => (Date.UTC(y, month - 1, dayOfMonth) / millisecondsPerDay) as Day
  return inYear(year) > on ? inYear(year) : inYear(year + 1)
}
