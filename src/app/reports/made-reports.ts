import { type MadeReportView, type ReportView, reportView } from '../../contract/index.js'
import { dayAt } from '../../core/index.js'
import type { MadeReport, StoredReport } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { PaperFile } from '../documents/index.js'
import type { Outcome } from '../outcome.js'
import { reachOf } from '../statistics/count-span.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { fileOf, type ReportFormat } from './report-file.js'

type Listed = Omit<MadeReport, 'content'>

/** What was made for somebody else is read by whoever counts of the same; what could not be made is told to its owner alone. */
export async function readableBy(
  deps: Deps,
  viewer: Viewer,
  report: StoredReport,
  made: readonly Listed[],
): Promise<readonly Listed[]> {
  if (made.length === 0) return []
  const reach = await ownReach(deps, viewer)
  const isOwn = report.account === viewer.account
  return made.filter((each) => (each.problem === null ? each.reach === reach : isOwn))
}

/** What somebody counts of now: the same for all to whom the same is shown. */
export function ownReach(deps: Deps, viewer: Viewer): Promise<string> {
  const today = dayAt(deps.now(), viewer.office.calendar.zone)
  return reachOf(deps, viewer, { span: { from: today, to: today }, now: deps.now() })
}

/** 定期报表. As it was made, for whoever counts of what it was counted of. */
export async function readMadeReport(deps: Deps, viewer: Viewer, id: number): Promise<Outcome<{ made: MadeReportView }>> {
  const { office, account, actor, lang } = viewer
  const found = await deps.store.reports.findMade(office.id, id, { account, role: actor.role })
  const missing = failed(wordsOf(lang), 'not-found')
  if (found === null || found.made.content === null) return missing
  const readable = await readableBy(deps, viewer, found.report, [found.made])
  const report = toldIn(found.made, viewer)
  if (readable.length === 0 || report === null) return missing
  return { ok: true, made: { id, name: found.report.name, report } }
}

function toldIn({ content }: MadeReport, { lang }: Viewer): ReportView | null {
  const read = reportView.safeParse(content?.[lang])
  return read.success ? read.data : null
}

export async function madeReportFile(
  deps: Deps,
  viewer: Viewer,
  { id, format }: { readonly id: number; readonly format: ReportFormat },
): Promise<Outcome<{ file: PaperFile }>> {
  const found = await readMadeReport(deps, viewer, id)
  if (!found.ok) return found
  const { name, report } = found.made
  return { ok: true, file: await fileOf(viewer.lang, report, { name, format }) }
}
