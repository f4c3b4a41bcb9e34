import type { Desk, DutyPage } from '../../contract/index.js'
import { dayAt, endOfDay, type Instant, instant, type Work, workdaysBetween, works } from '../../core/index.js'
import type { DeskAsked, DeskGroup, Page } from '../../store/index.js'
import { listsFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { alertView } from '../matter/view-parts.js'
import { queueOf, type Whose, whosesOf } from '../notes/whose.js'
import { type Showing, showingOf } from '../showing.js'
import { soonFrom } from './list-duties.js'
import { sortedDuties } from './sorted-duties.js'
import { listUnheldRoles } from './unheld-roles.js'
import { dutyRowView, showingRow } from './view-lists.js'

/** So many rows of each kind of work stand on a desk that shows all of them, and more where they would leave the screen empty. */
const rowsOfEach = 6

/** Whose duties; of these only those of matters under these regulations, while the counters are of all. */
type Narrow = Pick<DeskAsked, 'regulations'> & { readonly whose?: Whose }

/** 待办。 What the viewer owes, sorted into kinds of work: of each how much there is, and its first rows. */
export const readDesk = async (deps: Deps, viewer: Viewer, narrow: Narrow = {}): Promise<Desk> => {
  const [unheld, stands] = await Promise.all([
    unheldFor(deps, viewer),
    asked(deps, viewer, { ...narrow, page: { limit: rowsOfEach } }, (found, { showing, now, counts }) => ({
      groups: found.flatMap((group) => groupView(showing, group, now)),
      counts,
    })),
  ])
  return { ...stands, unheld, whoses: [...whosesOf(viewer)] }
}

/** The office sees to it that what is owed lies on somebody's desk. */
async function unheldFor(deps: Deps, { office, actor, lang, asOf }: Viewer): Promise<Desk['unheld']> {
  if (asOf !== undefined || office.roles.get(actor.role)?.kind !== 'office') return []
  return listUnheldRoles(deps, { office, lang, viewer: { gate: gateOf(office, actor), role: actor.role } })
}

/** Only how much stands on it. */
export const countDesk = (deps: Deps, viewer: Viewer): Promise<Desk['counts']> =>
  asked(deps, viewer, { page: { limit: 1 } }, (_groups, { counts }) => counts)

/** All of one kind of work, page by page. */
export const listWork = async (
  deps: Deps,
  viewer: Viewer,
  { work, page, ...narrow }: Narrow & { readonly work: Work; readonly page: Page },
): Promise<DutyPage> => {
  return asked(deps, viewer, { shown: work, ...narrow, page }, (found, { showing, now, counts }) => {
    const group = found.find((each) => each.group === work)
    return { rows: group?.rows.map((row) => dutyRowView(showing, row, now)) ?? [], next: group?.next ?? null, counts }
  })
}

type Told = { readonly showing: Showing; readonly now: Instant; readonly counts: DutyPage['counts'] }

/** The desk through the viewer's gate, as it stands or as it stood, with its counters. */
async function asked<T>(
  deps: Deps,
  viewer: Viewer,
  { whose = 'seat', ...wanted }: Pick<DeskAsked, 'shown' | 'page'> & Narrow,
  tell: (found: readonly DeskGroup[], told: Told) => T,
): Promise<T> {
  const { lang } = viewer
  const queue = queueOf(viewer, whose)
  const groups = await sortedDuties(deps, viewer.office)
  const gate = { ...queue.gate, rounds: 'beside' as const }
  return listsFor(deps, viewer, async ({ lists, office, now }) => {
    const { zone } = office.calendar
    const found = await lists.desk(office.id, {
      ...queue,
      ...{ gate, groups },
      ...wanted,
      now,
      tonight: endOfDay(dayAt(now, zone), zone),
      soon: soonFrom(now, office.calendar),
    })
    return tell(found.groups, { showing: showingOf(office, lang), now, counts: found.counts })
  })
}

function groupView(showing: Showing, found: DeskGroup, now: Instant): Desk['groups'] {
  const { group, count, late, waitingSince, alert, rows, next } = found
  const work = works.find((each) => each === group)
  if (work === undefined || count === 0) return []
  const { calendar } = showing.office
  const since = waitingSince === null ? null : dayAt(instant(waitingSince), calendar.zone)
  return [
    {
      work,
      count,
      isCapped: count >= capped,
      late,
      workdaysWaited: since === null ? null : workdaysBetween(since, dayAt(now, calendar.zone), calendar),
      alert: alert === null ? null : alertView(showingRow(showing, alert), alert.alert),
      rows: rows.map((row) => dutyRowView(showing, row, now)),
      next,
    },
  ]
}

const capped = 1000
