import { readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import type { Regulation, Value } from '../../core/index.js'
import { parseRegulation } from './load-regulation.js'

/** A regulation as it would be if other readings had been taken. Null: it makes no sense so. Nothing on disk is changed. */
export function withParameters(folder: string, values: Readonly<Record<string, Value>>): Regulation | null {
  const [rules, clauses] = ['regulation.yaml', 'clauses.yaml'].map((name) => {
    const file = join(folder, name)
    return { file, text: readFileSync(file, 'utf8') }
  })
  if (rules === undefined || clauses === undefined) return null
  const document = parseDocument(rules.text, { version: '1.2', schema: 'core' })
  for (const [id, value] of Object.entries(values)) document.setIn(['parameters', id, 'value'], document.createNode(value))
  const path = resolve(folder)
  const named = { id: basename(dirname(path)), version: basename(path) }
  return parseRegulation({ rules: { ...rules, text: String(document) }, clauses }, named).regulation
}
