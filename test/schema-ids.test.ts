import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const src = join(import.meta.dirname, '../src')

/** The interface is described from one register of all shapes: two of one name, and which of them it holds hangs on what was loaded last. */
it('no two shapes bear one name', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!test)\.ts$/.test(name))
  const ids = files.flatMap((name) =>
    [...readFileSync(join(src, name), 'utf8').matchAll(/\.meta\(\{ id: '(\w+)'/g)].map(([, id]) => id),
  )
  expect(ids.length).toBeGreaterThan(100)
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
})
