import { expect, it } from 'vitest'
import { pointsLeft, pointsOf } from './points.js'

it.each([
  ['nothing of nothing', ' \n ', []],
  [
    'by figures',
    '您好，有三个问题：1、路灯不亮。2、井盖松动。3、垃圾没人清运。',
    ['您好，有三个问题：', '1、路灯不亮。', '2、井盖松动。', '3、垃圾没人清运。'],
  ],
  ['by Chinese figures', '一、路灯不亮\n二、井盖松动', ['一、路灯不亮', '二、井盖松动']],
  ['by figures in brackets', '（一）路灯不亮（白天也亮）\n（二）井盖松动', ['（一）路灯不亮（白天也亮）', '（二）井盖松动']],
  ['by signs', '①路灯不亮；②井盖松动', ['①路灯不亮；', '②井盖松动']],
  ['by words', '第一，路灯不亮。第二，井盖松动。', ['第一，路灯不亮。', '第二，井盖松动。']],
  [
    'by paragraphs, a short one with what stands before it',
    '小区北门外的井盖松动，车辆经过响声很大。\n希望尽快派人来修理，并说明时间。\n谢谢！',
    ['小区北门外的井盖松动，车辆经过响声很大。', '希望尽快派人来修理，并说明时间。谢谢！'],
  ],
  [
    'by sentences',
    '小区北门外的井盖松动，响声很大。什么时候能修好？请给一个明确的答复！',
    ['小区北门外的井盖松动，响声很大。', '什么时候能修好？', '请给一个明确的答复！'],
  ],
  ['not at a number with a point in it', '面积是1.5亩，共计3.2万元没有补偿到位。', ['面积是1.5亩，共计3.2万元没有补偿到位。']],
  ['nothing out of one mark', '1、路灯不亮，已经持续五天了。', ['1、路灯不亮，已经持续五天了。']],
] as const)('splits %s', (_, message, points) => {
  expect(pointsOf(message)).toEqual(points)
})

it('stops at thirty points', () => {
  const many = Array.from({ length: 60 }, (_, at) => `第${at}段写得足够长，可以单独算一点。`).join('\n')
  expect(pointsOf(many)).toHaveLength(30)
})

const three = '您好，有三个问题：1、路灯不亮。2、井盖松动。3、请问垃圾没人清运怎么办？'

it.each([
  ['none of nothing', '', '已修好路灯。', []],
  ['each of which no word is said', three, '路灯已更换灯泡，恢复照明；垃圾已安排每日清运。', ['2、井盖松动。']],
  ['none where something is said of each', three, '路灯、井盖已修好，垃圾每日清运。', []],
  ['none where the answer has as many numbers', three, '一、已修复。二、已更换。三、已安排专人。', []],
  [
    'not what every message says',
    three,
    '您反映的问题收悉，请问何时方便？我们尽快处理，路灯和井盖已修好。',
    ['3、请问垃圾没人清运怎么办？'],
  ],
  ['none of a message without numbers', '路灯不亮。井盖松动。', '已修好路灯。', []],
  ['with signs wide or narrow', '1.ETC 不能用；\n2.车位少', '车位已增加。', ['1.ETC 不能用；']],
] as const)('leaves out %s', (_, message, answer, left) => {
  expect(pointsLeft(message, answer)).toEqual(left)
})
