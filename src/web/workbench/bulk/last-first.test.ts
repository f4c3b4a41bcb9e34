import { expect, it } from 'vitest'
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
