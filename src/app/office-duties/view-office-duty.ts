import type { AttachmentView, OfficeDutyView, OfficePeriod, ReceiptView } from '../../contract/index.js'
import {
  type Actor,
  type Calendar,
  type DutyState,
  dueDay,
  type Given,
  type Instant,
  type OfficeDuty,
  type OfficeDutyState,
  type OfficeGiven,
  officeReceiptOf,
  officeRefusal,
  type Receipt,
  type Round,
  readRound,
  roundOn,
} from '../../core/index.js'
import type { Showing } from '../showing.js'
import { fieldView } from '../view-act.js'
import { dutyHead } from '../view-duty.js'
import { clauseViews, dueMoment, holderView, named, personName, toTheMinute } from '../view-parts.js'
import { type ReceiptWords, shownReceipt } from '../view-receipt.js'
import { limitText, valueText } from '../view-values.js'
import { officeWords } from '../words/office-duties.js'
import type { Owed } from './office-record.js'
import { periodName, periodView } from './period-name.js'
import { officeRefusalView } from './view-office-refusal.js'

const ruleOf = ({ program }: OfficeGiven, { duty }: OfficeDutyState): OfficeDuty => {
  const rule = program.regulation.officeDuties[duty.duty]
  if (rule === undefined) throw new Error(`no duty of the office ${duty.duty}`)
  return rule
}

/** One that is owed now, with its form, or the clause by which this viewer cannot do it. */
export function officeDutyView(showing: Showing, { given, state }: Owed, actor: Actor): OfficeDutyView {
  const { regulation } = given.program
  const rule = ruleOf(given, state)
  const { duty, period } = state
  const refusal = officeRefusal(given, rule, period.id, actor)
  const about = { rule, duty: rule.id, period: period.id }
  return {
    key: duty.key,
    period: periodView(showing, period, rule.every),
    duty: {
      ...dutyHead(showing, given, duty, rule),
      receipt: receiptIn(showing, given, officeReceiptOf(given, state), { rule, round: period, dueAt: duty.dueAt }),
    },
    isMine: rule.holder === actor.role,
    fields: [...new Set([...rule.needs, ...rule.takes])].flatMap((id) => {
      const field = regulation.fields[id]
      return field === undefined ? [] : [fieldView(showing, field, { isNeeded: rule.needs.includes(id) })]
    }),
    refusal: refusal === null ? null : officeRefusalView(showing, given, refusal, about),
    discretion: rule.discretion === null ? '' : (regulation.discretions[rule.discretion]?.words ?? ''),
    note: rule.note,
  }
}

const limit = (showing: Showing, { within }: OfficeDuty): string =>
  within?.kind === 'periods' ? officeWords[showing.lang].periods(within.periods) : limitText(showing, within)

/** How the receipt begins: the day that ends as the duty opens; or, where the limit is a day, what that day is. */
function wordsFor(showing: Showing, { zone }: Calendar, { rule, round, dueAt }: Counted): ReceiptWords {
  const words = officeWords[showing.lang]
  const name = periodName(showing, round, rule.every)
  const startedBy = rule.opens === 'period-end' ? words.ends(name) : words.begins(name)
  const last = rule.within?.kind === 'periods' && dueAt !== null ? roundOn(dueDay(dueAt, zone), rule.every) : null
  return {
    startedBy,
    fixed: last === null ? '' : words.endOf(periodName(showing, last, rule.every)),
    isSoft: false,
    isPaused: false,
  }
}

type Counted = { readonly rule: OfficeDuty; readonly round: Round; readonly dueAt: Instant | null }

/** A receipt in the words of a duty of the office. */
const receiptIn = (
  showing: Showing,
  given: Pick<Given, 'program' | 'calendar' | 'now'>,
  receipt: Receipt,
  counted: Counted,
): ReceiptView => ({
  ...shownReceipt(showing, given, receipt, wordsFor(showing, given.calendar, counted)),
  limit: limit(showing, counted.rule),
})

/** What a step of an example did to a duty of the office; null where it is a matter's. */
export function officeChangeView(
  showing: Showing,
  given: Pick<Given, 'program' | 'calendar' | 'now'>,
  { duty, receipt }: { readonly duty: DutyState; readonly receipt: Receipt },
): { name: string; receipt: ReceiptView } | null {
  const [id = '', period = ''] = duty.key.split('@')
  const rule = given.program.regulation.officeDuties[id]
  const round = rule === undefined ? null : readRound(period, rule.every)
  if (rule === undefined || round === null) return null
  const { notice } = officeWords[showing.lang]
  const name = notice(named(showing, id, rule.name).name, periodName(showing, round, rule.every))
  return { name, receipt: receiptIn(showing, given, receipt, { rule, round, dueAt: duty.dueAt }) }
}

/** One period in one line. */
export function officePeriodView(
  showing: Showing,
  { given, state }: Owed,
  files: ReadonlyMap<string, AttachmentView>,
): OfficePeriod {
  const rule = ruleOf(given, state)
  const { duty, period, done } = state
  const { zone } = given.calendar
  const { fields } = given.program.regulation
  const names = new Map([...files].map(([id, file]) => [id, file.name]))
  const stated = Object.entries(done?.with ?? {}).flatMap(([id, value]) => {
    const field = fields[id]
    return field === undefined ? [] : [{ field, value }]
  })
  return {
    key: duty.key,
    duty: rule.id,
    name: named(showing, rule.id, rule.name).name,
    period: periodView(showing, period, rule.every),
    holder: holderView(showing, duty.holder, null),
    status: duty.status === 'met' || duty.status === 'overdue' ? duty.status : 'open',
    isLate: duty.isLate,
    workdaysLate: duty.workdaysLate,
    dueAt: duty.dueAt === null ? null : dueMoment(duty.dueAt, zone),
    isProvisional: duty.isProvisional,
    metAt: duty.metAt === null ? null : toTheMinute(duty.metAt, zone),
    by: done === null ? '' : (personName(showing, done.by) ?? ''),
    stated: stated
      .filter(({ field }) => field.type !== 'attachments')
      .map(({ field, value }) => ({
        field: field.id,
        name: named(showing, field.id, field.name).name,
        value: valueText(showing, field, value, names),
      })),
    files: stated
      .filter(({ field }) => field.type === 'attachments')
      .flatMap(({ value }) => (Array.isArray(value) ? value : []))
      .flatMap((id) => files.get(String(id)) ?? []),
    clauses: clauseViews(given.program.regulation, rule.clause),
  }
}
