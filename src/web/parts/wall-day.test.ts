import { expect, it } from 'vitest'
import { dateText, dayText, momentText, shortDayText } from './wall-day.js'

it.each([
  ['2025-10-13 24:00', 'zh', '2025年10月13日 24:00'],
  ['2025-10-13 24:00', 'en', '13 Oct 2025 24:00'],
  ['2025-10-13 07:47:44', 'zh', '2025年10月13日 07:47'],
  ['2025-01-02', 'zh', '2025年1月2日'],
  ['尽快', 'zh', '尽快'],
] as const)('%s in %s is %s', (shown, lang, text) => {
  expect(momentText({ iso: '', shown }, lang)).toBe(text)
})

it('writes days', () => {
  expect(dayText('2025-10-09', 'zh')).toBe('10月9日')
  expect(shortDayText('2025-10-09')).toBe('10/9')
  expect(dateText({ iso: '', shown: '2025-10-09 08:30' }, 'zh')).toBe('2025年10月9日')
})
