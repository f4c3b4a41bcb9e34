import { expect, it } from 'vitest'
import { addressIn, networksOf } from './networks.js'

it.each([
  ['10.1.2.3', '10.1.2.3', null],
  ['10.1.2.3:51820', '10.1.2.3', null],
  ['::ffff:10.1.2.3', '10.1.2.3', null],
  ['::ffff:a01:203', '10.1.2.3', null],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2', '2001:db8:1'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2', '2001:db8:1'],
  ['2001:db8::5:6', '2001:db8:0:0', '2001:db8:0'],
  ['fe80::1%eth0', 'fe80:0:0:0', 'fe80:0:0'],
  ['::1', '0:0:0:0', '0:0:0'],
  ['unknown', '', null],
  ['', '', null],
])('%s is counted as the line %s of the site %s', (address, line, site) => {
  expect(networksOf(address)).toEqual({ line, site })
})

it.each([
  ['2001:0db8:0:0:0:0:0:1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['10.0.0.1:80', '10.0.0.1'],
  ['10.0.0.256', ''],
  ['<script>', ''],
])('%s says the address %s', (said, address) => {
  expect(addressIn(said)).toBe(address)
})
