import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPrecedence, listRegulations, loadLibrary, loadScenarios, parsePrecedence, scenarioFiles } from '../index.js'

const root = join(import.meta.dirname, '..', '..', '..')
const regulations = join(root, 'test/fixtures/concepts')
const library = loadLibrary({ regulations, calendars: join(root, 'calendars') })
const known = {
  regulations: [...library.regulations.values()].flat(),
  scenariosOf: (regulation: string) =>
    listRegulations(regulations)
      .filter(({ id }) => id === regulation)
      .flatMap(({ folder }) => scenarioFiles(join(folder, 'scenarios')))
      .flatMap((file) => loadScenarios(file).scenarios),
}
const found = (text: string) =>
  checkPrecedence(parsePrecedence({ file: 'between.yaml', text }), known).map(({ code, line }) => `${code} ${line}`)

const clean = `format: 4
precedence:
  answerTerm:
    asks: 听哪一部？
    between:
      - { regulation: letters-and-orders, clause: "2", duty: answer }
      - { regulation: orders, clause: "2", duty: report }
    leads: earliest
    reading: 早的为准
    shownBy:
      - { regulation: orders, example: EXAMPLE }
    examples:
      - { of: { letters-and-orders: 2025-03-06, orders: 2025-03-11 }, leads: letters-and-orders }
      - { of: { letters-and-orders: 2025-03-12, orders: 2025-03-11 }, leads: orders }
`.replace('EXAMPLE', known.scenariosOf('orders').find(({ clauses }) => clauses?.includes('2'))?.title.zh ?? '')

it('finds nothing in a clean one, and it is read', () => {
  expect(found(clean)).toEqual([])
  expect(library.precedence.map(({ id, leads }) => [id, leads])).toEqual([['answerTerm', { by: 'earliest' }]])
})

describe.each([
  ['a regulation that is not there', 'regulation: orders, clause', 'regulation: odrers, clause', ['unknown-regulation 7']],
  ['a clause that is not there', 'regulation: orders, clause: "2"', 'regulation: orders, clause: "9"', ['unknown-clause 7']],
  ['a duty that is not there', 'duty: report', 'duty: reprot', ['unknown-duty 7']],
  ['what falls due first, where one text says no duty', ', duty: report', '', ['lead-without-duty 7']],
  ['a lead that is none of them', 'leads: earliest', 'leads: mailbox', ['lead-of-none 8']],
  ['another lead than its examples tell', 'leads: earliest', 'leads: orders', ['leads-otherwise 13']],
  ['an example that is nowhere', /example: .* \}/, 'example: 没有 }', ['shown-by-none 11']],
  ['an example of another clause', 'regulation: orders, clause: "2"', 'regulation: orders, clause: "3"', ['shown-otherwise 11']],
  ['examples that tell no two leads apart', /\n.*leads: orders \}/, '', ['lead-untried 13']],
  ['one text alone', /\n.*duty: report \}/, '', ['too-small 6']],
  ['another format', 'format: 4', 'format: 3', ['old-format 1']],
  ['a day that is none', '2025-03-06', 'soon', ['bad-format 13']],
])('%s', (_what, is, was, codes) => {
  it('is found where it stands', () => expect(found(clean.replace(is, was))).toEqual(codes))
})
