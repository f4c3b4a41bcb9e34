import { type Instant, instant, readInstant, shanghai } from '../../core/index.js'

/** Minutes before UTC by name. CST is that of China here; of names that mean several zones, and of none, so is the wall clock. */
const zones: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, cst: 480, hkt: 480, sgt: 480, jst: 540, kst: 540, msk: 180, cet: 60, cest: 120 },
  ...{ est: -300, edt: -240, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 },
}
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const clock = String.raw`(?<hour>\d{1,2})[:.\u65f6\uff1a](?<minute>\d{1,2})(?:[:.\u5206\uff1a](?<second>\d{1,2}))?\u79d2?(?:[.,]\d{1,9})?\s*(?<half>[ap]m\b)?`
const rest = String.raw`\s*(?<zone>[^\s].{0,60})?$`
const ways = [
  // RFC 5322, and near it: `Mon, 29 Sep 2025 09:32:09 +0800`, `29-Sep-25 9:32`.
  String.raw`^(?:[a-z]{3,9}\.?,?\s*)?(?<day>\d{1,2})[\s-]+(?<name>[a-z]{3})[a-z]*\.?[\s-]+(?<year>\d{4}|\d{2})[\s,]+${clock}${rest}`,
  // As C prints it: `Mon Sep 29 09:32:09 2025`.
  String.raw`^(?:[a-z]{3,9}\.?,?\s+)?(?<name>[a-z]{3})[a-z]*\.?\s+(?<day>\d{1,2}),?\s+${clock}\s+(?<zone>[a-z]{1,5}\s+)?(?<year>\d{4})$`,
  // `2025-09-29 09:32:09`, `2025/9/29 9:32`, with the signs for year, month and day.
  String.raw`^(?<year>\d{4})[-/.\u5e74]\s*(?<month>\d{1,2})[-/.\u6708]\s*(?<day>\d{1,2})\u65e5?[\sT,]*(?:[a-z\u4e00-\u9fff]{1,9}\s+)?${clock}${rest}`,
].map((way) => new RegExp(way, 'i'))

/** When a mail says it was written; null for a time that cannot be, and for what is none. Without a zone it is the clock of China. */
export function mailTime(written: string): Instant | null {
  const text = written.replace(/\([^)]*\)?/g, ' ').trim()
  const found = ways.map((way) => way.exec(text)?.groups).find((groups) => groups !== undefined)
  if (found === undefined) return null
  const month = found.month ?? String(months.indexOf((found.name ?? '').toLowerCase()) + 1)
  const wall = readInstant(`${yearOf(found.year ?? '')}-${two(month)}-${two(found.day)} ${clockOf(found)}`, shanghai)
  const ahead = zoneOf((found.zone ?? '').trim())
  return wall === null || ahead === null || wall < earliest ? null : instant(wall + (shanghai - ahead) * 60_000)
}

const two = (digits = ''): string => digits.padStart(2, '0')
const yearOf = (year: string): string => (year.length === 4 ? year : `20${year}`)

function clockOf({ hour = '', minute, second = '0', half }: Record<string, string | undefined>): string {
  const at = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
  // A leap second is the last one of its minute.
  return `${two(String(at))}:${two(minute)}:${two(second === '60' ? '59' : second)}`
}

/** Nobody wrote mails here before; clocks that were never set begin earlier. */
const earliest = Date.UTC(1990, 0)

const furthest = 14 * 60

/** Null for a number that is no zone. */
function zoneOf(text: string): number | null {
  const [, sign, hours = '', minutes = '0'] = /^(?:gmt|utc?)?\s*([+-])(\d{1,2}):?(\d{2})?(?!\d)/i.exec(text) ?? []
  if (sign === undefined) return /^[+-]/.test(text) ? null : (zones[text.toLowerCase().replace(/[^a-z].*$/, '')] ?? shanghai)
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  return Number(minutes) > 59 || Math.abs(ahead) > furthest ? null : ahead
}
