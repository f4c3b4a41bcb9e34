import { expect, it } from 'vitest'
import type { UnitView } from '../../../contract/index.js'
import { treeOf } from './unit-tree.js'

const unit = (id: string, parent: string | null): UnitView => ({
  id,
  name: id,
  parent,
  kind: null,
  paperWords: null,
  names: [],
  successor: null,
  mergedOn: null,
  isMerged: false,
  openShares: 0,
})

it('puts each unit behind the one above it', () => {
  const units = [unit('street', 'district'), unit('office', null), unit('district', null), unit('village', 'street')]
  expect(treeOf(units).map(({ unit: { id }, depth }) => [id, depth])).toEqual([
    ['office', 0],
    ['district', 0],
    ['street', 1],
    ['village', 2],
  ])
})

it('shows at the top whose parent is not there', () => {
  expect(treeOf([unit('street', 'gone')]).map(({ depth }) => depth)).toEqual([0])
})
