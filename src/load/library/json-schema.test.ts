import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { jsonSchemas } from '../index.js'

const docs = join(import.meta.dirname, '..', '..', '..', 'docs')

it.each(Object.entries(jsonSchemas()))(
  'docs/%s is what the loader reads (script/huiyin schema writes it anew)',
  (name, schema) => {
    expect(JSON.parse(readFileSync(join(docs, name), 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)))
  },
)
