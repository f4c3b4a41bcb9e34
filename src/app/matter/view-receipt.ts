import type { Lang, ReceiptView, StripDayView } from '../../contract/index.js'
import {
  type CountFrom,
  type Day,
  type DutyState,
  dayAt,
  dayText,
  dueDay,
  type Given,
  type Instant,
  instantText,
  isKnown,
  type Receipt,
  receiptOf,
  type StripDay,
  weekday,
} from '../../core/index.js'
import { sayOneOf } from '../../load/index.js'
import { roundReceipt } from '../office-duties/round-words.js'
import type { Showing } from '../showing.js'
import { nameIn } from '../words/index.js'
import { clauseViews, dueMoment, isMidnight, moment, named } from './view-parts.js'
import { limitText, periodText } from './view-values.js'

type Moment = Pick<Given, 'program' | 'calendar' | 'now'>

/** What a receipt says of its ends beside its days. */
type ReceiptWords = {
  /** What began it, after the day; null for what is counted to the minute. */
  readonly startedBy: string
  /** Said of a day that was stated, if anything; null: what is said of one that the act stated. */
  readonly fixed: string | null
  readonly isSoft: boolean
  readonly isPaused: boolean
}

/** 计时凭据 as it is shown: the strip of days and the same in sentences. */
export function receiptView(showing: Showing, given: Given, duty: DutyState): ReceiptView {
  const { regulation } = given.program
  const rule = regulation.duties[duty.duty]
  if (rule === undefined) throw new Error(`no duty ${duty.duty}`)
  const receipt = receiptOf(duty, rule, given.calendar, regulation.movesToWorkday)
  const { officeDuty } = given.program
  const said =
    officeDuty !== null && rule.within?.kind === 'round'
      ? roundReceipt(showing.lang, officeDuty, { duty, receipt, calendar: given.calendar })
      : { startedBy: startedBy(showing, given, duty, receipt), fixed: null }
  return shownReceipt(showing, given, receipt, { ...said, isSoft: rule.isSoft, isPaused: duty.status === 'paused' })
}

function shownReceipt(showing: Showing, given: Moment, receipt: Receipt, said: ReceiptWords): ReceiptView {
  const { calendar, program, now } = given
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
    days: receipt.days.map((each) => stripDay(each, today, receipt, showing.lang)),
    isProvisional: receipt.isProvisional,
    knownFrom: dayText(receipt.knownFrom),
    knownThrough: dayText(receipt.knownThrough),
    sentences: sentences(showing, given, receipt, said),
    clauses: clauseViews(program.regulation, receipt.clause),
  }
}

const stripDay = (
  { on, role, number, ground, grant, isDue }: StripDay,
  today: Day,
  receipt: Receipt,
  lang: Lang,
): StripDayView => ({
  on: dayText(on),
  weekday: weekday(on),
  role,
  number,
  ground: ground.kind,
  groundName: 'name' in ground ? nameIn(lang, ground.name) : null,
  isLocal: ground.kind === 'holiday' && ground.isLocal,
  grant,
  isToday: on === today,
  isDue,
  // A day that was stated is firm, whatever notice comes.
  isProvisional: receipt.fixed === null && !isKnown(on, receipt),
})

/** The strip in words: from when, what was left out and why, until when. */
function sentences(showing: Showing, given: Moment, receipt: Receipt, said: ReceiptWords): string[] {
  const { words } = showing
  const { zone } = given.calendar
  const year = yearOf(dayAt(given.now, zone))
  const dayWords = (on: Day) => words.receipt.day(wordsOfDay(on, year))
  const found = [startSentence(showing, given, receipt, { startedBy: said.startedBy, dayWords })]
  const fixed = said.fixed ?? fixedSentence(showing, receipt, (at) => dayWords(dueDay(at, zone)))
  if (fixed !== '') found.push(fixed)
  // Up to a stated day nothing is counted.
  if (receipt.grants.length > 0) found.push(...daySentences(showing, receipt, dayWords))
  for (const { period } of receipt.extensions) found.push(words.receipt.extended(periodText(showing, period)))
  for (const { from, to } of receipt.pauses) {
    const count = receipt.days.filter(
      ({ role, on }) => role === 'paused' && on > dayAt(from, zone) && (to === null || on <= dayAt(to, zone)),
    ).length
    found.push(words.receipt.paused(dayWords(dayAt(from, zone)), to === null ? null : dayWords(dayAt(to, zone)), count))
  }
  found.push(...endSentences(showing, given, receipt, { said, dayWords }))
  return found
}

