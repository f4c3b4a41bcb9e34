import { expect, it } from 'vitest'
import { changed, columnsOf, headsOf, moved, named } from './chosen-columns.js'

const offered = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() }))
const ids = (columns: readonly { readonly id: string }[]) => columns.map(({ id }) => id).join('')

it('takes all columns where no layout is used, and those of a layout first where one is', () => {
  expect(headsOf(columnsOf(offered, null))).toEqual(['a', 'b', 'c'].map((id) => ({ id, head: '' })))
  const layout = [
    { id: 'c', head: ' 三 ' },
    { id: 'gone', head: '' },
    { id: 'a', head: '' },
  ]
  expect(ids(columnsOf(offered, layout))).toBe('cab')
  expect(headsOf(columnsOf(offered, layout))).toEqual([
    { id: 'c', head: '三' },
    { id: 'a', head: '' },
  ])
})

it('moves a column by one place, and not beyond an end', () => {
  const columns = columnsOf(offered, null)
  expect(ids(moved(columns, 'b', -1))).toBe('bac')
  expect(ids(moved(columns, 'b', 1))).toBe('acb')
  expect(ids(moved(columns, 'a', -1))).toBe('abc')
  expect(ids(moved(columns, 'c', 1))).toBe('abc')
  expect(headsOf(changed(columns, 'b', { isChosen: false })).map(({ id }) => id)).toEqual(['a', 'c'])
})

it('calls them as they are called now, in the order and under the heads that were chosen', () => {
  const chosen = changed(moved(columnsOf(offered, null), 'b', -1), 'a', { head: '一' })
  const now = named(
    chosen,
    [...offered].reverse().map(({ id }) => ({ id, name: `new ${id}` })),
  )
  expect(now.map(({ id, name, head }) => [id, name, head])).toEqual([
    ['b', 'new b', ''],
    ['a', 'new a', '一'],
    ['c', 'new c', ''],
  ])
})
