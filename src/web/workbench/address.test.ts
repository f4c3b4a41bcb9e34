import { expect, it } from 'vitest'
import { addressOf, leaving, roomOf } from './address.js'

it.each([
  ['http://localhost/workbench/', '', null],
  ['http://localhost/workbench/matters', 'matters', null],
  ['http://localhost/workbench/matters/12/?act=reply', 'matters/12', 'reply'],
  ['http://localhost/workbench/?act=conclude%40water', '', 'conclude@water'],
  ['http://localhost/elsewhere', '', null],
])('reads %s', (href, path, act) => {
  const address = addressOf(href)
  expect([address.path, address.query.get('act')]).toEqual([path, act])
})

it('reads a matter in the room from which it was opened, through however many others one came to it', () => {
  const fromDesk = leaving('', null)
  expect(fromDesk).toEqual({ room: '', pages: 1 })
  const further = leaving('documents/3', leaving('matters/12', fromDesk))
  expect(further).toEqual({ room: '', pages: 3 })
  expect(roomOf('matters/14', further)).toBe('')
  expect(roomOf('supervision', further)).toBe('supervision')
  expect(leaving('supervision', further)).toEqual({ room: 'supervision', pages: 1 })
})

it('counts what was opened by an address of its own among all matters', () => {
  expect(roomOf('matters/12', null)).toBe('matters/12')
  expect(leaving('matters/12', null)).toEqual({ room: 'matters/12', pages: 1 })
})
