import { expect, it } from 'vitest'
import type { FigureView, RateView, StatisticsView, SupervisionPage } from '../../../contract/index.js'
import { changesOf, isRange, lateMost, lateUnits, numbersOf } from './glance.js'

const value = (numerator: number, denominator: number | null = null) => ({ numerator, denominator, share: null, times: null })
const figure = (id: string, now = 0, before = 0, of: string | null = 'of'): FigureView => ({
  ...{ id, name: id, counts: '', day: '', of, sinceBefore: String(now - before), sinceLastYear: '0', later: null },
  ...{ now: value(now), before: value(before), lastYear: value(0) },
})
const rate = (id: string): RateView => {
  const none = { ...value(0), without: null }
  return {
    ...{ id, name: id, counts: '', of: '', excluding: null, clauses: [], now: none, before: none, lastYear: none },
    ...{ sinceBefore: null, sinceLastYear: null },
  }
}
const lists = (rates: readonly string[], figures: readonly string[]) =>
  numbersOf({ rates: rates.map(rate), figures: figures.map((id) => figure(id)) }).map(({ list }) => list)

it.each([
  [[], ['active', 'received', 'satisfied', 'due', 'onTime', 'lateOpen'], ['satisfied', 'onTime', 'lateOpen']],
  [[], ['active', 'received', 'due', 'onTime', 'lateOpen'], ['received', 'onTime', 'lateOpen']],
  [['a'], ['received', 'satisfied', 'onTime', 'lateOpen'], ['rate:a', 'onTime', 'lateOpen']],
  [
    ['a', 'b', 'c'],
    ['received', 'onTime', 'lateOpen'],
    ['rate:a', 'rate:b', 'lateOpen'],
  ],
  [['a', 'b', 'c', 'd'], ['received'], ['rate:a', 'rate:b', 'rate:c']],
  [[], ['received'], ['received']],
])('shares %j and figures %j are read as %j', (rates, figures, expected) => {
  expect(lists(rates, figures)).toEqual(expected)
})

it('names what is late most days, a matter once, and nothing that is not late', () => {
  const row = (matter: string, workdaysLate: number, status = 'overdue', iso = '2025-01-01') =>
    ({ matter, workdaysLate, status, dueAt: { iso, shown: '' } }) as SupervisionPage['rows'][number]
  const pages = [
    [row('1', 2), row('2', 9), row('3', 0, 'open')],
    [row('2', 4), row('4', 2, 'overdue', '2024-12-31')],
  ]
  expect(lateMost(pages.map((rows) => ({ rows, next: null }))).map(({ matter }) => matter)).toEqual(['2', '4', '1'])
  const many = Array.from({ length: 8 }, (_, at) => row(String(at), at + 1))
  expect(lateMost([{ rows: many, next: null }]).map(({ workdaysLate }) => workdaysLate)).toEqual([8, 7, 6, 5, 4])
})

it('ranks units by how much is late, never one of too few, nor what is with no unit', () => {
  const unit = (id: string, late: number, due: number) => ({
    ...{ id, name: id, narrow: { unit: id } },
    cells: [{ ...value(late, due), figure: 'lateOpen', later: null }],
  })
  const rows = [unit('b', 1, 20), unit('a', 3, 30), unit('z', 9, 19), unit('y', 2, 2), unit('', 5, 50), unit('c', 0, 40)]
  const table: StatisticsView['table'] = { by: { id: 'unit', name: '' }, columns: [], rows, note: '' }
  const ids = (units: readonly { readonly id: string }[] | undefined) => units?.map(({ id }) => id)
  const found = lateUnits({ table, shareFrom: 20 })
  expect([ids(found?.most), ids(found?.few)]).toEqual([
    ['a', 'b'],
    ['y', 'z'],
  ])
  expect(ids(lateUnits({ table, shareFrom: 0 })?.most)).toEqual(['z', 'a', 'y', 'b'])
  expect(lateUnits({ table: { ...table, by: { id: 'month', name: '' } }, shareFrom: 0 })).toBeNull()
})

it('tells what changed most since the same days of the week before, and not what others are shares of', () => {
  const span = { from: '2025-12-01', to: '2025-12-03', name: '' }
  const now = [figure('active', 50, 0, null), figure('received', 3), figure('due', 1), figure('onTime', 4)]
  const before = [figure('active', 1, 0, null), figure('received', 2), figure('due', 9), figure('onTime', 4)]
  const told = changesOf({ span, figures: now }, { span, figures: before })
  expect(told.map(({ id, since }) => [id, since])).toEqual([
    ['due', '−8'],
    ['received', '+1'],
  ])
})

it('reads first how many it was where the share of so few is a range, and the share where it is not', () => {
  const of = (numerator: number, denominator: number, share: string | null, isShare = true) =>
    isRange({ isShare, now: { numerator, denominator, share, times: null } }, 20)
  expect([of(6, 11, '28–79%'), of(0, 0, null), of(18, 20, '90.0%'), of(9, 11, '52–95%', false)]).toEqual([
    true,
    false,
    false,
    false,
  ])
})
