import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadLibrary } from '../../load/index.js'
import { orderedFields } from './form-settings.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const library = loadLibrary({ regulations: `${root}regulations`, calendars: `${root}calendars` })

it.each([
  ['xizang-2022', '2023-01-01', ['sourceNumber', 'postedAt', 'sourceLimit', 'assigningLeader', 'raisedAt']],
  ['xizang-2017', '2017-07-27', ['sourceNumber', 'postedAt', 'ipAddress']],
])('asks the public under %s for nothing that staff alone can say of a letter from elsewhere', (id, version, forStaff) => {
  const regulation = library.find(id, version)
  expect(regulation?.acts.submit?.takes).toEqual(expect.arrayContaining([...forStaff]))
  const asked = regulation === null ? [] : orderedFields(regulation, forStaff)
  expect(asked).toEqual(expect.arrayContaining(['title', 'body', 'phone']))
  expect(asked.filter((field) => forStaff.includes(field))).toEqual([])
})
