import type { OfficeDutyView } from '../../contract/index.js'
import { type Cycle, dayText, type Round } from '../../core/index.js'
import type { Showing } from '../showing.js'
import { officeWords } from '../words/office-duties.js'

const monthsIn: Readonly<Record<Cycle, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** 2025年第一季度. */
export function periodName({ lang }: Pick<Showing, 'lang'>, round: Round, every: Cycle): string {
  const [year = 0, month = 1] = dayText(round.first).split('-').map(Number)
  return officeWords[lang].period(every, year, Math.floor((month - 1) / monthsIn[every]) + 1)
}

export const periodView = (showing: Showing, round: Round, every: Cycle): OfficeDutyView['period'] => ({
  id: round.id,
  name: periodName(showing, round, every),
  first: dayText(round.first),
  last: dayText(round.last),
})
