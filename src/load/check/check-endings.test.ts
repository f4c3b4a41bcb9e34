import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadLibrary, parseScenarios } from '../index.js'
import { checkEndings } from './check-endings.js'

const fixtures = join(import.meta.dirname, '..', '..', '..', 'test', 'fixtures')
const library = loadLibrary({ regulations: join(fixtures, 'concepts'), calendars: join(fixtures, 'calendars') })

/** A letter on which an order was given, answered before anybody asked after the order. */
const found = (...more: readonly string[]) => {
  const steps = [
    '{ at: 2025-03-03 09:00, act: write, by: requester, with: { title: 路灯, body: 不亮 } }',
    '{ at: 2025-03-03 10:00, act: instruct, by: leader, with: { order: 尽快修好 } }',
    '{ at: 2025-03-04 09:00, act: answer, by: office, with: { reply: 修好了 } }',
    ...more,
  ]
  const text = `format: 4\ntitle: 批示以后\nregulation: letters-and-orders\nclauses: ["3"]\nsteps:\n${steps.map((each) => `  - ${each}\n`).join('')}`
  const { scenarios, findings } = parseScenarios('a.yaml', text)
  expect(findings).toEqual([])
  return checkEndings(scenarios, library).map(({ code, line, level, message }) => [code, line, level, message.en])
}

it('tells of a duty that an example leaves behind unmet, at the act that leaves it', () => {
  expect(found()).toEqual([
    [
      'duty-ends-unmet',
      8,
      'warning',
      'with answer this example comes to answered, and ask ends unmet; neither the rules nor an example say that it may',
    ],
  ])
})

it.each([
  '{ at: 2025-03-04 10:00, expect: { noDuties: ask } }',
  '{ at: 2025-03-04 10:00, expect: { duties: { duty: ask, status: cancelled } } }',
])('an example that says so is enough: %s', (step) => expect(found(step)).toEqual([]))

it.each(['{ at: 2025-03-04 10:00, expect: { noDuties: report } }', '{ at: 2025-03-04 10:00, expect: { stage: answered } }'])(
  'one that says something else is not: %s',
  (step) => expect(found(step)).toHaveLength(1),
)
