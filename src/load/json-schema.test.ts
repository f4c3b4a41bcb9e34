import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { regulationJsonSchema } from './index.js'

it('docs/regulation.schema.json is what the loader reads (script/huiyin schema writes it anew)', () => {
  const written = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'regulation.schema.json'), 'utf8')
  expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(regulationJsonSchema())))
})
