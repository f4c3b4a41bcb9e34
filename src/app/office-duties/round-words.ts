import type { Lang } from '../../contract/index.js'
import {
  type Calendar,
  type Cycle,
  type DutyState,
  dayText,
  dueDay,
  type Given,
  type OfficeDuty,
  type Receipt,
  type Round,
  roundOn,
  roundOpenedAt,
} from '../../core/index.js'
import { nameIn } from '../words/index.js'
import { officeWords } from '../words/office-duties.js'

const monthsIn: Readonly<Record<Exclude<Cycle, 'week'>, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** 2025年第一季度; 2025年第40周（9月29日至10月5日）. */
export function roundName(lang: Lang, round: Round, every: Cycle): string {
  if (every === 'week') return weekName(lang, round)
  const [year = 0, month = 1] = dayText(round.first).split('-').map(Number)
  return officeWords[lang].round(every, year, Math.floor((month - 1) / monthsIn[every]) + 1)
}

function weekName(lang: Lang, { id, first, last }: Round): string {
  const [year = 0, number = 0] = id.split('-W').map(Number)
  const dayOf = (on: Round['first']): readonly [number, number] => {
    const [, month = 1, date = 1] = dayText(on).split('-').map(Number)
    return [month, date]
  }
  return officeWords[lang].week({ year, number, first: dayOf(first), last: dayOf(last) })
}

/** What such a matter is called: nobody gave it a title. */
export const roundTitle = (lang: Lang, { name, every }: OfficeDuty, round: Round): string =>
  officeWords[lang].title(nameIn(lang, name), roundName(lang, round, every))

/** The round of a matter that the calendar opened; null for what people sent in. */
export function roundOf({ program, calendar, events }: Pick<Given, 'program' | 'calendar' | 'events'>): Round | null {
  const [first] = events
  return program.officeDuty === null || first === undefined ? null : roundOpenedAt(program.officeDuty, first.at, calendar)
}

/** How a receipt counted from a round speaks: what happened on the day that does not count, and what a fixed day is the end of. */
export function roundReceipt(
  lang: Lang,
  rule: OfficeDuty,
  { duty, receipt, calendar }: { readonly duty: DutyState; readonly receipt: Receipt; readonly calendar: Calendar },
): { readonly startedBy: string; readonly fixed: string } {
  const words = officeWords[lang]
  const name = roundName(lang, roundOpenedAt(rule, duty.openedAt, calendar), rule.every)
  const { limit, fixed } = receipt
  const isEndOfRound = limit?.kind === 'round' && limit.within.kind === 'periods' && fixed !== null
  return {
    startedBy: rule.edge === 'period-end' ? words.ends(name) : words.begins(name),
    fixed: isEndOfRound ? words.endOf(roundName(lang, roundOn(dueDay(fixed, calendar.zone), rule.every), rule.every)) : '',
  }
}
