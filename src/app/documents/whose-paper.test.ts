import { expect, it } from 'vitest'
import { isReader, maySign, mayWriteOn } from './whose-paper.js'

type Rule = Parameters<typeof isReader>[0]
const paper = (of: Rule['of'], signs: readonly string[] = ['unit']): Rule => ({
  ...{ id: 'paper', name: { zh: '文书', en: 'Paper' }, template: '', of, after: [], by: ['unit'], signs },
  ...{ seenBy: ['unit', 'office', 'leader'], series: null, unitSeries: null, organ: null },
  ...{ writes: {}, asks: {}, among: {}, over: null, does: null, clause: [] },
})
const as = (role: string, unit: string | null = null) => ({ role, unit, person: null })
const [own, other, office, leader] = [as('unit', 'roads'), as('unit', 'parks'), as('office'), as('leader')]
const theirs = { unit: 'roads', share: 1 }
const everybody = [own, other, office, leader]

it('is read where it is drafted, until it is issued; then by all readers, but of a share by no other unit', () => {
  const readers = (of: Rule['of'], isIssued: boolean) =>
    everybody.map((each) => isReader(paper(of), theirs, each, { isIssued, of: 'roads' }))
  expect(readers('matter', false)).toEqual([true, false, false, false])
  expect(readers('matter', true)).toEqual([true, true, true, true])
  expect(readers('assignment', true)).toEqual([true, false, true, true])
  expect(isReader(paper('assignment'), theirs, as('citizen'), { isIssued: true, of: 'roads' })).toBe(false)
})

it('is issued where it is drafted, or by somebody above who signs and drafts none; never by another unit', () => {
  const signers = (signs: readonly string[]) => everybody.map((each) => maySign(paper('matter', signs), theirs, each))
  expect(signers(['unit'])).toEqual([true, false, false, false])
  expect(signers(['leader'])).toEqual([false, false, false, true])
  expect(isReader(paper('assignment', ['leader']), theirs, leader, { isIssued: false, of: 'roads' })).toBe(true)
})

it('is written on by its own side; what was drafted before anybody kept whose it was is the office’s', () => {
  expect(everybody.map((each) => mayWriteOn(paper('matter'), theirs, each))).toEqual([true, false, false, false])
  const before = { unit: null, share: null }
  expect(everybody.map((each) => mayWriteOn(paper('matter'), before, each))).toEqual([false, false, false, false])
  expect(everybody.map((each) => mayWriteOn({ ...paper('matter'), by: ['unit', 'office'] }, before, each))).toEqual([
    ...[false, false, true, false],
  ])
})

it('is read by no unit before it is issued, where an office drafts it; of a share then by the unit of that share alone', () => {
  const ofOffice = { unit: null, share: 1 }
  const drafted = (of: Rule['of']): Rule => ({ ...paper(of, ['leader']), by: ['office'] })
  const readers = (of: Rule['of'], isIssued: boolean) =>
    everybody.map((each) => isReader(drafted(of), ofOffice, each, { isIssued, of: 'roads' }))
  expect(readers('matter', false)).toEqual([false, false, true, true])
  expect(readers('matter', true)).toEqual([true, true, true, true])
  expect(readers('assignment', false)).toEqual([false, false, true, true])
  expect(readers('assignment', true)).toEqual([true, false, true, true])
})
