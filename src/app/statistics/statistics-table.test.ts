import { expect, it } from 'vitest'
import type { FigureCount } from '../../store/index.js'
import { mostFirst } from './statistics-table.js'

const had = (key: string, active: number): FigureCount => ({
  key,
  counts: { active } as FigureCount['counts'],
  ratings: {},
  declared: {},
  criticisms: 0,
})

it('tells units in one order, however they come: the most first, equals by their id, what is with none at the end', () => {
  const parts = [had('', 9), had('roads', 1), had('lamps', 1), had('water', 3), had('homes', 1)]
  const order = ['water', 'homes', 'lamps', 'roads', '']
  expect([mostFirst(parts), mostFirst([...parts].reverse())]).toEqual([order, order])
})
