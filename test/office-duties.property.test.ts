import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  compile,
  type Day,
  day,
  decide,
  derive,
  type Given,
  instant,
  lookAgainAt,
  type MatterEvent,
  nextOpening,
  type OfficeDuty,
  type OfficeTime,
  opensAt,
  platform,
  type Round,
  receiptOf,
  roundAfter,
  roundOn,
  roundOpenedAt,
  roundsOpened,
  rungsToRecord,
  startOfDay,
} from '../src/core/index.js'
import { loadCalendar, loadRegulation } from '../src/load/index.js'

const folder = join(import.meta.dirname, 'fixtures/concepts/office-duties/2025-01-01')
const { regulation: read } = loadRegulation(folder)
const loaded = loadCalendar(join(import.meta.dirname, '../calendars'))
if (read === null) throw new Error('the fixture does not load')
const regulation = { ...read, effectiveFrom: null, effectiveTo: null }
const program = compile(regulation)
const rules = Object.values(regulation.officeDuties)

const first = day('2017-01-01')
const last = day('2026-12-31')
const zones = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15)
const times = fc
  .record({
    zone: zones,
    since: fc.integer({ min: first, max: last }),
    days: fc.integer({ min: 0, max: 1200 }),
    minute: fc.integer({ min: 0, max: 1439 }),
  })
  .map(({ zone, since, days, minute }): OfficeTime => {
    const on = Math.min(last, since + days) as Day
    const now = instant(startOfDay(on, zone) + minute * 60_000)
    return { regulation, calendar: { ...loaded, zone }, since: since as Day, until: null, now }
  })

/** The matter of a round, as the calendar opened it. */
function matterOf(rule: OfficeDuty, round: Round, { calendar, now }: OfficeTime): Given {
  const life = program.officeDuties.get(rule.id)
  if (life === undefined) throw new Error(`no duty of the office ${rule.id}`)
  const opening = { program: life, calendar, events: [], now: opensAt(rule, round, calendar) }
  const decision = decide(opening, { act: rule.opening, by: platform, with: {} })
  if (!decision.ok) throw new Error(decision.refusal.code)
  return { ...opening, events: decision.events, now }
}

const every = (time: OfficeTime): readonly { readonly rule: OfficeDuty; readonly given: Given }[] =>
  rules.flatMap((rule) => roundsOpened(rule, time).map((round) => ({ rule, given: matterOf(rule, round, time) })))

it('every round that counts opens, once, in its order, and none that does not', () => {
  fc.assert(
    fc.property(times, (time) => {
      for (const rule of rules) {
        const wanted: string[] = []
        let round = roundOn(time.since, rule.every)
        for (; round.first <= addMonths(last, 24); round = roundAfter(round, rule.every)) {
          const [counts, opens] = rule.edge === 'period-end' ? [round.last, addDays(round.last, 1)] : [round.first, round.first]
          if (counts >= time.since && startOfDay(opens, time.calendar.zone) <= time.now) wanted.push(round.id)
        }
        const found = roundsOpened(rule, time)
        expect(found.map(({ id }) => id)).toEqual(wanted)
        for (const each of found) {
          expect(roundOpenedAt(rule, opensAt(rule, each, time.calendar), time.calendar)).toEqual(each)
        }
      }
    }),
    { numRuns: 200 },
  )
})

it('says when the next one opens: one more than before, and nothing until then', () => {
  fc.assert(
    fc.property(times, (time) => {
      for (const rule of rules) {
        const next = nextOpening(rule, time)
        if (next === null) continue
        expect(next).toBeGreaterThan(time.now)
        const count = (now: number) => roundsOpened(rule, { ...time, now: instant(now) }).length
        expect([count(next - 1), count(next)]).toEqual([count(time.now), count(time.now) + 1])
      }
    }),
    { numRuns: 100 },
  )
})

it('opens before it is due, is overdue from then on, and its receipt ends where it does', () => {
  fc.assert(
    fc.property(times, (time) => {
      for (const { rule, given } of every(time)) {
        const [duty] = derive(given).duties
        const owed = rule.life.duties[rule.id]
        if (duty === undefined || owed === undefined) throw new Error('nothing is owed')
        expect(duty.openedAt).toBeLessThanOrEqual(time.now)
        expect(duty.dueAt === null || duty.openedAt < duty.dueAt).toBe(true)
        expect(duty.status).toBe(duty.dueAt !== null && time.now >= duty.dueAt ? 'overdue' : 'open')
        expect(receiptOf(duty, owed, time.calendar).dueAt).toBe(duty.dueAt)
        const next = lookAgainAt(given)
        expect(next === null || next > time.now).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

const stated = { receivedCount: 1, bulletinText: '本季度共收件三十件，都已办结。', filedWith: 'x' }

it('records each rung once, and what was done once is never done again', () => {
  fc.assert(
    fc.property(times, (time) => {
      for (const { rule, given } of every(time).slice(0, 3)) {
        const rungs: readonly MatterEvent[] = rungsToRecord(given)
        const ready = { ...given, events: [...given.events, ...rungs] }
        expect(rungsToRecord(ready)).toEqual([])
        const act = rule.life.acts[rule.id]
        const by = { role: act?.by[0] ?? '', unit: null, person: 'li' }
        const needed = Object.fromEntries(Object.entries(stated).filter(([field]) => act?.needs.includes(field)))
        const done = decide(ready, { act: rule.id, by, with: needed })
        expect(done.ok).toBe(true)
        if (!done.ok) continue
        const after = { ...ready, events: [...ready.events, ...done.events] }
        expect(derive(after).duties).toMatchObject([{ status: 'met', metAt: time.now }])
        expect(decide(after, { act: rule.id, by, with: needed })).toMatchObject({ ok: false, refusal: { code: 'wrong-stage' } })
      }
    }),
    { numRuns: 60 },
  )
})

it('a month after the end of February is March', () => {
  const { review } = regulation.officeDuties
  if (review === undefined) throw new Error('no review')
  const rule = { ...review, every: 'month' as const }
  const calendar = { ...loaded, zone: 480 }
  const now = startOfDay(day('2025-03-01'), 480)
  const time: OfficeTime = { regulation, calendar, since: day('2025-02-01'), until: null, now }
  const due = roundsOpened(rule, time).map((round) => [round.id, derive(matterOf(rule, round, time)).duties[0]?.dueAt])
  expect(due).toEqual([['2025-02', startOfDay(day('2025-04-01'), 480)]])
})
