import type { Holding, MatterState } from '../fold/state.js'
import { type Calendar, workdaysBetween } from '../time/calendar.js'
import type { Day } from '../time/day.js'
import { dayAt, dueDay, type Instant } from '../time/instant.js'

/** Workdays that one holder had the matter in hand. */
export type Charge = { readonly by: Holding['by']; readonly unit: string | null; readonly workdays: number }

/** The same at one stage of the matter. */
export type StageCharge = Charge & { readonly stage: string }

/**
 * Charges every elapsed workday to whoever held the matter when that day began, by the rule clocks use: none is lost, none counted twice.
 * What passes on at 24:00, as where a time limit runs out, was held until then; the day that follows is the next holder's.
 */
export function daysCharged(state: MatterState, calendar: Calendar, now: Instant): readonly Charge[] {
  const held = daysByStage(state, calendar, now).filter(({ by }) => by !== 'nobody')
  return together(held.map(({ by, unit, workdays }) => ({ by, unit, workdays })))
}

/** The same by stage, until a moment that may lie before the last event; days that nobody had it in hand among them, so that all add up to those that passed. */
export function daysByStage({ holdings }: MatterState, calendar: Calendar, until: Instant): readonly StageCharge[] {
  const [first] = holdings
  if (first === undefined) return []
  const began = dayAt(first.from, calendar.zone)
  /** The last day that whoever lets it go at this moment is charged. */
  const lastBefore = (at: Instant): Day => {
    const day = dueDay(at < until ? at : until, calendar.zone)
    return day < began ? began : day
  }
  return together(
    holdings.flatMap(({ by, unit, stage, from }, index) => {
      if (from > until) return []
      const workdays = workdaysBetween(lastBefore(from), lastBefore(holdings[index + 1]?.from ?? until), calendar)
      return [{ by, unit, stage, workdays }]
    }),
  )
}

/** One for each holder, or for each holder and stage, in the order in which they first had it. */
function together<T extends Charge & { readonly stage?: string }>(charges: readonly T[]): readonly T[] {
  const sums = new Map<string, T>()
  for (const charge of charges) {
    const key = `${charge.by}/${charge.unit ?? ''}/${charge.stage ?? ''}`
    sums.set(key, { ...charge, workdays: (sums.get(key)?.workdays ?? 0) + charge.workdays })
  }
  return [...sums.values()]
}
