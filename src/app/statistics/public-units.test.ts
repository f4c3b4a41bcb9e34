import { expect, it } from 'vitest'
import type { FigureValue, RateView, StatisticsTable } from '../../contract/index.js'
import { unitRows } from './public-figures.js'
import { rateFigure } from './rates.js'

const value = (numerator: number, denominator: number | null, share: string | null): FigureValue => ({
  ...{ numerator, denominator, share, times: null },
})
const none = { ...value(0, 0, null), without: null }
const rate: RateView = {
  ...{ id: 'inTime', name: '按期办结率', counts: '', of: '', excluding: null, clauses: [] },
  ...{ now: none, before: none, lastYear: none, sinceBefore: null, sinceLastYear: null },
}
const row = (name: string, concluded: number, inTime: FigureValue): StatisticsTable['rows'][number] => ({
  ...{ id: name, name, narrow: {} },
  cells: [
    { ...value(concluded, null, null), figure: 'concluded', later: null },
    { ...inTime, figure: rateFigure('inTime', 'counts'), later: null },
  ],
})

it('tells no share of a unit from which a count that is not told could be had: 95.2 % is 20 of 21, and 24 less 21 the other', () => {
  const table = {
    columns: [{ id: 'concluded', name: '办结' }],
    rows: [row('大', 21, value(20, 21, '95.2%')), row('小', 3, value(3, 3, '44–100%')), row('别的', 60, value(30, 60, '50.0%'))],
  } as unknown as StatisticsTable
  expect(unitRows(table, [rate], { shareFrom: 20, lang: 'zh' }).rows).toEqual([
    { name: '大', cells: ['不单列', '75–100%'] },
    { name: '小', cells: ['少于 20', '75–100%'] },
    { name: '别的', cells: ['60', '50.0%'] },
  ])
})
