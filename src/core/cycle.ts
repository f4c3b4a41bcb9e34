import { addDays, addMonths, type Day, day, dayText } from './day.js'

/** 周期. How often something of the office's own comes round. */
export type Cycle = 'month' | 'quarter' | 'half' | 'year'
export const cycles: readonly Cycle[] = ['month', 'quarter', 'half', 'year']

/** 期次. One round of a cycle: `2025-03`, `2025-Q1`, `2025-H1`, `2025`, with its first and last day. */
export type Round = { readonly id: string; readonly first: Day; readonly last: Day }

const monthsIn: Readonly<Record<Cycle, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** The round a day lies in. */
export function roundOn(on: Day, every: Cycle): Round {
  const [year = 0, month = 0] = dayText(on).split('-').map(Number)
  return roundOf(year, Math.floor((month - 1) / monthsIn[every]), every)
}

/** The round `count` later, or earlier when negative. */
export function roundAfter(round: Round, every: Cycle, count = 1): Round {
  return roundOn(addMonths(round.first, monthsIn[every] * count), every)
}

/** Reads what a round is called; null where no round of that cycle has that name. */
export function readRound(id: string, every: Cycle): Round | null {
  const [, year, rest] = /^(\d{4})(?:-([QH]?\d{1,2}))?$/.exec(id) ?? []
  if (year === undefined) return null
  const found = roundOf(Number(year), rest === undefined ? 0 : Number(rest.replace(/\D/, '')) - 1, every)
  return found.id === id ? found : null
}

/** By its place in the year, from 0; a place that the year does not have gives a round of another name. */
function roundOf(year: number, index: number, every: Cycle): Round {
  const months = monthsIn[every]
  const first = addMonths(day(`${String(year).padStart(4, '0')}-01-01`), index * months)
  return { id: nameOf(first, every), first, last: addDays(addMonths(first, months), -1) }
}

function nameOf(first: Day, every: Cycle): string {
  const [year = '', month = ''] = dayText(first).split('-')
  const index = Math.floor((Number(month) - 1) / monthsIn[every]) + 1
  switch (every) {
    case 'month':
      return `${year}-${month}`
    case 'quarter':
      return `${year}-Q${index}`
    case 'half':
      return `${year}-H${index}`
    case 'year':
      return year
  }
}
