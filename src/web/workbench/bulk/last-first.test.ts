import { expect, it } from 'vitest'
import { secondsLeft } from './bulk-progress.js'
import { lastFirst } from './use-bulk-undo.js'

const planned = (matter: string, unit: string | null = null) => ({
  ...{ matter, unit, revision: 1, key: matter, number: matter, title: matter, unitName: unit },
})
const refused = { type: 'about:blank', title: '', status: 409, detail: '', code: 'not-permitted' }

it('takes back the last share of a matter before the one before it, and nothing that was not done', () => {
  const all = [planned('1', 'lighting'), planned('1', 'roads'), planned('2'), planned('3')]
  const done = [{ problem: null }, { problem: null }, { problem: refused }]
  expect(lastFirst({ all, done }).map(({ matter, unit }) => [matter, unit])).toEqual([
    ['1', 'roads'],
    ['1', 'lighting'],
  ])
})

it('can be taken back for as long as the last of them can', () => {
  const done = [119, 60, null].map((undoable) => ({ matter: '1', unit: null, revision: 1, undoable, problem: null }))
  expect(secondsLeft(done)).toBe(119)
  expect(secondsLeft([])).toBe(0)
})
