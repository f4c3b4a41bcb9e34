import { expect, it } from 'vitest'
import { neighboursIn } from './walked.js'

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
