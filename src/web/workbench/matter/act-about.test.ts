import { expect, it } from 'vitest'
import { aboutOf } from './act-about.js'

const share = { unit: 'lighting', unitName: '路灯所', itemName: null }

it.each([
  ['the unit whose share it is, to whoever is of another', share, 'roads', '路灯所'],
  ['the same to whoever is of none', share, null, '路灯所'],
  ['nothing to that unit itself', share, 'lighting', null],
  ['the item, to everybody', { ...share, itemName: '修好路灯' }, 'lighting', '修好路灯'],
  ['nothing where the matter as a whole is meant', { unit: null, unitName: null, itemName: null }, null, null],
])('says beside an act %s', (_, act, own, about) => {
  expect(aboutOf(act, own)).toBe(about)
})
