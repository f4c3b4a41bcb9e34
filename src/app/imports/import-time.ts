import { day, type Instant, instant, readDay, readInstant, shanghai, startOfDay } from '../../core/index.js'

/**
 * Times as people and other systems write them, in wall time of the authority: `2019-04-25T09:32:09`, `2019/4/25 9:32`,
 * `2025年9月29日 下午3时5分`, `20250929`, `4/8/19 8:37` (month first, as spreadsheets do), a spreadsheet's count of days, seconds since
 * 1970; full-width figures are figures. A day alone is its beginning. Null for anything else.
 */
export function readLooseTime(written: string): Instant | null {
  const text = inFigures(written.normalize('NFKC')).trim()
  const iso = readInstant(text.replace(/(:\d{2})\.\d+$/, '$1'), shanghai)
  if (iso !== null) return iso
  if (/^\d+(\.\d+)?$/.test(text)) return counted(text)
  const [, date = '', clock = ''] = dateThenClock.exec(text.replace(weekdayWords, ' ')) ?? []
  const on = looseDay(date)
  if (on === null) return null
  if (clock.trim() === '') return startOfDay(day(on), shanghai)
  const time = looseClock(clock.trim())
  return time === null ? null : readInstant(`${on} ${time}`, shanghai)
}

const weekdayWords =
  /[(]?(\u661f\u671f|\u5468|\u793c\u62dc)[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u65e5\u59291-7][)]?|[(]?\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b,?[)]?/gi
const dateThenClock = /^(\d{4}\s*\u5e74\s*\d{1,2}\s*\u6708\s*\d{1,2}\s*[\u65e5\u53f7]?|\d+[-/.]\d+[-/.]\d+)(?:[ T,]*(.*))?$/

function looseDay(date: string): string | null {
  const yearFirst = /^(\d{4})\s*[-/.\u5e74]\s*(\d{1,2})\s*[-/.\u6708]\s*(\d{1,2})/.exec(date)
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3])
  const monthFirst = /^(\d{1,2})[/](\d{1,2})[/](\d{2}|\d{4})$/.exec(date)
  if (!monthFirst) return null
  const year = monthFirst[3] ?? ''
  return dayOf(year.length === 2 ? `20${year}` : year, monthFirst[1], monthFirst[2])
}

function dayOf(year = '', month = '', dayOfMonth = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return readDay(text) === null ? null : text
}

const morning = /\u4e0a\u5348|\u65e9\u4e0a|\u65e9\u6668|\u6e05\u6668|\u51cc\u6668|^am\b|\bam$|\da\.?m\.?$/i
const afternoon = /\u4e0b\u5348|\u4e2d\u5348|\u508d\u665a|\u665a\u4e0a|\u665a\u95f4|^pm\b|\bpm$|\dp\.?m\.?$/i
const figures = /^(\d{1,2})\s*(?:[:\u65f6\u70b9]\s*(?:(\d{1,2})|(\u534a))?\s*(?:[:\u5206]\s*(\d{1,2})?\s*\u79d2?)?(?:\.\d+)?)$/

/** `9:05`, `9时30分`, `下午 3点半`, `3:05 PM` as `HH:MM:SS`. */
function looseClock(clock: string): string | null {
  const isMorning = morning.test(clock)
  const isAfternoon = afternoon.test(clock)
  const plain = clock
    .replace(/^[\u4e00-\u9fff]+\s*(?=\d)/, '')
    .replace(/\s*\b(am|pm)\b\s*|(?<=\d)[ap]\.?m\.?$/i, '')
    .trim()
  const [, hours = '', minutes, half, seconds] = figures.exec(plain) ?? []
  if (hours === '' || (isMorning && isAfternoon)) return null
  const hour = hourOf(Number(hours), { isMorning, isAfternoon })
  const two = (value: string | number = 0): string => String(value).padStart(2, '0')
  return hour === null ? null : `${two(hour)}:${half === undefined ? two(minutes) : '30'}:${two(seconds)}`
}

/** Twelve in the morning is midnight, as spreadsheets write it; twelve in the afternoon is noon. */
function hourOf(hour: number, { isMorning, isAfternoon }: { isMorning: boolean; isAfternoon: boolean }): number | null {
  if (isMorning && hour > 12) return null
  if (isMorning) return hour % 12
  return isAfternoon && hour < 12 ? hour + 12 : hour
}

/** Days of a spreadsheet since the end of 1899; of a date and time run together; seconds or milliseconds since 1970. */
function counted(text: string): Instant | null {
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const [days = 0, part = 0] = [Math.floor(Number(text)), Number(text) % 1]
    return instant(startOfDay(day('1899-12-30'), shanghai) + days * dayLength + Math.round(part * 86_400) * 1000)
  }
  const [, year, month, dayOfMonth, hours = '00', minutes = '00', seconds = '00'] = runTogether.exec(text) ?? []
  const on = year === undefined ? null : dayOf(year, month, dayOfMonth)
  if (on !== null) return readInstant(`${on} ${hours}:${minutes}:${seconds}`, shanghai)
  if (/^1\d{9}$/.test(text)) return instant(Number(text) * 1000)
  return /^1\d{12}$/.test(text) ? instant(Number(text)) : null
}

const dayLength = 86_400_000
const runTogether = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/

const numerals = '\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d'
const units = '(?=[\u5e74\u6708\u65e5\u53f7\u65f6\u70b9\u5206\u79d2])'
const tensOf = new RegExp(`([${numerals}])?\u5341([${numerals}])?${units}`, 'g')
const runOf = new RegExp(`[${numerals}\u96f6\u25cb]+${units}`, 'g')
const figureOf = (numeral: string): number => Math.max(0, numerals.indexOf(numeral))

/** `二〇二五年九月二十九日` as `2025年9月29日`; the days of the week are left as they are. */
const inFigures = (text: string): string =>
  text
    .replace(tensOf, (_, tens?: string, ones?: string) =>
      String((tens === undefined ? 1 : figureOf(tens)) * 10 + (ones === undefined ? 0 : figureOf(ones))),
    )
    .replace(runOf, (run) => [...run].map((sign) => String(figureOf(sign))).join(''))
