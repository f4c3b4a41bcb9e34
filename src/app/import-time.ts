import { day, type Instant, readDay, readInstant, shanghai, startOfDay } from '../core/index.js'

/**
 * Times as other systems write them: `2019-04-25T09:32:09`, `2019/4/25 9:32`, `4/8/19 8:37` (month first, as
 * spreadsheets do), a day alone. Wall time of the authority; null for anything else.
 */
export function readLooseTime(text: string): Instant | null {
  const trimmed = text.trim()
  const iso = readInstant(trimmed.replace(/\.\d+$/, ''), shanghai)
  if (iso !== null) return iso
  const [, date = '', clock = ''] = /^(\S+?)(?:[ T]+(\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(trimmed) ?? []
  const on = looseDay(date)
  if (on === null) return null
  if (clock === '') return startOfDay(day(on), shanghai)
  return readInstant(`${on} ${clock}`, shanghai)
}

function looseDay(text: string): string | null {
  const yearFirst = /^(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?$/.exec(text)
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3])
  const monthFirst = /^(\d{1,2})[/](\d{1,2})[/](\d{2}|\d{4})$/.exec(text)
  if (!monthFirst) return null
  const year = monthFirst[3] ?? ''
  return dayOf(year.length === 2 ? `20${year}` : year, monthFirst[1], monthFirst[2])
}

function dayOf(year = '', month = '', dayOfMonth = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return readDay(text) === null ? null : text
}
