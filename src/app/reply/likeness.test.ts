import { expect, it } from 'vitest'
import { likenessTo, sharedRun } from './likeness.js'

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

it.each([
  ['a run of both', '您说楼下的烧烤店每晚营业到两点', '楼下的烧烤店每晚营业到两点，吵得睡不着', 8, '楼下的烧烤店每晚营业到两点'],
  ['nothing that is too short', '路灯坏了', '路灯不亮', 4, ''],
  ['the first piece, where pieces lie apart there', '甲乙丙丁戊', '乙丙丁戊，甲乙丙丁', 4, '甲乙丙丁'],
  ['nothing of an empty text', '', '楼下', 2, ''],
])('finds %s', (_, text, other, least, run) => {
  expect(sharedRun(text, other, least)).toBe(run)
})
