import { addMonths, dayAt, instant } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import { overseers } from '../statistics/keep-closed.js'
import { firstOfMonth } from '../statistics/spans.js'
import { goesOn, type IsStopped } from '../stopping.js'
import { countMonth, type MonthAsked, monthName, monthReach } from './count-month.js'

/** The month under way, and so many before it. */
const monthsBefore = 2

/**
 * Once a day what is conspicuous in the last months is counted, so that nobody waits for it: for the office and the leaders. A unit is told, once
 * for each measure and month, of what it sees in its own figures.
 */
export async function keepPatterns(deps: Deps, isStopped: IsStopped = goesOn): Promise<void> {
  for (const office of await deps.offices.all()) {
    if (!office.settings.tellsPatterns) continue
    const now = nowOf(deps, office)
    const current = firstOfMonth(dayAt(now, office.calendar.zone))
    for (let back = 0; back <= monthsBefore && !isStopped(); back += 1)
      await keepMonth(deps, office, { first: addMonths(current, -back), now })
  }
}

async function keepMonth(deps: Deps, office: Office, asked: MonthAsked): Promise<void> {
  const month = monthName(asked.first)
  const isToday = (at: number): boolean => dayAt(instant(at), office.calendar.zone) === dayAt(asked.now, office.calendar.zone)
  const seen = new Set<string>()
  for (const viewer of overseers(office)) {
    const reach = await monthReach(deps, viewer, asked)
    if (seen.has(reach)) continue
    seen.add(reach)
    const kept = await deps.store.patterns.findPatternMonth(office.id, { month, reach })
    if (kept !== null && isToday(kept.countedAt)) continue
    const counted = await countMonth(deps, viewer, asked)
    // Told before it is kept: what is cut off in between is told the next time.
    await tellUnits(deps, office, { ...asked, units: [...new Set(counted.counts.map(({ unit }) => unit))] })
    await deps.store.patterns.keepPatternMonth(office.id, { month, reach, ...counted })
  }
}

/** Through the gate of the unit itself: of what it may not see it is told nothing. */
async function tellUnits(deps: Deps, office: Office, asked: MonthAsked & { readonly units: readonly string[] }): Promise<void> {
  const role = [...office.roles.values()].find(({ kind }) => kind === 'unit')
  if (role === undefined) return
  for (const unit of asked.units) {
    const viewer: Viewer = { office, actor: { role: role.id, unit, person: null }, account: '', lang: 'zh' }
    const { counts } = await countMonth(deps, viewer, asked)
    const told = counts.map(({ pattern }) => ({ unit, pattern }))
    if (told.length > 0) await deps.store.patterns.tellPatterns(office.id, { month: monthName(asked.first), at: asked.now, told })
  }
}
