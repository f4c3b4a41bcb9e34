import { expect, it } from 'vitest'
import { readYaml } from './yaml-file.js'

const dataOf = (text: string): unknown => readYaml('a.yaml', text).documents[0]?.data

it.each([
  ['at: 2025-09-29', { at: '2025-09-29' }],
  ['at: 10:00', { at: '10:00' }],
  ['{ at: 2025-09-29 10:00, until: 24:00 }', { at: '2025-09-29 10:00', until: '24:00' }],
  ['yearly: 12-31', { yearly: '12-31' }],
  ['on: yes', { on: 'yes' }],
  ['clause: 13.10', { clause: '13.10' }],
  ['clause: [13.10, 4]', { clause: ['13.10', '4'] }],
  ['13.10: a', { '13.10': 'a' }],
  ['count: 13.10', { count: 13.1 }],
  ['__proto__: 1', Object.fromEntries([['__proto__', 1]])],
  ['empty:', { empty: null }],
])('%s', (text, expected) => {
  expect(dataOf(text)).toEqual(expected)
})

it('knows where values and keys stand', () => {
  const [document] = readYaml('a.yaml', 'acts:\n  send: { by: [one, two] }\n').documents
  expect(document?.place(['acts', 'send'], 'key')).toEqual({ line: 2, column: 3 })
  expect(document?.place(['acts', 'send'])).toEqual({ line: 2, column: 9 })
  expect(document?.place(['acts', 'send', 'by', 1])).toEqual({ line: 2, column: 21 })
  expect(document?.place(['acts', 'send', 'from'])).toEqual({ line: 2, column: 9 })
})

it('reads several documents, each with its own places', () => {
  const { documents } = readYaml('a.yaml', 'a: 1\n---\nb: 2\n')
  expect(documents.map((each) => [each.data, each.place([]).line])).toEqual([
    [{ a: 1 }, 1],
    [{ b: 2 }, 3],
  ])
})

it('refuses aliases, so that a small file cannot grow large', () => {
  const { documents, findings } = readYaml('a.yaml', 'a: &a [1, 1]\nb: [*a, *a]\n')
  expect(documents).toEqual([])
  expect(findings.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual(['alias 2:5', 'alias 2:9'])
})
