import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkRules, type Finding, loadRegulation } from '../index.js'

const faults = join(import.meta.dirname, '..', '..', '..', 'test', 'fixtures', 'faults')
const version = join('tiny', '2025-01-01')
const files = ['regulation.yaml', 'clauses.yaml'] as const

const linesOf = (fault: string, file: string): readonly string[] =>
  readFileSync(join(faults, fault, version, file), 'utf8')
    .trimEnd()
    .split('\n')

/** What the first line of a file says: `# finds: code file:line`. */
const promised = (fault: string): string => (linesOf(fault, 'regulation.yaml')[0] ?? '').replace('# finds: ', '')

const found = (fault: string): readonly string[] => {
  const loaded = loadRegulation(join(faults, fault, version))
  const brief = ({ code, file, line }: Finding) => `${code} ${file.split(/[\\/]/).at(-1)}:${line}`
  return [...loaded.findings, ...checkRules(loaded)].map(brief)
}

/** Lines of the one that the other has not. */
const without = (lines: readonly string[], others: readonly string[]): number =>
  lines.slice(1).filter((line) => !others.includes(line)).length

it('finds nothing in the clean regulation', () => {
  expect([promised('clean'), found('clean')]).toEqual(['nothing', []])
})

describe.each(readdirSync(faults).filter((name) => name !== 'clean'))('%s', (fault) => {
  it('has exactly the one finding its first line promises', () => {
    expect(found(fault)).toEqual([promised(fault)])
    expect(fault.startsWith(promised(fault).split(' ')[0] ?? '?')).toBe(true)
  })

  it('is the clean regulation but for a few lines', () => {
    const changed = files.map((file) => {
      const [is, was] = [linesOf(fault, file), linesOf('clean', file)]
      return Math.max(without(is, was), without(was, is))
    })
    expect(changed.filter((count) => count > 0)).toHaveLength(1)
    expect(Math.max(...changed)).toBeLessThan(9)
  })
})

it('has a fixture for every check', () => {
  const codes = new Set(readdirSync(faults).map((fault) => promised(fault).split(' ')[0] ?? ''))
  const checks = readdirSync(import.meta.dirname).filter((name) => /^check-[a-z-]+\.ts$/.test(name))
  const written = checks.flatMap((name) => [
    ...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/(?:code: |\? )'([a-z]+(?:-[a-z]+)+)'/g),
  ])
  const wanted = [...new Set(written.map(([, code]) => code ?? ''))]
  expect(wanted.length).toBeGreaterThan(20)
  expect(wanted.filter((code) => !codes.has(code))).toEqual([])
})
