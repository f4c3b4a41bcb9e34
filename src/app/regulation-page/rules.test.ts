import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compile, type Regulation } from '../../core/index.js'
import { coverageOf, sayRules, withParameters } from '../../load/index.js'
import { officeForReading } from '../administration/regulations.js'
import { library, root } from '../app.fixtures.js'
import type { Deps } from '../deps.js'
import { sayingFor } from '../saying-for.js'
import { showingOf } from '../showing.js'
import { dialsOf, turned } from './dials.js'

const folder = join(root, 'test/fixtures/regulations/example-mailbox/2025-01-01')
const regulation = library.find('example-mailbox', '2025-01-01') as Regulation
const showing = () => {
  const program = compile(regulation)
  return showingOf(officeForReading(program, { library } as Deps), 'zh', program)
}

it('finds a rule for every clause that the rules cite', () => {
  const covered = coverageOf(join(root, 'test/fixtures/regulations')).regulations.find(({ id }) => id === 'example-mailbox')
  const cited = new Set(sayRules(sayingFor(showing())).flatMap(({ clauses }) => clauses))
  const missed = (covered?.clauses ?? []).filter(({ id, rules }) => rules.length > 0 && !cited.has(id))
  expect(missed.map(({ id, rules }) => [id, rules])).toEqual([])
})

it('names each rule once', () => {
  const ids = sayRules(sayingFor(showing())).map(({ id }) => id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})

it('turns one number and leaves the rest', () => {
  const dials = dialsOf(regulation)
  expect(new Set(dials.map(({ id }) => id)).size).toBe(dials.length)
  expect(turned(regulation, {})).toEqual(regulation)
  for (const { id, amount } of dials) {
    const after = dialsOf(turned(regulation, { [id]: amount + 1 }))
    expect(after.filter((dial, at) => dial.amount !== dials[at]?.amount).map((dial) => [dial.id, dial.amount])).toEqual([
      [id, amount + 1],
    ])
  }
  expect(dialsOf(regulation)).toEqual(dials)
})

it('reads the same regulation with another reading, and changes none on disk', () => {
  const other = withParameters(folder, { extensionCap: 10 })
  expect([other?.parameters.extensionCap?.value, other?.fields.workdays?.most]).toEqual([10, 10])
  expect(withParameters(folder, {})?.fields).toEqual(regulation.fields)
  expect(withParameters(folder, { extensionCap: 'many' })).toBeNull()
})
