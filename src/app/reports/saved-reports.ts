import type { FieldProblemView, ReportAsked, ReportRequest, SavedReportView } from '../../contract/index.js'
import { reportAsked } from '../../contract/index.js'
import { type Cycle, dayAt, type Instant, roundAfter, roundOn, startOfDay } from '../../core/index.js'
import type { MadeReport, StoredReport } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { dueMoment, roleName } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { reportWords } from '../words/reports.js'
import { readableBy } from './made-reports.js'
import { askedFor, checkedAsked, reportSpan } from './report-asked.js'

const longestName = 30
const mostReports = 50
const mostMade = 12

/** 常用报表. One's own, and those shared with the role one wears: each as far as its reader is told of what it counts. */
export async function listReports(deps: Deps, viewer: Viewer): Promise<readonly SavedReportView[]> {
  const { office, account, actor } = viewer
  const found = await deps.store.reports.list(office.id, { account, role: actor.role })
  const shown = found.flatMap((report) => {
    const asked = askedIn(viewer, report)
    return asked === null ? [] : [{ report, asked }]
  })
  const made = await deps.store.reports.listMade(office.id, { reports: shown.map(({ report }) => report.id), most: mostMade })
  return Promise.all(
    shown.map(async ({ report, asked }) => {
      const own = made.filter((each) => each.report === report.id)
      return viewOf(viewer, { report, asked, made: await readableBy(deps, viewer, report, own) })
    }),
  )
}

/** What was kept by an older version and is no report any more is not shown. */
function askedIn(viewer: Viewer, { asked }: StoredReport): ReportAsked | null {
  const read = reportAsked.safeParse(asked)
  return read.success ? askedFor(viewer, read.data) : null
}

/** Under a name that is taken it replaces what was there. */
export async function saveReport(
  deps: Deps,
  viewer: Viewer,
  request: ReportRequest,
): Promise<Outcome<{ report: SavedReportView }>> {
  const { office, account, actor, lang } = viewer
  const name = request.name.trim()
  const { asked, sharedWith, every } = request
  const days = reportSpan(deps, viewer, asked)
  if (!days.ok) return days
  const checked = checkedAsked(viewer, asked)
  if (!checked.ok) return checked
  const problems = wrongIn(viewer, { ...request, name })
  if (problems.length > 0) return failed(wordsOf(lang), 'invalid', { problems })
  const now = nowOf(deps, office)
  const saved = await deps.store.reports.put(
    office.id,
    {
      ...{ account, role: actor.role, unit: actor.unit, name, asked, sharedWith, every },
      nextAt: every === null ? null : nextMoment(office, every, now),
      createdAt: now,
    },
    mostReports,
  )
  if (saved !== null) return { ok: true, report: viewOf(viewer, { report: saved, asked, made: [] }) }
  return failed(wordsOf(lang), 'invalid', { detail: reportWords[lang].tooMany(mostReports) })
}

export async function removeReport(deps: Deps, viewer: Viewer, id: number): Promise<Outcome<object>> {
  const isRemoved = await deps.store.reports.remove(viewer.office.id, viewer.account, id)
  return isRemoved ? { ok: true } : failed(wordsOf(viewer.lang), 'not-found')
}

/** When the cycle that is under way ends: at 24:00 of its last day. */
export function nextMoment({ calendar }: Pick<Office, 'calendar'>, every: Cycle, now: Instant): Instant {
  return startOfDay(roundAfter(roundOn(dayAt(now, calendar.zone), every), every).first, calendar.zone)
}

/** Those it can be shared with: whoever works here. */
export const rolesToShare = ({ office }: Showing): readonly string[] =>
  [...office.roles.values()].flatMap(({ id, kind }) => (kind === 'requester' || kind === 'system' ? [] : [id]))

function wrongIn(viewer: Viewer, { name, asked, sharedWith, every }: ReportRequest): FieldProblemView[] {
  const { actor, lang, office } = viewer
  const words = reportWords[lang]
  const length = [...name].length
  const strange = sharedWith.find((id) => !rolesToShare(showingOf(office, lang)).includes(id))
  const wrong = (field: string, code: string, sentence: string, limit: number | null = null): FieldProblemView => ({
    ...{ field, name: words.name, code, limit, sentence },
  })
  return [
    ...(length === 0 ? [wrong('name', 'needed', words.nameNeeded)] : []),
    ...(length > longestName ? [wrong('name', 'too-long', words.nameTooLong(longestName), longestName)] : []),
    ...(strange === undefined ? [] : [wrong('sharedWith', 'invalid', words.strangeRole(strange))]),
    ...(every !== null && asked.over === 'days' ? [wrong('every', 'invalid', words.daysOnSchedule)] : []),
    ...(every !== null && actor.behalf !== undefined ? [wrong('every', 'invalid', words.notOnBehalf)] : []),
    ...(every !== null && actor.role === '' ? [wrong('every', 'invalid', words.noSeat)] : []),
  ]
}

type Shown = {
  readonly report: StoredReport
  readonly asked: ReportAsked
  readonly made: readonly Omit<MadeReport, 'content'>[]
}

function viewOf(viewer: Viewer, { report, asked, made }: Shown): SavedReportView {
  const { office, account, lang } = viewer
  const showing = showingOf(office, lang)
  const words = reportWords[lang]
  const { zone } = office.calendar
  const every = report.every as Cycle | null
  return {
    ...{ id: report.id, name: report.name, asked, isOwn: report.account === account },
    owner: office.people.get(report.account) ?? words.owner,
    sharedWith: report.sharedWith.map((id) => ({ id, name: roleName(showing, id) })),
    every: every === null ? null : { id: every, name: words.every[every] },
    nextAt: report.nextAt === null ? null : dueMoment(report.nextAt, zone),
    made: made.map(({ id, dueAt, problem }) => ({
      ...{ id, at: dueMoment(dueAt, zone) },
      problem: problem === null ? null : words.notHeld,
    })),
  }
}
