import { expect, it } from 'vitest'
import { numbersIn } from './numbers-in.js'

it.each([
  ['转办后五个工作日内答复', '5 days'],
  ['十五日内', '15 days'],
  ['二十个工作日', '20 days'],
  ['一百二十天', '120 days'],
  ['二〇二五年', '2025 years'],
  ['两个月', '2 months'],
  ['半年', '0.5 years'],
  ['扣半分', '0.5 points'],
  ['扣 0.5 分', '0.5 points'],
  ['30分钟', '30 minutes'],
  ['3-5个工作日', '3 days, 5 days'],
  ['三至五个工作日', '3 days, 5 days'],
  ['满意率 90', '90 ?'],
  ['延期不得超过两次', '2 times'],
  ['按第十三条第二款（三）办理，统一答复', ''],
  ['within fifteen workdays', '15 days'],
  ['within 5 working days', '5 days'],
  ['half a point, twice', '0.5 points, 2 times'],
  ['one-day leave', '1 days'],
  ['3 to 5 days', '3 days, 5 days'],
  ['逾期第三个工作日', '3 days'],
  ['on the third workday', '3 days'],
  ['someone', ''],
])('%s: %s', (text, expected) => {
  expect(
    numbersIn(text)
      .map(({ value, counts }) => `${value} ${counts ?? '?'}`)
      .join(', '),
  ).toBe(expected)
})
