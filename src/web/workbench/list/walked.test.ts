import { expect, it } from 'vitest'
import { neighboursIn, placeToReturn } from './walked.js'

const at = (matter: number, duty: string): string => `https://a.example/workbench/matters/${matter}?duty=${duty}`
const rows = [at(1, 'accept'), at(2, 'accept'), at(2, 'reply')]

it('finds the place of a matter among the rows of the list, by what it was opened for', () => {
  expect(neighboursIn(rows, `${at(2, 'accept')}&act=decline`)).toEqual({ at: 2, of: 3, before: rows[0], next: rows[2] })
  expect(neighboursIn(rows, at(1, 'accept'))).toMatchObject({ before: null, next: rows[1] })
  expect(neighboursIn(rows, at(2, 'reply'))).toMatchObject({ next: null })
})

it('knows no place for what was not in the list', () => {
  expect(neighboursIn(rows, at(3, 'accept'))).toBeNull()
  expect(neighboursIn([], at(1, 'accept'))).toBeNull()
})

it('comes back to the row that was seen last; where it is done with, to the next that still stands, or else the last before it', () => {
  expect(placeToReturn(rows, at(2, 'accept'), rows)).toBe(1)
  expect(placeToReturn(rows, at(1, 'accept'), rows.slice(1))).toBe(0)
  expect(placeToReturn(rows, at(2, 'accept'), [at(9, 'accept'), at(1, 'accept'), at(2, 'reply')])).toBe(2)
  expect(placeToReturn(rows, at(2, 'reply'), [at(9, 'accept'), at(1, 'accept'), at(2, 'accept')])).toBe(2)
  expect(placeToReturn(rows, at(3, 'accept'), rows)).toBe(-1)
})