const fixedSentence = ({ words }: Showing, { fixed, fixedBy }: Receipt, dayWords: (at: Instant) => string): string =>
  fixed === null || fixedBy === null ? '' : words.receipt.fixed[fixedBy](dayWords(fixed))

type DayWords = (on: Day) => string

/** The act that began it, or what it counts from. */
function startedBy(showing: Showing, given: Given, duty: DutyState, receipt: Receipt): string {
  const opening = given.events.find((event) => event.seq === duty.openedBy)
  const from = receipt.from ?? (opening?.kind === 'act' ? ({ on: 'act', act: opening.act } as const) : null)
  return from === null ? showing.words.receipt.startedByItself : startName(showing, given, from)
}

function startSentence(
  { words }: Showing,
  given: Moment,
  receipt: Receipt,
  { startedBy: name, dayWords }: { startedBy: string; dayWords: DayWords },
): string {
  const { zone } = given.calendar
  const on = dayWords(dayAt(receipt.startedAt, zone))
  const runs = receipt.grants.some(({ period }) => period.unit === 'hours' || period.unit === 'minutes')
  return runs
    ? words.receipt.startedTime(`${on} ${instantText(receipt.startedAt, zone).slice(11, 16)} `, name)
    : words.receipt.startedDays(on, name)
}

function startName(showing: Showing, given: Given, from: CountFrom): string {
  const { regulation } = given.program
  if (from.on === 'several')
    return sayOneOf(
      showing.lang,
      from.which,
      from.of.map((each) => startName(showing, given, each)),
    )
  return from.on === 'act'
    ? named(showing, from.act, regulation.acts[from.act]?.name).name
    : named(showing, from.field, regulation.fields[from.field]?.name).name
}

/** What was left out: each run of a holiday, all weekends together, make-up days one by one. */
function daySentences({ words, lang }: Showing, receipt: Receipt, dayWords: DayWords): readonly string[] {
  const holidays = new Map<string, number>()
  const makeUps: string[] = []
  let weekends = 0
  let moved = 0
  for (const { on, role, number, ground } of receipt.days) {
    if (role === 'off' && ground.kind === 'holiday') {
      const name = nameIn(lang, ground.name)
      holidays.set(name, (holidays.get(name) ?? 0) + 1)
    }
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
  given: Moment,
  receipt: Receipt,
  { said, dayWords }: { said: ReceiptWords; dayWords: DayWords },
): readonly string[] {
  const { receipt: words } = showing.words
  const { zone } = given.calendar
  if (receipt.dueAt === null) return [said.isPaused ? words.standsStill : words.noLimit]
  const time = isMidnight(receipt.dueAt, zone) ? '24:00' : instantText(receipt.dueAt, zone).slice(11, 16)
  return [
    ...(receipt.isCapped ? [words.capped] : []),
    words.due(dayWords(dueDay(receipt.dueAt, zone)), time),
    ...(said.isSoft ? [words.soft] : []),
    ...(receipt.isProvisional ? [words.provisional(dayText(receipt.knownFrom), dayText(receipt.knownThrough))] : []),
  ]
}

const yearOf = (on: Day): number => Number(dayText(on).slice(0, 4))

function wordsOfDay(on: Day, thisYear: number) {
  const [year, month, dayOfMonth] = dayText(on).split('-').map(Number)
  return { year: year === thisYear ? null : (year ?? null), month: month ?? 0, day: dayOfMonth ?? 0, weekday: weekday(on) }
}
