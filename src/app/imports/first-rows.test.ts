import { expect, it } from 'vitest'
import { firstRows } from './first-rows.js'
import { markOf, type WordsMark } from './import-words.js'

const marked = (title: string) => markOf({ texts: { title }, time: null })

it('knows of each number which row came first under it, and what that says', () => {
  const first = firstRows()
  for (let row = 1; row <= 60_000; row += 1) first.put(`编号 ${row}`, { row, mark: marked(`第 ${row} 件`) })
  for (const row of [1, 2, 29_999, 60_000]) expect(first.of(`编号 ${row}`)).toEqual({ row, mark: marked(`第 ${row} 件`) })
  expect(first.of('编号 60001')).toBeUndefined()
})

it('keeps what says nothing, and what says much', () => {
  const first = firstRows()
  const long = Array.from({ length: 2000 }, (_, at) => `field${at}=sum`).join(' ') as WordsMark
  first.put('1', { row: 2 ** 32 - 1, mark: '' as WordsMark })
  first.put('2', { row: 0, mark: long })
  first.put('1', { row: 7, mark: marked('later') })
  expect([first.of('1'), first.of('2')]).toEqual([
    { row: 7, mark: marked('later') },
    { row: 0, mark: long },
  ])
})

it('tells numbers apart by every letter, whatever their letters and however long', () => {
  const first = firstRows()
  const long = '9'.repeat(100_000)
  const numbers = ['', '1', '01', 'é', '水', '\u6c34\u6c34', '\ud800', '\ud801', long, `${long}1`, `${long}水`, '4l', '\u346c']
  for (const [row, number] of numbers.entries()) first.put(number, { row, mark: marked(number) })
  expect(numbers.map((number) => first.of(number)?.row)).toEqual(numbers.map((_, row) => row))
  expect(first.of(`${long}2`)).toBeUndefined()
})
