import type { Lang, Moment } from '../../contract/index.js'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdaysZh = ['日', '一', '二', '三', '四', '五', '六']
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** The weekday in one sign: 一 to 日, Mon to Sun. */
export const weekdayText = (weekday: number, lang: Lang): string => (lang === 'zh' ? weekdaysZh : weekdaysEn)[weekday] ?? ''

/** The weekday for a narrow cell: 一 to 日, Mo to Su. */
export const shortWeekdayText = (weekday: number, lang: Lang): string => weekdayText(weekday, lang).slice(0, 2)

type Parts = { readonly year: string; readonly month: number; readonly day: number }

function partsOf(text: string): Parts | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  return found ? { year: found[1] ?? '', month: Number(found[2]), day: Number(found[3]) } : null
}

/** `2025-10-09` as people say it: 10月9日, 9 Oct. */
export function dayText(on: string, lang: Lang): string {
  const parts = partsOf(on)
  if (parts === null) return on
  return lang === 'zh' ? `${parts.month}月${parts.day}日` : `${parts.day} ${months[parts.month - 1] ?? ''}`
}

/** `2025-10-09` for a narrow cell. */
export function shortDayText(on: string): string {
  const parts = partsOf(on)
  return parts === null ? on : `${parts.month}/${parts.day}`
}

/** The day of a moment: 2025年10月9日. */
export const dateText = ({ iso, shown }: Moment, lang: Lang): string => momentText({ iso, shown: shown.slice(0, 10) }, lang)

/** A moment as people say it, to the minute: 2025年10月9日 24:00. What is not written as a date stays as it is. */
export function momentText({ shown }: Moment, lang: Lang): string {
  const parts = partsOf(shown)
  if (parts === null) return shown
  const time = shown
    .slice(10)
    .trim()
    .replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1')
  const date = lang === 'zh' ? `${parts.year}年${dayText(shown, lang)}` : `${dayText(shown, lang)} ${parts.year}`
  return time === '' ? date : `${date} ${time}`
}
