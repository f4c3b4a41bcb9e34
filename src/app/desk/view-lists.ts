import type { DutyRow, MatterRow, PublicMatter } from '../../contract/index.js'
import {
  type ClauseRef,
  clausesThatApply,
  dayAt,
  type Instant,
  instant,
  matterNameIn,
  meaningOf,
  type Payload,
  readRound,
  unreachable,
  workdaysBetween,
} from '../../core/index.js'
import type { QueuedDuty, MatterRow as StoredMatter } from '../../store/index.js'
import { isUnitName } from '../gate.js'
import { discretionOf, softness, workdaysLate, workdaysLeft } from '../matter/view-duty.js'
import { alertView, clauseViews, dueMoment, moment, named, shownNamed, stageNamed, unitNamed } from '../matter/view-parts.js'
import { valueText } from '../matter/view-values.js'
import { sortingNamed } from '../meaning-of.js'
import { personNamed } from '../notes/house.js'
import { kindNamed, type ProgramNamed, programFor } from '../office.js'
import { roundTitle } from '../office-duties/round-words.js'
import { type Showing, showingOf } from '../showing.js'
import { nameIn } from '../words/index.js'

/** Rows of one list may run under different versions: each is shown with its own. */
export function showingRow(showing: Showing, row: ProgramNamed): Showing {
  const { regulation, officeDuty } = showing.program
  const isSame = regulation.id === row.regulation && regulation.version === row.regulationVersion
  if (isSame && (officeDuty?.id ?? null) === row.officeDuty) return showing
  return showingOf(showing.office, showing.lang, programFor(showing.office, row))
}

/** The title as it was given; of a round of the office's duties, in the reader's language. */
export function titleOf({ lang, program: { officeDuty } }: Showing, row: Pick<StoredMatter, 'title' | 'round'>): string {
  const round = officeDuty === null || row.round === null ? null : readRound(row.round, officeDuty.every)
  return officeDuty === null || round === null ? row.title : roundTitle(lang, officeDuty, round)
}

export function matterRowView(all: Showing, row: StoredMatter): MatterRow {
  const showing = showingRow(all, row)
  const { zone } = showing.office.calendar
  return {
    id: String(row.matter),
    number: row.number,
    title: row.destroyedAt === null ? titleOf(showing, row) : showing.words.failures.destroyed,
    stage: stageNamed(showing, row.stage),
    kind: kindNamed(showing.office, showing.program, showing.lang),
    category: sortingNamed(showing, 'category', row.category),
    channel: sortingNamed(showing, 'channel', row.channel),
    units: row.units.filter(isUnitName).map((unit) => unitNamed(showing, unit)),
    receivedAt: moment(row.receivedAt, zone),
    nextDueAt: row.nextDueAt === null ? null : dueMoment(row.nextDueAt, zone),
    alert: alertView(showing, row.alert),
  }
}

export function dutyRowView(all: Showing, row: QueuedDuty, now: Instant): DutyRow {
  const showing = showingRow(all, row)
  const { calendar } = showing.office
  const rule = showing.program.regulation.duties[row.duty]
  return {
    matter: String(row.matter),
    number: row.number,
    title: titleOf(showing, row),
    kind: kindNamed(showing.office, showing.program, showing.lang),
    category: sortingNamed(showing, 'category', row.category),
    channel: sortingNamed(showing, 'channel', row.channel),
    key: row.key,
    duty: row.duty,
    name: named(showing, row.duty, rule?.name).name,
    itemName: row.itemName,
    status: statusNow(row, now),
    unit: row.unit === null ? null : unitNamed(showing, row.unit),
    openedAt: moment(row.openedAt, calendar.zone),
    workdaysOpen: workdaysBetween(dayAt(instant(row.openedAt), calendar.zone), dayAt(now, calendar.zone), calendar),
    dueAt: row.dueAt === null ? null : dueMoment(row.dueAt, calendar.zone),
    discretion: discretionOf(showing, showing.program.regulation, rule),
    isProvisional: row.isProvisional,
    isHeld: row.isHeld,
    ...softness(rule),
    workdaysLeft: row.status === 'paused' ? null : workdaysLeft(row.dueAt, now, calendar),
    workdaysLate: workdaysLate(row.lateAt, now, calendar),
    alert: alertView(showing, row.alert),
    keeper: row.keeper == null ? null : personNamed(showing.office, row.keeper),
    clauses: clauseViews(showing.program.regulation, clausesOf(showing, row)),
  }
}

/** The clauses that apply to a matter of its category, and that came in its way: what a row knows of it. */
function clausesOf({ program }: Showing, row: QueuedDuty): readonly ClauseRef[] {
  const duty = program.duties.get(row.duty)
  if (duty === undefined) return []
  const { category, channel } = program.regulation.meaning
  const stated = (field: string): string | null => (field === category ? row.category : field === channel ? row.channel : null)
  return clausesThatApply(duty.rule.clause, duty.alternatives, { value: (field) => stated(field) ?? undefined })
}

/** The row was written when somebody last acted or a time passed; what the clock says since is said here. */
function statusNow({ status, lateAt }: QueuedDuty, now: Instant): DutyRow['status'] {
  if (status === 'paused') return 'paused'
  return lateAt !== null && lateAt <= now ? 'overdue' : 'open'
}

/** What the public reads a matter under: the title that is published, else what it is and its number. */
export const publicTitle = ({ lang, words, program: { regulation } }: Showing, title: string | null, number: string): string =>
  title ?? words.untitled(nameIn(lang, matterNameIn(regulation).name), number)

/** A published matter, from its row alone: the row holds no more than the regulation lets the public read. */
export function publicMatterView(all: Showing, row: StoredMatter): PublicMatter {
  const showing = showingRow(all, row)
  const { regulation } = showing.program
  const { zone } = showing.office.calendar
  const fields = regulation.visibility.public?.fields ?? []
  const page = publicFields(showing, row.facts as Payload)
  return {
    number: row.number,
    title: publicTitle(showing, page.title, row.number),
    category: fields.includes(regulation.meaning.category ?? '') ? sortingNamed(showing, 'category', row.category) : null,
    receivedAt: moment(row.receivedAt, zone),
    answeredAt: row.publishedAt === null ? null : moment(row.publishedAt, zone),
    units: row.units.filter(isUnitName).map((unit) => unitNamed(showing, unit).name),
    shown: shownNamed(showing, row.shownState),
    fields: page.fields,
  }
}

/** What the public reads of these facts, in the order of the regulation's list: the page and its preview are both made of it. */
export function publicFields(
  showing: Showing,
  facts: Payload,
): { readonly title: string | null; readonly fields: PublicMatter['fields'] } {
  const { regulation } = showing.program
  const read = (regulation.visibility.public?.fields ?? []).flatMap((id) => {
    const field = regulation.fields[id]
    const value =
      field === undefined || field.isIdentity || field.type === 'attachments' ? '' : valueText(showing, field, facts[id])
    return value === '' ? [] : [{ id, name: named(showing, id, field?.name).name, value, means: meaningOf(regulation, id) }]
  })
  return {
    title: read.find(({ means }) => means === 'title')?.value ?? null,
    fields: read.flatMap(({ means, ...rest }) => {
      switch (means) {
        case 'title':
        case 'category':
          return []
        case 'letter':
        case 'answer':
        case 'other':
          return [{ ...rest, of: means }]
        case 'channel':
          return [{ ...rest, of: 'other' as const }]
        default:
          return unreachable(means)
      }
    }),
  }
}
