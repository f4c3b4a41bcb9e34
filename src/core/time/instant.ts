import { type Day, dayText, readDay } from './day.js'

declare const brand: unique symbol

/** 时刻. A moment, in milliseconds since 1970-01-01T00:00Z. A due time is exclusive: 24:00 of its last day. */
export type Instant = number & { readonly [brand]: 'Instant' }

/** Minutes east of UTC. One number suffices: China has kept no summer time since 1991. */
export type Zone = number
export const shanghai: Zone = 480

const minute = 60_000
const dayLength = 86_400_000

/** Marks a count of milliseconds as an instant. Throws on a fraction or a number out of range. */
export function instant(milliseconds: number): Instant {
  if (!Number.isSafeInteger(milliseconds)) throw new Error(`not an instant: ${milliseconds}`)
  return milliseconds as Instant
}

/** The wall-calendar day an instant falls on. */
export const dayAt = (at: Instant, zone: Zone): Day => Math.floor((at + zone * minute) / dayLength) as Day

/** 00:00 of a day, which is 24:00 of the day before. */
export const startOfDay = (on: Day, zone: Zone): Instant => (on * dayLength - zone * minute) as Instant

/** 24:00 of a day. */
export const endOfDay = (on: Day, zone: Zone): Instant => ((on + 1) * dayLength - zone * minute) as Instant

export const addMilliseconds = (at: Instant, count: number): Instant => (at + count) as Instant

const withOffset = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/

/** Reads wall time `YYYY-MM-DD HH:MM[:SS]` (blank or T between; 24:00 is the end of that day), or an ISO text with an offset; else null. */
export function readInstant(text: string, zone: Zone): Instant | null {
  const wall = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text)
  if (!wall) {
    if (!withOffset.test(text)) return null
    const at = Date.parse(text)
    return Number.isNaN(at) ? null : (at as Instant)
  }
  const on = readDay(wall[1] ?? '')
  const [hours, minutes, seconds] = [Number(wall[2]), Number(wall[3]), Number(wall[4] ?? 0)]
  const isEndOfDay = hours === 24 && minutes === 0 && seconds === 0
  if (on === null || (hours > 23 && !isEndOfDay) || minutes > 59 || seconds > 59) return null
  return (startOfDay(on, zone) + ((hours * 60 + minutes) * 60 + seconds) * 1000) as Instant
}

/** The wall-calendar day of a text that begins with a day; of a moment with an offset the day it falls on here. 24:00 is of the day that ends. */
export function dayOf(text: string, zone: Zone): Day | null {
  const at = withOffset.test(text) ? readInstant(text, zone) : null
  return at === null ? readDay(text.slice(0, 10)) : dayAt(at, zone)
}

/** Writes wall time `YYYY-MM-DD HH:MM`, with seconds where they are not zero. */
export function instantText(at: Instant, zone: Zone): string {
  const on = dayAt(at, zone)
  const rest = Math.floor((at - startOfDay(on, zone)) / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const seconds = rest % 60
  return `${dayText(on)} ${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}${seconds === 0 ? '' : `:${two(seconds)}`}`
}

/** Writes a due time: midnight is shown as 24:00 of the day that ends, as the law says it. */
export function dueText(at: Instant, zone: Zone): string {
  const on = dayAt(at, zone)
  return startOfDay(on, zone) === at ? `${dayText((on - 1) as Day)} 24:00` : instantText(at, zone)
}

/** The last day a due time leaves: the day that ends at a midnight, else the day the moment falls on. */
export const dueDay = (at: Instant, zone: Zone): Day => dayAt((at - 1) as Instant, zone)
