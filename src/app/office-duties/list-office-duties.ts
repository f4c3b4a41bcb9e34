import type { OfficeDuties, OfficeRound } from '../../contract/index.js'
import { type Instant, isSettled, readRound } from '../../core/index.js'
import type { RoundRow } from '../../store/index.js'
import { listsFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { dutyRowView, showingRow } from '../desk/view-lists.js'
import { gateOf, seesRounds } from '../gate.js'
import { holderView, toTheMinute } from '../matter/view-parts.js'
import type { Office } from '../office.js'
import { type Showing, showingOf } from '../showing.js'
import { beginRounds } from './office-times.js'
import { roundName } from './round-words.js'

/** Further back than this nobody reads on a screen: twenty years of months. */
const mostRounds = 240

/** 机构义务 as the viewer sees them: what is owed now, and every round so far. */
export async function listOfficeDuties(deps: Deps, viewer: Viewer): Promise<OfficeDuties> {
  const { office, actor, lang } = viewer
  if (!seesRounds(office, actor.role)) return { open: [], rounds: [], hasDuties: false, since: '' }
  const gate = gateOf(office, actor)
  const rounds = await listsFor(deps, viewer, async ({ lists, office: then, now }) => {
    const found = await lists.rounds.listRounds(office.id, { gate, limit: mostRounds })
    const showing = showingOf(then, lang)
    return found.map((row) => roundView(showing, row, now))
  })
  return {
    open: rounds.filter(({ status }) => !isSettled(status)).sort(byDue),
    rounds,
    hasDuties: true,
    since: await sinceWhen(deps, office),
  }
}

/** The first day on which any of its regulations bound the office itself. */
async function sinceWhen(deps: Deps, office: Office): Promise<string> {
  const binding = office.programs.filter(({ officeDuties }) => officeDuties.size > 0)
  const days = await Promise.all(binding.map((program) => beginRounds(deps, office, program)))
  return days.sort()[0] ?? ''
}

/** What is due first; last what has no due time. */
const byDue = (a: OfficeRound, b: OfficeRound): number =>
  (a.dueAt?.iso ?? '9').localeCompare(b.dueAt?.iso ?? '9') || a.openedAt.iso.localeCompare(b.openedAt.iso)

function roundView(all: Showing, row: RoundRow, now: Instant): OfficeRound {
  const showing = showingRow(all, row)
  const { zone } = showing.office.calendar
  const every = showing.program.officeDuty?.every ?? 'month'
  const round = readRound(row.round, every)
  const view = dutyRowView(all, row, now)
  const isOver = isSettled(row.status)
  return {
    ...view,
    status: isOver ? row.status : view.status,
    workdaysLate: isOver ? row.workdaysLate : view.workdaysLate,
    round: { id: row.round, name: round === null ? row.round : roundName(showing.lang, round, every) },
    holder: holderView(showing, row.holder, null),
    isLate: row.isLate,
    metAt: row.metAt === null ? null : toTheMinute(row.metAt, zone),
  }
}
