import type { ReceiptView, StripDayView } from '../contract/index.js'
import {
  type CountFrom,
  type Day,
  type DutyState,
  dayAt,
  dayText,
  dueDay,
  type Given,
  instantText,
  type Receipt,
  receiptOf,
  type StripDay,
  weekday,
} from '../core/index.js'
import type { Showing } from './showing.js'
import { clauseViews, dueMoment, isMidnight, moment, named } from './view-parts.js'
import { limitText, periodText } from './view-values.js'

/** 计时凭据 as it is shown: the strip of days and the same in sentences. */
export function receiptView(showing: Showing, given: Given, duty: DutyState): ReceiptView {
  const { calendar, program, now } = given
  const rule = program.regulation.duties[duty.duty]
  if (rule === undefined) throw new Error(`no duty ${duty.duty}`)
  const receipt = receiptOf(duty, rule, calendar, program.regulation.movesToWorkday)
  const { zone } = calendar
  const today = dayAt(now, zone)
  return {
    startedAt: moment(receipt.startedAt, zone),
    dueAt: receipt.dueAt === null ? null : dueMoment(receipt.dueAt, zone),
    limit: limitText(showing, receipt.limit),
    grants: receipt.grants.map(({ period, event }) => ({
      amount: period.amount,
      unit: period.unit,
      shown: periodText(showing, period),
      event,
    })),
    pauses: receipt.pauses.map(({ from, to }) => ({ from: moment(from, zone), to: to === null ? null : moment(to, zone) })),
    days: receipt.days.map((each) => stripDay(each, today, receipt)),
    isProvisional: receipt.isProvisional,
    knownThrough: dayText(receipt.knownThrough),
    sentences: sentences(showing, given, duty, receipt),
    clauses: clauseViews(program.regulation, receipt.clause),
  }
}

const stripDay = ({ on, role, number, ground, grant, isDue }: StripDay, today: Day, receipt: Receipt): StripDayView => ({
  on: dayText(on),
  weekday: weekday(on),
  role,
  number,
  ground: ground.kind,
  groundName: 'name' in ground ? ground.name : null,
  isLocal: ground.kind === 'holiday' && ground.isLocal,
  grant,
  isToday: on === today,
  isDue,
  isProvisional: on > receipt.knownThrough,
})

/** The strip in words: from when, what was left out and why, until when. */
function sentences(showing: Showing, given: Given, duty: DutyState, receipt: Receipt): string[] {
  const { words } = showing
  const { zone } = given.calendar
  const year = yearOf(dayAt(given.now, zone))
  const dayWords = (on: Day) => words.receipt.day(wordsOfDay(on, year))
  const found = [startSentence(showing, given, duty, receipt, dayWords)]
  if (receipt.fixed !== null) found.push(words.receipt.fixed(dayWords(dueDay(receipt.fixed, zone))))
  found.push(...daySentences(showing, receipt, dayWords))
  const extensions = receipt.grants.slice(receipt.fixed === null ? 1 : 0)
  for (const { period } of extensions) found.push(words.receipt.extended(periodText(showing, period)))
  for (const { from, to } of receipt.pauses) {
    const count = receipt.days.filter(
      ({ role, on }) => role === 'paused' && on > dayAt(from, zone) && (to === null || on <= dayAt(to, zone)),
    ).length
    found.push(words.receipt.paused(dayWords(dayAt(from, zone)), to === null ? null : dayWords(dayAt(to, zone)), count))
  }
  found.push(...endSentences(showing, given, duty, receipt, dayWords))
  return found
}

function startSentence(showing: Showing, given: Given, duty: DutyState, receipt: Receipt, dayWords: (on: Day) => string): string {
  const { words } = showing
  const { zone } = given.calendar
  const opening = given.events.find((event) => event.seq === duty.openedBy)
  const from = receipt.countsFrom ?? (opening?.kind === 'act' ? ({ on: 'act', act: opening.act } as const) : null)
  const name = from === null ? words.receipt.startedByItself : startName(showing, given, from)
  const on = dayWords(dayAt(receipt.startedAt, zone))
  const runs = receipt.grants.some(({ period }) => period.unit === 'hours' || period.unit === 'minutes')
  return runs
    ? words.receipt.startedTime(`${on} ${instantText(receipt.startedAt, zone).slice(11, 16)} `, name)
    : words.receipt.startedDays(on, name)
}

function startName(showing: Showing, { program: { regulation } }: Given, from: CountFrom): string {
  return from.on === 'act'
    ? named(showing, from.act, regulation.acts[from.act]?.name).name
    : named(showing, from.field, regulation.fields[from.field]?.name).name
}

/** What was left out: each run of a holiday, all weekends together, make-up days one by one. */
function daySentences({ words }: Showing, receipt: Receipt, dayWords: (on: Day) => string): readonly string[] {
  const holidays = new Map<string, number>()
  const makeUps: string[] = []
  let weekends = 0
  let moved = 0
  for (const { on, role, number, ground } of receipt.days) {
    if (role === 'off' && ground.kind === 'holiday') holidays.set(ground.name, (holidays.get(ground.name) ?? 0) + 1)
    if (role === 'off' && ground.kind === 'weekend') weekends += 1
    if (role === 'counted' && ground.kind === 'make-up') makeUps.push(words.receipt.makeUp(dayWords(on), number))
    if (role === 'moved') moved += 1
  }
  return [
    ...[...holidays].map(([name, days]) => words.receipt.holidayOff(name, days)),
    ...(weekends > 0 ? [words.receipt.weekendOff(weekends)] : []),
    ...makeUps,
    ...(moved > 0 ? [words.receipt.moved(moved)] : []),
  ]
}

function endSentences(
  showing: Showing,
  given: Given,
  duty: DutyState,
  receipt: Receipt,
  dayWords: (on: Day) => string,
): readonly string[] {
  const { receipt: words } = showing.words
  const { zone } = given.calendar
  if (receipt.dueAt === null) return [duty.status === 'paused' ? words.standsStill : words.noLimit]
  const time = isMidnight(receipt.dueAt, zone) ? '24:00' : instantText(receipt.dueAt, zone).slice(11, 16)
  const isSoft = given.program.regulation.duties[duty.duty]?.isSoft === true
  return [
    ...(receipt.isCapped ? [words.capped] : []),
    words.due(dayWords(dueDay(receipt.dueAt, zone)), time),
    ...(isSoft ? [words.soft] : []),
    ...(receipt.isProvisional ? [words.provisional(dayText(receipt.knownThrough))] : []),
  ]
}

const yearOf = (on: Day): number => Number(dayText(on).slice(0, 4))

function wordsOfDay(on: Day, thisYear: number) {
  const [year, month, dayOfMonth] = dayText(on).split('-').map(Number)
  return { year: year === thisYear ? null : (year ?? null), month: month ?? 0, day: dayOfMonth ?? 0, weekday: weekday(on) }
}
