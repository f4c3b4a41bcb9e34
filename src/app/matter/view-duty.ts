import type { DutyView } from '../../contract/index.js'
import {
  type Calendar,
  type Duty,
  type DutyState,
  dayAt,
  dueDay,
  type Given,
  type Instant,
  instant,
  type Regulation,
  workdaysBetween,
} from '../../core/index.js'
import type { Showing } from '../showing.js'
import { nameIn } from '../words/index.js'
import { alertView, clauseViews, dueMoment, holderView, moment, named } from './view-parts.js'
import { receiptView } from './view-receipt.js'

export function dutyView(showing: Showing, given: Given, duty: DutyState): DutyView {
  const rule = given.program.regulation.duties[duty.duty]
  return { ...dutyHead(showing, given, duty, rule), receipt: receiptView(showing, given, duty) }
}

/** A duty without its receipt: of a matter, or of the office itself. */
export function dutyHead(
  showing: Showing,
  given: Pick<Given, 'program' | 'calendar' | 'now'>,
  duty: DutyState,
  rule: Pick<Duty, 'name' | 'discretion' | 'isSoft'> | undefined,
): Omit<DutyView, 'receipt'> {
  const { zone } = given.calendar
  return {
    key: duty.key,
    duty: duty.duty,
    name: named(showing, duty.duty, rule?.name).name,
    item: duty.item,
    itemName: null,
    holder: dutyHolder(showing, duty),
    status: duty.status,
    openedAt: moment(duty.openedAt, zone),
    dueAt: duty.dueAt === null ? null : dueMoment(duty.dueAt, zone),
    discretion: discretionOf(showing, given.program.regulation, rule),
    metAt: duty.metAt === null ? null : moment(duty.metAt, zone),
    isProvisional: duty.isProvisional,
    isLate: duty.isLate,
    isHeld: duty.isHeld,
    ...softness(rule),
    workdaysLeft: duty.status === 'open' ? workdaysLeft(duty.dueAt, given.now, given.calendar) : null,
    workdaysLate: duty.workdaysLate,
    alert: alertView(showing, duty.alert),
    deducted: duty.deducted,
    criticisms: duty.criticisms,
    extensions: duty.extensions,
    clauses: clauseViews(given.program.regulation, duty.clause),
  }
}

/** 原则上. Whether its day is kept as a rule. */
export const softness = (rule: Pick<Duty, 'isSoft'> | undefined): Pick<DutyView, 'isSoft'> =>
  rule?.isSoft === true ? { isSoft: true } : {}

/** 裁量. The text's own words for when it is to be done, where it states no number. */
export function discretionOf(
  { lang }: Showing,
  { discretions }: Regulation,
  rule: Pick<Duty, 'discretion'> | undefined,
): string | null {
  const words = discretions[rule?.discretion ?? '']?.words
  return words == null ? null : nameIn(lang, words)
}

/** Whoever alone owes it is said by name. */
function dutyHolder(showing: Showing, { holder, unit, person }: DutyState): DutyView['holder'] {
  const view = holderView(showing, holder, unit)
  return person === null ? view : { ...view, roleName: `${view.roleName} ${showing.office.people.get(person) ?? person}` }
}

/** Workdays up to and with the due day; 0: today is the last. Null without a due time, or when it has passed. */
export function workdaysLeft(due: number | null, now: Instant, calendar: Calendar): number | null {
  if (due === null || due <= now) return null
  return Math.max(0, workdaysBetween(dayAt(now, calendar.zone), dueDay(instant(due), calendar.zone), calendar))
}

/** How late something still owed is today. */
export function workdaysLate(due: number | null, now: Instant, calendar: Calendar): number {
  if (due === null || due > now) return 0
  return Math.max(0, workdaysBetween(dueDay(instant(due), calendar.zone), dayAt(now, calendar.zone), calendar))
}
