import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readingsPage } from '../script/docs.js'

it('docs/readings.md says what the regulations say (npx tsx script/docs.ts)', () => {
  const file = fileURLToPath(new URL('../docs/readings.md', import.meta.url))
  expect(readFileSync(file, 'utf8')).toBe(readingsPage())
})
