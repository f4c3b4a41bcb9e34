import { expect, it } from 'vitest'
import type { Unit } from '../../store/index.js'
import { standInsOf, stoodInFor } from './stand-ins.js'
import { nameThen, predecessorsOf, unitOn } from './unit-names.js'

const unit = (id: string, more: Partial<Unit> = {}): Unit => ({
  unit: id,
  name: `${id} at first`,
  kind: 'unit',
  parent: null,
  ...more,
})
const renamed = unit('water', {
  names: [
    { since: '2024-01-01', name: 'water board' },
    { since: '2026-01-01', name: 'water bureau' },
  ],
})

it.each([
  ['2023-12-31', 'water at first'],
  ['2024-01-01', 'water board'],
  ['2025-12-31', 'water board'],
  ['2026-01-01', 'water bureau'],
])('is called on %s: %s', (on, name) => {
  expect(nameThen(renamed, on)).toBe(name)
  // Known under its present name, it still knows the earlier ones.
  expect(nameThen(unitOn(renamed, '2026-06-01'), on)).toBe(name)
  expect(unitOn(renamed, on).name).toBe(name)
})

it.each([
  ['2026-02-28', undefined],
  ['2026-03-01', 'roads'],
])('is merged on %s into %s', (on, successor) => {
  expect(unitOn(unit('lights', { successor: 'roads', mergedOn: '2026-03-01' }), on).successor).toBe(successor)
})

it('finds all that were merged into a unit, through others too, and stops in a ring', () => {
  const units = [
    unit('a', { successor: 'b' }),
    unit('b', { successor: 'c' }),
    unit('c'),
    unit('d', { successor: 'e' }),
    unit('e', { successor: 'd' }),
  ]
  const known = new Map(units.map((each) => [each.unit, each]))
  expect(predecessorsOf(known, 'c')).toEqual(['b', 'a'])
  expect(predecessorsOf(known, 'd')).toEqual(['e'])
})

const account = (id: string, isDisabled = false) => ({
  ...{ account: id, login: id, name: id, passwordHash: null, isAdmin: false, isDisabled },
  roles: [{ role: 'unit', unit: 'water' }],
})
const arranged = {
  ...{ id: 1, absent: 'li', present: 'wang', role: 'unit', unit: 'water', reason: 'leave', endedAt: null },
  ...{ firstOn: '2026-03-02', lastOn: '2026-03-06' },
}

it.each([
  ['2026-03-01', 0, 'the day before'],
  ['2026-03-02', 1, 'the first day'],
  ['2026-03-06', 1, 'the last day'],
  ['2026-03-07', 0, 'the day after'],
])('on %s stands in for %i: %s', (on, count) => {
  expect(stoodInFor(standInsOf([arranged], [account('li')]), 'wang', on).length).toBe(count)
})

it.each([
  ['was ended', { ...arranged, endedAt: 1 }, [account('li')]],
  ['the absent person is locked', arranged, [account('li', true)]],
  ['the absent person has another role now', { ...arranged, role: 'office', unit: null }, [account('li')]],
  ['the absent person is gone', arranged, []],
])('gives nothing where it %s', (_why, given, accounts) => {
  expect(standInsOf([given], accounts)).toEqual([])
})
