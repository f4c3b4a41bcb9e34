import { reportAsked } from '../../contract/index.js'
import { type Cycle, type Day, dayAt, type Instant, instant, roundAfter, roundOn, startOfDay } from '../../core/index.js'
import type { MadeReport, StoredReport } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { wears } from '../entry/session.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import { closedAt } from '../statistics/count-span.js'
import { goesOn, type IsStopped } from '../stopping.js'
import { countReport, reportIn } from './count-report.js'
import { ownReach } from './made-reports.js'
import { askedFor, checkedAsked, spanEnding } from './report-asked.js'

const atOnce = 20
const again = 3_600_000

/**
 * 定期制作. Reports whose cycle has ended, each once, with the rights that their owner has now: as things were known at the end of the cycle,
 * whenever it is made. One that cannot be counted keeps no other waiting, and is tried again after an hour.
 */
export async function makeReports(deps: Deps, onError: (error: unknown) => void, isStopped: IsStopped = goesOn): Promise<void> {
  for (const office of await deps.offices.all()) {
    while (!isStopped()) {
      const due = await deps.store.reports.due(office.id, nowOf(deps, office), atOnce)
      for (const report of due) if (!isStopped()) await makeOrPostpone(deps, office, report, onError)
      if (due.length === 0) break
    }
  }
}

async function makeOrPostpone(
  deps: Deps,
  office: Office,
  report: StoredReport,
  onError: (error: unknown) => void,
): Promise<void> {
  const { nextAt } = report
  if (nextAt === null) return
  try {
    const { zone } = office.calendar
    const every = report.every as Cycle
    const dueAt = instant(nextAt)
    const round = roundOn(dayAt(dueAt, zone), every)
    const counted = await countedFor(deps, office, { ...report, next: round.first, dueAt })
    const next = startOfDay(roundAfter(round, every).first, zone)
    const madeAt = nowOf(deps, office)
    await deps.store.reports.make(office.id, { ...counted, report: report.id, dueAt, madeAt, nextAt: next })
  } catch (error) {
    onError(error)
    await deps.store.reports.postpone(office.id, report.id, instant(nowOf(deps, office) + again))
  }
}

type Due = StoredReport & { readonly next: Day; readonly dueAt: Instant }
type Made = Pick<MadeReport, 'reach' | 'content' | 'problem'>

/** Not made where its owner no longer holds the seat it was kept in, or is not told of what it counts. */
async function countedFor(deps: Deps, office: Office, { account, role, unit, asked: kept, next, dueAt }: Due): Promise<Made> {
  const none: Made = { reach: '', content: null, problem: 'not-held' }
  const owner = await deps.store.findAccount(office.id, { account })
  if (owner === null || !wears(office, owner, { role, unit }, nowOf(deps, office))) return none
  const viewer: Viewer = { office, actor: { role, unit, person: account }, account, lang: 'zh' }
  const read = reportAsked.safeParse(kept)
  const asked = read.success ? askedFor(viewer, read.data) : null
  const span = asked === null ? null : spanEnding(asked, next)
  if (asked === null || span === null || !checkedAsked(viewer, asked).ok) return none
  const then: Viewer = closedAt(deps, viewer, span) === dueAt ? viewer : { ...viewer, asOf: instant(dueAt - 1) }
  const counted = await countReport(deps, then, { asked, span, isWaiting: false })
  const told = (lang: Viewer['lang']) => reportIn({ ...then, lang }, counted)
  return { reach: await ownReach(deps, viewer), content: { zh: told('zh'), en: told('en') }, problem: null }
}
