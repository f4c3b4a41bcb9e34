/** Typed days and times, read kindly: 2025-9-3, 2025/09/03, 2025年9月3日 and 20250903 are one day. What cannot be read is left as it is. */
export function readTypedDay(text: string): string {
  const typed = text.trim().normalize('NFKC')
  const found = /^(\d{4})(?:[-/.年 ](\d{1,2})[-/.月 ](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(typed)
  if (!found) return typed
  const [, year = '', month = found[4] ?? '', day = found[5] ?? ''] = found
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A day and a time of day: 2025-9-3 9:05 becomes 2025-09-03 09:05. */
export function readTypedTime(text: string): string {
  const typed = text.trim().normalize('NFKC')
  const found = /^(.*?)[ T]*(\d{1,2})[:：时点](\d{1,2})?分?$/.exec(typed)
  if (!found) return typed
  const [, day = '', hour = '', minute = '0'] = found
  return `${readTypedDay(day)} ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}

/** A number, with the signs a Chinese keyboard types; what is none stays text, and the server says so. */
export function readTypedNumber(text: string): number | string | null {
  const typed = text.trim().normalize('NFKC')
  if (typed === '') return null
  const number = Number(typed)
  return Number.isFinite(number) ? number : typed
}
