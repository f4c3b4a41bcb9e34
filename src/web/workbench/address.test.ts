import { expect, it } from 'vitest'
import { addressOf } from './address.js'

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
