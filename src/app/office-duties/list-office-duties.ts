import type { AttachmentView, OfficeDuties } from '../../contract/index.js'
import { dayText } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { showingOf } from '../showing.js'
import { attachmentView } from '../view-matter.js'
import { bindsOffice, type OfficeRecord, type Owed, openOfficeRecord, owedIn } from './office-record.js'
import { officeDutyView, officePeriodView } from './view-office-duty.js'

export type OfficeDutiesShow = 'open' | 'all'

/** Further back than this nobody reads on a screen: twenty years of months. */
const mostPeriods = 240

/** 机构义务 as the viewer sees them: what is owed now, and, asked for, every period so far. */
export async function listOfficeDuties(deps: Deps, viewer: Viewer, show: OfficeDutiesShow): Promise<OfficeDuties> {
  const { office, actor, lang } = viewer
  if (!bindsOffice(office.program) || !hasAny(viewer)) return { open: [], periods: [], hasDuties: false, since: '' }
  const record = await openOfficeRecord(deps, office)
  const seen = owedIn(record).filter((each) => maySee(viewer, each))
  const files = show === 'all' ? await filesOf(deps, viewer, record) : new Map<string, AttachmentView>()
  const newest = [...seen].sort(
    (a, b) => b.state.period.last - a.state.period.last || a.state.duty.key.localeCompare(b.state.duty.key),
  )
  return {
    open: seen
      .filter(({ state }) => state.duty.status !== 'met')
      .sort(byDue)
      .map((each) => officeDutyView(showingIn(each), each, actor)),
    periods: show === 'all' ? newest.slice(0, mostPeriods).map((each) => officePeriodView(showingIn(each), each, files)) : [],
    hasDuties: true,
    since: dayText(record.since),
  }

  function showingIn({ given }: Owed) {
    return showingOf(office, lang, given.program)
  }
}

/** Whoever sees every matter, and whoever owes it. */
export const maySee = ({ office, actor }: Viewer, { state }: Owed): boolean =>
  state.duty.holder === actor.role || seesAll({ office, actor })

const seesAll = ({ office, actor }: Pick<Viewer, 'office' | 'actor'>): boolean =>
  gateOf(office.program.regulation, actor).scope === 'all'

const hasAny = ({ office, actor }: Viewer): boolean =>
  Object.values(office.program.regulation.officeDuties).some(({ holder }) => holder === actor.role) || seesAll({ office, actor })

/** What is due first; last what has no due time. */
const byDue = (a: Owed, b: Owed): number =>
  (a.state.duty.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.state.duty.dueAt ?? Number.MAX_SAFE_INTEGER) ||
  a.state.duty.openedAt - b.state.duty.openedAt

async function filesOf(
  deps: Deps,
  { office }: Viewer,
  { regulation }: OfficeRecord,
): Promise<ReadonlyMap<string, AttachmentView>> {
  const found = await deps.store.officeRecord.listFiles(office.id, regulation)
  return new Map(found.map((info) => [info.attachment, attachmentView(info, office.calendar.zone)]))
}
