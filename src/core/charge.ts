import { type Calendar, workdaysBetween } from './calendar.js'
import { dayAt, type Instant } from './instant.js'
import type { Holding, MatterState } from './state.js'

/** Workdays that one holder had the matter in hand. */
export type Charge = { readonly by: Holding['by']; readonly unit: string | null; readonly workdays: number }

/** Charges every elapsed workday to whoever held the matter when that day began, by the rule clocks use: none is lost, none counted twice. */
export function daysCharged(state: MatterState, calendar: Calendar, now: Instant): readonly Charge[] {
  const charges = new Map<string, Charge>()
  for (const [index, holding] of state.holdings.entries()) {
    if (holding.by === 'nobody') continue
    const until = state.holdings[index + 1]?.from ?? now
    const workdays = workdaysBetween(dayAt(holding.from, calendar.zone), dayAt(until, calendar.zone), calendar)
    const key = `${holding.by}/${holding.unit ?? ''}`
    charges.set(key, { by: holding.by, unit: holding.unit, workdays: (charges.get(key)?.workdays ?? 0) + workdays })
  }
  return [...charges.values()]
}
