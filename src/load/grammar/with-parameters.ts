import { basename, dirname, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import type { Regulation, Value } from '../../core/index.js'
import { parseRegulation, textsIn } from './load-regulation.js'

/** A regulation as it would be if other readings had been taken. Null: it makes no sense so. Nothing on disk is changed. */
export function withParameters(folder: string, values: Readonly<Record<string, Value>>): Regulation | null {
  const { rules, clauses } = textsIn(folder)
  const changed = rules.map((each) => {
    const document = parseDocument(each.text, { version: '1.2', schema: 'core' })
    for (const [id, value] of Object.entries(values)) {
      if (document.hasIn(['parameters', id])) document.setIn(['parameters', id, 'value'], document.createNode(value))
    }
    return { ...each, text: String(document) }
  })
  const path = resolve(folder)
  return parseRegulation({ rules: changed, clauses }, { id: basename(dirname(path)), version: basename(path) }).regulation
}
