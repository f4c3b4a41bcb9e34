import { expect, it } from 'vitest'
import { drafted, standsIn, withTold } from './minutes.js'

const lamps = { title: '路灯改造', text: '路灯改造：通过。同意，按草案印发。' }
const lunch = { title: '午餐监督办法', text: '午餐监督办法：暂不作出决定。' }

it('tells each in its own paragraph, in the order in which they were dealt with', () => {
  expect(drafted([lamps, lunch])).toBe('1. 路灯改造：通过。同意，按草案印发。\n2. 午餐监督办法：暂不作出决定。')
})

it('says of each whether it is told word for word, only named, or left out', () => {
  const text = drafted([lamps, lunch])
  expect([lamps, lunch].map((each) => standsIn(text, each))).toEqual(['whole', 'whole'])
  expect(standsIn(text.replace('按草案印发', '修改后印发'), lamps)).toBe('named')
  expect(standsIn(drafted([lunch]), lamps)).toBe('missing')
  expect(standsIn(text.replace('同意，', '同意，\n'), lamps)).toBe('whole')
})

it('puts one behind what is written, with its own number', () => {
  expect(withTold('', [lamps, lunch], lunch)).toBe('2. 午餐监督办法：暂不作出决定。')
  expect(withTold('会议议定：\n', [lamps, lunch], lamps)).toBe('会议议定：\n1. 路灯改造：通过。同意，按草案印发。')
})
