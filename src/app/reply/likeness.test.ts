import { expect, it } from 'vitest'
import { likenessTo, printsOf, sharedRun } from './likeness.js'

const answer = '经现场核实，解放路东段路灯故障系电缆老化所致，已于九月三十日更换完毕。'

it.each([
  ['itself', answer, answer, 1],
  ['itself with other signs', answer, answer.replaceAll('，', ' '), 1],
  ['nothing', answer, '', 0],
  ['something else', answer, '图书馆周末开放时间延长到晚上九点', 0],
])('a text is like %s: %#', (_, text, other, wanted) => {
  expect(likenessTo(text)(other)).toBe(wanted)
})

it('a text with another place in it is much like it, not quite', () => {
  const found = likenessTo(answer.replace('解放路东段', '人民路西段'))(answer)
  expect(found).toBeGreaterThan(0.6)
  expect(found).toBeLessThan(1)
})

it('a text is found by pieces that it shares with one much like it, and with hardly any other', () => {
  const shared = (one: string, other: string) => printsOf(one).filter((each) => printsOf(other).includes(each)).length
  const long = Array.from({ length: 40 }, (_, at) => `第${at}项已由${at % 7}号班组在${at + 3}日前办妥，现场拍照留存。`).join('')
  expect(printsOf(long).length).toBe(48)
  expect(shared(long, long.replaceAll('班组', '小组'))).toBeGreaterThan(10)
  expect(shared(answer, answer.replace('解放路东段', '人民路西段'))).toBeGreaterThan(10)
  expect(shared(answer, '图书馆周末开放时间延长到晚上九点，少儿阅览室另行通知，具体以馆内公告为准。')).toBe(0)
  expect(printsOf('路灯')).toEqual([])
})

it.each([
  ['a run of both', '您说楼下的烧烤店每晚营业到两点', '楼下的烧烤店每晚营业到两点，吵得睡不着', 8, '楼下的烧烤店每晚营业到两点'],
  ['nothing that is too short', '路灯坏了', '路灯不亮', 4, ''],
  ['the first piece, where pieces lie apart there', '甲乙丙丁戊', '乙丙丁戊，甲乙丙丁', 4, '甲乙丙丁'],
  ['nothing of an empty text', '', '楼下', 2, ''],
])('finds %s', (_, text, other, least, run) => {
  expect(sharedRun(text, other, least)).toBe(run)
})
