import { expect, it } from 'vitest'
import { scenariosIn, toldByProduct } from './told-scenarios.fixtures.js'

/** One example of so many; `npm run test:sight` takes them all. */
const oneOf = process.env.HUIYIN_ALL_EXAMPLES === '1' ? 1 : 10

it.each([
  ['regulations', 'regulations/dawukou-ducha'],
  ['regulations', 'regulations/dawukou-instructions'],
  ['regulations', 'regulations/dawukou-mailbox'],
  ['regulations', 'regulations/dawukou-meetings'],
  ['regulations', 'regulations/dawukou-proposals'],
  ['regulations', 'regulations/dawukou-sittings'],
  ['regulations', 'regulations/dawukou-supervision'],
  ['regulations', 'regulations/longnan-wenzheng'],
  ['regulations', 'regulations/weibin-mailbox'],
  ['regulations', 'regulations/xizang-2017'],
  ['regulations', 'regulations/xizang-2022'],
  ['test/fixtures/concepts', 'test/fixtures/concepts'],
  ['test/fixtures/regulations', 'test/fixtures/regulations'],
  ['test/fixtures/seventh', 'test/fixtures/seventh'],
])(
  '%s, %s: whoever looks is shown, offered and told in the product what the examples say',
  async (library, folder) => {
    const told = await toldByProduct(library, scenariosIn(folder, oneOf))
    expect(told.wrong).toEqual([])
    expect(told.asked).toBeGreaterThan(0)
  },
  300_000,
)
