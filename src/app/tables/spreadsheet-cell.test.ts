import { expect, it } from 'vitest'
import { csvLine, guardedCell, plainCell } from './spreadsheet-cell.js'

it.each([
  ['a number of 17 figures', '33010020250000417'],
  ['one of 12', '202111030001'],
  ['zeros in front', '000417'],
  ['what would be a day', '3-12'],
  ['what would be a power of ten', '12E5'],
  ['what would be run', '=1+1'],
  ['a text that begins with a sign', '-5 degrees'],
  ['plain words', '路灯不亮'],
  ['a short number', '4017'],
])('%s is the same again when it comes back', (_, text) => {
  expect(plainCell(guardedCell(text))).toBe(text)
})

it('puts a tab before what a spreadsheet would change, and leaves the rest bare', () => {
  expect(['33010020250000417', '000417', '4017', '路灯'].map(guardedCell)).toEqual([
    '\t33010020250000417',
    '\t000417',
    '4017',
    '路灯',
  ])
  expect(csvLine(['33010020250000417', 'a,b'])).toBe('"\t33010020250000417","a,b"\r\n')
})

it.each([
  ['="33010020250000417"', '33010020250000417'],
  ['="say ""so"""', 'say "so"'],
  ["'=1+1", '=1+1'],
  ["'tis so", "'tis so"],
  [' \t12 ', '12'],
])('reads %j as %j', (cell, text) => {
  expect(plainCell(cell)).toBe(text)
})
