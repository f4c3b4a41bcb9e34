import { expect, it } from 'vitest'
import { pointsOf } from './points.js'

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
