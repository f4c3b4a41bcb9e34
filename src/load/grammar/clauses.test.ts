import { expect, it } from 'vitest'
import { clausesInOrder } from '../../core/index.js'
import { readYaml } from '../format/yaml-file.js'
import { type ClausesInput, clausesIn } from './clauses.js'

const clause = (id: string) => `  "${id}": { cite: "${id}", shown: 第${id}条, kind: scope, zh: 一, en: One }\n`

it('tells clauses in the order of the text, whole numbers among them too', () => {
  const ids = ['1.1', '10', '2', '2.1', '附', '3']
  const [document] = readYaml('clauses.yaml', `format: 4\nregulation: r\nclauses:\n${ids.map(clause).join('')}`).documents
  if (document === undefined) throw new Error('not read')
  const clauses = clausesIn(document.data as ClausesInput, document)
  expect(clausesInOrder(clauses).map(({ id }) => id)).toEqual(ids)
})
