import { expect, it } from 'vitest'
import { isIn, partsOf, personalDataIn } from './personal-data.js'

it.each([
  ['a mobile number', '请联系13800000000。', ['13800000000']],
  ['a mobile number with spaces', '电话 138 0000 0000，随时可打', ['138 0000 0000']],
  ['an identity number, once', '身份证110101199003070011已登记', ['110101199003070011']],
  ['a mail address', '发到 a.b@example.com 即可', ['a.b@example.com']],
  ['a bank card', '补到卡号6222020200112233445', ['6222020200112233445']],
  ['a person addressed by name', '已向王小明先生说明', ['王小明']],
  ['a person addressed by surname', '张女士的诉求', ['张']],
  ['no name where it is left out', '李某某先生', []],
  ['no landline: an answer gives the unit own', '热线0797-1234567', []],
  ['no day, no amount, no number of a matter', '2025年9月30日办结，共12345678元，编号1000000017', []],
  ['nothing in an empty text', '', []],
])('finds %s', (_, text, words) => {
  expect(personalDataIn(text).map((each) => each.words)).toEqual(words)
})

it('knows a number again however it is spaced', () => {
  const [found] = personalDataIn('138-0000-0000')
  expect(found && isIn('我的电话是13800000000', found)).toBe(true)
  expect(found && isIn('没有电话', found)).toBe(false)
})

it('cuts a text where personal data begins and ends', () => {
  expect(partsOf('打13800000000找王先生')).toEqual([
    { text: '打', isPersonal: false },
    { text: '13800000000', isPersonal: true },
    { text: '找', isPersonal: false },
    { text: '王', isPersonal: true },
    { text: '先生', isPersonal: false },
  ])
})
