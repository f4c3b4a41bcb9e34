import type { RetentionClass } from '../rules/retention-rule.js'
import { type Day, day, dayText } from '../time/day.js'
import { dayAt, type Instant, type Zone } from '../time/instant.js'
import { Folded } from './folded.js'
import { FactView, type Given, holds } from './working.js'

/** The class in which a matter is kept as it stands; null: its regulation says nothing of it. */
export function retentionOf(given: Given): RetentionClass | null {
  const { retention } = given.program.regulation
  const facts = new FactView(Folded.workingOf(given), null, null)
  return Object.values(retention).find(({ when }) => holds(when, facts)) ?? null
}

/**
 * The first day on which a matter need not be kept any more: terms run from the new year after the one in which it moved last, as archives
 * count them (国家档案局令第8号).
 */
export function keptUntil(movedAt: Instant, years: number, zone: Zone): Day {
  return day(`${yearOf(movedAt, zone) + years + 1}-01-01`)
}

/** What moved last before this day's year began less so many years has been kept for them: the first day of a year. */
export const keptSince = (today: Day, years: number): Day => day(`${Number(dayText(today).slice(0, 4)) - years}-01-01`)

const yearOf = (at: Instant, zone: Zone): number => Number(dayText(dayAt(at, zone)).slice(0, 4))
