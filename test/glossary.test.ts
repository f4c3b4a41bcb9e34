import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { listRegulations, loadRegulation } from '../src/load/index.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const glossary = identifiersIn(readFileSync(join(root, 'docs/glossary.md'), 'utf8'))
const regulations = listRegulations(join(root, 'regulations'))
const kinds = ['roles', 'stages', 'assignmentStages', 'items', 'itemStages', 'acts', 'usualRuns', 'duties', 'fields'] as const
const camelCase = /^[a-z][A-Za-z0-9]*$/
const snakeCase = /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/

/** What stands between backticks in the column `identifier` of every table that has one. */
function identifiersIn(text: string): readonly string[] {
  const found: string[] = []
  let column = -1
  for (const line of text.split('\n')) {
    const cells = line.startsWith('|') ? line.split('|').map((cell) => cell.trim()) : []
    if (cells.length === 0) column = -1
    else if (cells.includes('identifier')) column = cells.indexOf('identifier')
    else found.push(...[...(cells[column] ?? '').matchAll(/`([^`]+)`/g)].map(([, id]) => id ?? ''))
  }
  return found
}

const rulesOf = (folder: string): Readonly<Partial<Record<(typeof kinds)[number], object | undefined>>> =>
  loadRegulation(folder).written ?? {}

function tablesMade(): readonly string[] {
  const folder = join(root, 'src/store/migrations')
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  const named = (statement: RegExp) => texts.flatMap((text) => [...text.matchAll(statement)].map(([, name]) => name ?? ''))
  const dropped = new Set(named(/\bdrop table (\w+)/g))
  return named(/\bcreate table (?:if not exists )?(\w+)/g).filter((name) => !dropped.has(name))
}

const missing = (ids: readonly string[]): readonly string[] => ids.filter((id) => !glossary.includes(id))

it('spells every identifier in ASCII, camelCase or snake_case', () => {
  expect(glossary.length).toBeGreaterThan(300)
  expect(glossary.filter((id) => !camelCase.test(id) && !snakeCase.test(id))).toEqual([])
})

it('finds regulations to compare with', () => {
  expect(regulations.length).toBeGreaterThan(0)
})

describe.each(regulations)('$id $version', ({ folder }) => {
  const rules = rulesOf(folder)
  it.each(kinds)('has every one of its %s in docs/glossary.md', (kind) => {
    expect(missing(Object.keys(rules[kind] ?? {}))).toEqual([])
  })
})

it('names every table of the database', () => {
  const tables = tablesMade()
  expect(tables).toContain('matter')
  expect(missing(tables)).toEqual([])
})
