import { addDays, addMonths, type Day, day, dayText, weekday } from './day.js'

/** 周期. How often something of the office's own comes round. */
export type Cycle = 'week' | 'month' | 'quarter' | 'half' | 'year'
export const cycles = ['week', 'month', 'quarter', 'half', 'year'] as const satisfies readonly Cycle[]

/** 期次. One round of a cycle: `2025-W14` (from Monday to Sunday, of the year in which its Thursday lies), `2025-03`, `2025-Q1`, `2025-H1`, `2025`, with its first and last day. */
export type Round = { readonly id: string; readonly first: Day; readonly last: Day }

type OfMonths = Exclude<Cycle, 'week'>
const monthsIn: Readonly<Record<OfMonths, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** The round a day lies in. */
export function roundOn(on: Day, every: Cycle): Round {
  if (every === 'week') return weekOf(on)
  const [year = 0, month = 0] = dayText(on).split('-').map(Number)
  return roundOf(year, Math.floor((month - 1) / monthsIn[every]), every)
}

/** The round `count` later, or earlier when negative. */
export function roundAfter(round: Round, every: Cycle, count = 1): Round {
  if (every === 'week') return weekOf(addDays(round.first, 7 * count))
  return roundOn(addMonths(round.first, monthsIn[every] * count), every)
}

/** Reads what a round is called; null where no round of that cycle has that name. */
export function readRound(id: string, every: Cycle): Round | null {
  if (every === 'week') return readWeek(id)
  const [, year, rest] = /^(\d{4})(?:-([QH]?\d{1,2}))?$/.exec(id) ?? []
  if (year === undefined) return null
  const found = roundOf(Number(year), rest === undefined ? 0 : Number(rest.replace(/\D/, '')) - 1, every)
  return found.id === id ? found : null
}

/** The week a day lies in, by ISO 8601: its number counts from the one that holds the first Thursday of the year. */
function weekOf(on: Day): Round {
  const first = addDays(on, -((weekday(on) + 6) % 7))
  const [year = ''] = dayText(addDays(first, 3)).split('-')
  const number = Math.floor((addDays(first, 3) - day(`${year}-01-01`)) / 7) + 1
  return { id: `${year}-W${String(number).padStart(2, '0')}`, first, last: addDays(first, 6) }
}

function readWeek(id: string): Round | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(id) ?? []
  if (year === undefined) return null
  // The fourth of January lies in the first week.
  const found = weekOf(addDays(day(`${year}-01-04`), 7 * (Number(number) - 1)))
  return found.id === id ? found : null
}

/** By its place in the year, from 0; a place that the year does not have gives a round of another name. */
function roundOf(year: number, index: number, every: OfMonths): Round {
  const months = monthsIn[every]
  const first = addMonths(day(`${String(year).padStart(4, '0')}-01-01`), index * months)
  return { id: nameOf(first, every), first, last: addDays(addMonths(first, months), -1) }
}

function nameOf(first: Day, every: OfMonths): string {
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
