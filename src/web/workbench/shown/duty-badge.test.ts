import { expect, it } from 'vitest'
import { en } from '../words/en.js'
import { zh } from '../words/zh.js'
import { leftOf } from './duty-badge.js'

const due = { status: 'open', workdaysLeft: 0, workdaysLate: 0, alert: null } as const

it.each([
  [due, '今天到期', 'due today'],
  [{ ...due, isSoft: true }, '原则上今天到期', 'due today, as a rule'],
  [{ ...due, workdaysLeft: 2, isSoft: true }, '原则上还剩 2 个工作日', '2 workdays left, as a rule'],
  // What is kept as a rule and has passed is no lateness, and nothing is left of it.
  [{ ...due, workdaysLeft: null, isSoft: true }, '', ''],
])('tells a day that is kept as a rule as such', (standing, inChinese, inEnglish) => {
  expect([leftOf(standing, zh.duties), leftOf(standing, en.duties)]).toEqual([inChinese, inEnglish])
})
