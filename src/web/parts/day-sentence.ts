import type { Lang, StripDayView } from '../../contract/index.js'
import { unreachable } from '../../core/index.js'
import { type StripWords, stripWords } from './strip-words.js'
import { dayText, weekdayText } from './wall-day.js'

/** One day of the strip as a sentence: for its title and for a screen reader. */
export function daySentence(day: StripDayView, unit: 'workdays' | 'calendarDays' | null, lang: Lang): string {
  const words = stripWords[lang]
  const weekday = lang === 'zh' ? `星期${weekdayText(day.weekday, lang)}` : weekdayText(day.weekday, lang)
  const marks = [
    day.isToday ? words.today : '',
    day.isDue ? words.due : '',
    day.isDue && day.isProvisional ? words.provisional : '',
  ]
  const said = [`${dayText(day.on, lang)} ${weekday}`, roleSentence(day, unit, words), ...marks]
  return said.filter((part) => part !== '').join(words.joint)
}

function roleSentence(day: StripDayView, unit: 'workdays' | 'calendarDays' | null, words: StripWords): string {
  switch (day.role) {
    case 'start':
      return words.starts
    case 'paused':
      return words.pausedDay
    case 'moved':
      return words.movedDay
    case 'off':
      return words.notCounted(groundText(day, words))
    case 'counted': {
      const madeUp = day.ground === 'make-up' ? words.madeUp(day.groundName ?? '') : ''
      const number = day.number === null || unit === null ? '' : words.numbered(day.number, unit === 'workdays')
      return [madeUp, number].filter((part) => part !== '').join(words.joint)
    }
    default:
      return unreachable(day.role)
  }
}

/** Why a day is off: 周末, 国庆节, 地方放假. */
export function groundText({ ground, groundName, isLocal }: StripDayView, words: StripWords): string {
  if (ground === 'holiday') return `${isLocal ? words.label.local : ''}${groundName ?? words.label.holiday}`
  return words.label.weekend
}
