import { addDays, dayAt } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import { showingOf } from '../showing.js'
import { goesOn, type IsStopped } from '../stopping.js'
import { countSpan } from './count-span.js'
import { waysApart } from './read-statistics.js'
import { recountFigures } from './recount-figures.js'
import { type DaySpan, endingOn, firstOfMonth } from './spans.js'

/** Up to which day figures were kept, by government; another process does it anew and keeps the same. */
export type KeptThrough = Map<string, number>

/**
 * What was written is counted by day. When a month is over its figures are kept, and those of the quarter, half and year that end with it: for
 * the office and the leaders.
 */
export async function keepClosed(deps: Deps, through: KeptThrough, isStopped: IsStopped = goesOn): Promise<void> {
  for (const office of await deps.offices.all()) {
    if (isStopped()) return
    await recountFigures(deps, office, isStopped)
    const last = addDays(firstOfMonth(dayAt(nowOf(deps, office), office.calendar.zone)), -1)
    if (through.get(office.id) === last) continue
    for (const viewer of overseers(office))
      for (const span of endingOn(last)) {
        if (isStopped()) return
        await keep(deps, viewer, span)
      }
    through.set(office.id, last)
  }
}

async function keep(deps: Deps, viewer: Viewer, span: DaySpan): Promise<void> {
  const ways = [null, ...waysApart(showingOf(viewer.office, viewer.lang), viewer)]
  await countSpan(deps, viewer, { span, part: {}, ways }, { isWaiting: false })
}

/** One of each role that sees the whole, under whichever version matters run here. */
export const overseers = (office: Office): readonly Viewer[] =>
  [...office.roles.values()]
    .filter(({ kind }) => kind === 'office' || kind === 'leader')
    .map(({ id }) => ({ office, actor: { role: id, unit: null, person: null }, account: '', lang: 'zh' }))
