import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  type Actor,
  compile,
  type Duty,
  type DutyState,
  decide,
  derive,
  Folded,
  instant,
  type MatterEvent,
  type Payload,
  type Program,
  rungsToRecord,
} from '../src/core/index.js'
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

/** The same regulation, with one duty otherwise. */
function withDuty(id: string, changed: Partial<Duty>): Program {
  const duty = program.regulation.duties[id]
  if (duty === undefined) throw new Error(`no duty ${id}`)
  return compile({ ...program.regulation, duties: { ...program.regulation.duties, [id]: { ...duty, ...changed } } })
}

/** The problem the last act is refused for, field and code; else the duties as they stand an hour later. */
function doing(acts: readonly Done[], program: Program): string | readonly DutyState[] {
  let events: readonly MatterEvent[] = []
  let now = Date.parse('2025-03-03T02:00:00Z')
  for (const [act, by, stated] of acts) {
    now += 3_600_000
    const decision = decide(Folded.of({ program, calendar, events, now: instant(now) }), { act, by, with: stated })
    if (!decision.ok) return decision.refusal.problems.map(({ field, code }) => `${field} ${code}`).join()
    events = [...events, ...decision.events]
  }
  return derive({ program, calendar, events, now: instant(now + 3_600_000) }).duties
}

/** Null: it was done, and the matter can be opened. */
function refusedFor(acts: readonly Done[]): string | null {
  const found = doing(acts, program)
  return typeof found === 'string' ? found : null
}

function standingOf(acts: readonly Done[], of: Program, duty: string): readonly string[] {
  const found = doing(acts, of)
  if (typeof found === 'string') throw new Error(found)
  return found.filter((each) => each.duty === duty).map(({ key, status }) => `${key} ${status}`)
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

const when = null
const contacted: Done = ['contact', unit, {}]
const put: Done = ['correctKind', office, { kind: 'inquiry', reason: 'the same' }]
const asked: Done = ['requestExtension', unit, { reason: 'more time' }]
const resumed: Done = ['setInternalLimit', unit, { internalLimit: { workdays: 1 } }]

it('what was met while it stood still runs again once it is opened again, where the matter went on meanwhile', () => {
  const of = withDuty('conclude', {
    extend: null,
    pausedBy: [{ act: 'requestExtension', when }],
    metBy: [{ act: 'contact', when }],
    resumedBy: [{ act: 'setInternalLimit', when }],
    reopenedBy: [{ act: 'correctKind', when }],
  })
  expect(standingOf([...dispatched, asked, contacted, put], of, 'conclude')).toEqual(['conclude#1 paused'])
  expect(standingOf([...dispatched, asked, contacted, resumed, put], of, 'conclude')).toEqual(['conclude#1 open'])
})

it('a duty that is over as it opens, and opens itself again, does so once in a moment', () => {
  const of = withDuty('ofInquiry', {
    lapses: true,
    within: { kind: 'on', day: '2025-01-31' },
    opens: [
      { on: 'act', act: 'dispatch', when, parts: [] },
      { on: 'due', duty: 'ofInquiry', when },
    ],
  })
  expect(standingOf(dispatched, of, 'ofInquiry')).toEqual(['ofInquiry#1 lapsed', 'ofInquiry#2 lapsed'])
})

it('rungs that were reached while nobody looked are recorded in the order in which they were reached, whichever duty they belong to', () => {
  const ladder = (days: number): Duty['ladder'] =>
    [...(program.regulation.duties.answer?.ladder ?? [])].map((rung) => ({
      ...rung,
      moment: { kind: 'late', period: { amount: days, unit: 'workdays' } },
    }))
  const { conclude, contact } = program.regulation.duties
  if (conclude === undefined || contact === undefined) throw new Error('no duty')
  const duties = {
    ...program.regulation.duties,
    conclude: { ...conclude, ladder: ladder(9) },
    contact: { ...contact, ladder: ladder(1) },
  }
  const given = {
    program: compile({ ...program.regulation, duties }),
    calendar,
    now: instant(Date.parse('2025-03-03T03:00:00Z')),
  }
  const [submitted, sent] = dispatched.map(([act, by, stated]) => ({ act, by, with: stated }))
  if (submitted === undefined || sent === undefined) throw new Error('nothing is done')
  const first = decide({ ...given, events: [] }, submitted)
  const events = first.ok ? first.events : []
  const second = decide({ ...given, events }, sent)
  const late = {
    ...given,
    events: [...events, ...(second.ok ? second.events : [])],
    now: instant(Date.parse('2025-06-03T03:00:00Z')),
  }
  const found = rungsToRecord(late)
  expect(found.map(({ duty }) => duty)).toEqual(['contact', 'conclude'])
  expect(found.map(({ seq }) => seq)).toEqual([3, 4])
})

it('a fact put right in the very moment a duty opens brings it to apply with the act that follows, whatever that act states', () => {
  const at = (hours: number) => instant(Date.parse('2025-03-03T02:00:00Z') + hours * 3_600_000)
  const act = (seq: number, [name, by, stated]: Done, hours: number): MatterEvent => {
    return { kind: 'act', seq, act: name, by, at: at(hours), with: stated, assignment: null }
  }
  const [submitted, sent] = dispatched
  if (submitted === undefined || sent === undefined) throw new Error('no acts')
  const report: Done = ['correctKind', office, { kind: 'report', reason: 'put right' }]
  const instructed: Done = ['instruct', office, { rank: 'mayor' }]
  const events = [act(1, submitted, 0), act(2, sent, 1), act(3, report, 1), act(4, instructed, 3)]
  const startOf = (events: readonly MatterEvent[]) =>
    derive({ program, calendar, events, now: at(4) }).duties.find(({ duty }) => duty === 'ofReport')?.clock.start
  expect(startOf(events)).toBe(at(3))
  expect(startOf([act(1, submitted, 0), act(2, sent, 1), act(3, report, 2), act(4, instructed, 3)])).toBe(at(2))
})
