import { expect, it } from 'vitest'
import { isIn, namesPerhapsIn, partsOf, personalDataIn } from './personal-data.js'

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

it.each([
  ['a bare name among words', '经与赵志强核实，已经修复', '赵志强'],
  ['one of two signs', '转告李娜即可', '李娜'],
  ['one set apart to align', '联系人：王　芳', '王芳'],
  ['a surname of two signs', '欧阳春晓来电', '欧阳春晓'],
  ['a rarer surname', '答复仝建国同志', '仝建国'],
  ['a name joined by a dot', '已向阿依古丽·买买提说明', '阿依古丽·买买提'],
])('takes for a name perhaps %s', (_, text, name) => {
  expect([...namesPerhapsIn(text)]).toContain(name)
})

it('takes nothing for a name that begins with no surname, nor a surname alone', () => {
  expect([...namesPerhapsIn('请看一看，王')]).toEqual([])
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
