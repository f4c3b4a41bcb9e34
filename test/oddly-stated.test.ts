import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Actor, compile, decide, derive, Folded, instant, type MatterEvent, type Payload } from '../src/core/index.js'
import { loadLibrary } from '../src/load/index.js'

const library = loadLibrary({
  regulations: join(import.meta.dirname, 'fixtures/concepts'),
  calendars: join(import.meta.dirname, '../calendars'),
})
const calendar = library.calendar()
const corrections = library.find('corrections', '2025-01-01')
if (corrections === null) throw new Error('the example is gone')
const program = compile(corrections)

const citizen: Actor = { role: 'requester', unit: null, person: null }
const office: Actor = { role: 'office', unit: null, person: 'office' }
const unit: Actor = { role: 'unit', unit: 'one', person: 'unit' }
type Done = readonly [act: string, by: Actor, stated: Payload]

const dispatched: readonly Done[] = [
  ['submit', citizen, { title: 'A letter' }],
  ['dispatch', office, { kind: 'inquiry', assignments: [{ unit: 'one', part: 'lead' }] }],
]

/** The problem the last act is refused for, field and code; null: it was done, and the matter can be opened. */
function refusedFor(acts: readonly Done[]): string | null {
  let events: readonly MatterEvent[] = []
  let now = Date.parse('2025-03-03T02:00:00Z')
  for (const [act, by, stated] of acts) {
    now += 3_600_000
    const decision = decide(Folded.of({ program, calendar, events, now: instant(now) }), { act, by, with: stated })
    if (!decision.ok) return decision.refusal.problems.map(({ field, code }) => `${field} ${code}`).join()
    events = [...events, ...decision.events]
  }
  derive({ program, calendar, events, now: instant(now) })
  return null
}

it.each([
  [1, null],
  [0, 'workdays too-small'],
  [-3, 'workdays too-small'],
  [0.5, 'workdays too-small'],
  [1.5, 'workdays not-whole'],
  [1_000_000, 'workdays too-large'],
])('%d more workdays: a due time is never brought nearer, parted or lost by an extension', (workdays, expected) => {
  const asked: readonly Done[] = [...dispatched, ['requestExtension', unit, { reason: 'more time' }]]
  expect(refusedFor([...asked, ['grantExtension', office, { unit: 'one', workdays }]])).toBe(expected)
})

it.each([
  [{ workdays: 5 }, null],
  [{ workdays: -5 }, 'instructionLimit too-small'],
  [{ workdays: 1.5 }, 'instructionLimit not-whole'],
  [{ months: 10_001 }, 'instructionLimit too-large'],
  [{ months: 9_999 }, null],
  [{ on: '2199-12-31' }, null],
  [{ on: '2925-03-31' }, 'instructionLimit day-too-late'],
  [{ on: '0225-03-31' }, 'instructionLimit day-too-early'],
  [{ on: '1900-01-01' }, null],
])('a limit of %j: what nobody means is refused, and whatever is taken can be worked out', (instructionLimit, expected) => {
  expect(refusedFor([...dispatched, ['instruct', office, { rank: 'mayor', instructionLimit }]])).toBe(expected)
})
