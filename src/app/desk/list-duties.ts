import type { DutyPage } from '../../contract/index.js'
import { addWorkdays, type Calendar, dayAt, endOfDay, type Instant } from '../../core/index.js'
import type { DueWindow, Page } from '../../store/index.js'
import { listsFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { queueOf, type Whose } from '../notes/whose.js'
import { showingOf } from '../showing.js'
import { dutyRowView } from './view-lists.js'

/** Which part of the desk: what is late, due today, due within three workdays, or has no time. */
export type DutyShow = 'all' | 'overdue' | 'today' | 'soon' | 'undated'
const soonWorkdays = 3

/** The end of the last day that is soon. */
export const soonFrom = (now: Instant, calendar: Calendar): Instant =>
  endOfDay(addWorkdays(dayAt(now, calendar.zone), soonWorkdays, calendar), calendar.zone)

/** 待办。 What the viewer, in this role, owes: by due time. */
export async function listDuties(
  deps: Deps,
  viewer: Viewer,
  { show, whose = 'seat', page }: { readonly show: DutyShow; readonly whose?: Whose; readonly page: Page },
): Promise<DutyPage> {
  const queue = queueOf(viewer, whose)
  return listsFor(deps, viewer, async ({ lists, office, now }) => {
    const { calendar } = office
    const today = dayAt(now, calendar.zone)
    const tonight = endOfDay(today, calendar.zone)
    const soon = soonFrom(now, calendar)
    const due = windowOf(show, { now, tonight, soon })
    const found = await lists.dutyDesk(office.id, { ...queue, page, due, now, tonight, soon })
    const showing = showingOf(office, viewer.lang)
    return {
      rows: found.rows.map((row) => dutyRowView(showing, row, now)),
      next: found.next,
      counts: found.counts,
    }
  })
}

function windowOf(show: DutyShow, { now, tonight, soon }: { now: number; tonight: number; soon: number }): DueWindow {
  switch (show) {
    case 'all':
      return 'all'
    case 'overdue':
      return { lateBy: now }
    case 'today':
      return { lateAfter: now, lateBy: tonight }
    case 'soon':
      return { lateAfter: now, lateBy: soon }
    case 'undated':
      return 'undated'
  }
}
