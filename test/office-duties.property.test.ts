import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  compile,
  type Day,
  day,
  doOfficeDuty,
  instant,
  type OfficeGiven,
  officeDutiesOf,
  officeLookAgainAt,
  officeReceiptOf,
  officeRungsToRecord,
  roundAfter,
  roundOn,
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
const givens = fc
  .record({
    zone: zones,
    since: fc.integer({ min: first, max: last }),
    days: fc.integer({ min: 0, max: 1200 }),
    minute: fc.integer({ min: 0, max: 1439 }),
  })
  .map(({ zone, since, days, minute }): OfficeGiven => {
    const on = Math.min(last, since + days) as Day
    const now = instant(startOfDay(on, zone) + minute * 60_000)
    return { program, calendar: { ...loaded, zone }, events: [], since: since as Day, until: null, now }
  })

it('every period that counts, once, in its order, and none that does not', () => {
  fc.assert(
    fc.property(givens, (given) => {
      const states = officeDutiesOf(given)
      for (const rule of rules) {
        const found = states.filter(({ duty }) => duty.duty === rule.id).map(({ period }) => period)
        const wanted: string[] = []
        let round = roundOn(given.since, rule.every)
        for (; round.first <= addMonths(last, 24); round = roundAfter(round, rule.every)) {
          const [counts, opens] = rule.opens === 'period-end' ? [round.last, addDays(round.last, 1)] : [round.first, round.first]
          if (counts >= given.since && startOfDay(opens, given.calendar.zone) <= given.now) wanted.push(round.id)
        }
        expect(found.map(({ id }) => id)).toEqual(wanted)
      }
      expect(new Set(states.map(({ duty }) => duty.key)).size).toBe(states.length)
    }),
    { numRuns: 200 },
  )
})

it('opens before it is due, is overdue from then on, and says when to look again', () => {
  fc.assert(
    fc.property(givens, (given) => {
      for (const state of officeDutiesOf(given)) {
        const { duty } = state
        expect(duty.openedAt).toBeLessThanOrEqual(given.now)
        expect(duty.dueAt === null || duty.openedAt < duty.dueAt).toBe(true)
        expect(duty.status).toBe(duty.dueAt !== null && given.now >= duty.dueAt ? 'overdue' : 'open')
        expect(officeReceiptOf(given, state).dueAt).toBe(duty.dueAt)
      }
      const next = officeLookAgainAt(given)
      expect(next === null || next > given.now).toBe(true)
      if (next === null) return
      const justBefore = officeDutiesOf({ ...given, now: instant(next - 1) })
      const before = officeDutiesOf(given)
      expect(justBefore.map(({ duty }) => [duty.key, duty.status, duty.reached.length])).toEqual(
        before.map(({ duty }) => [duty.key, duty.status, duty.reached.length]),
      )
    }),
    { numRuns: 60 },
  )
})

it('records each rung once, and a duty done once is never done again', () => {
  fc.assert(
    fc.property(givens, (given) => {
      const events = officeRungsToRecord(given)
      expect(officeRungsToRecord({ ...given, events })).toEqual([])
      const [open] = officeDutiesOf(given)
      if (open === undefined) return
      const rule = regulation.officeDuties[open.duty.duty]
      const by = { role: rule?.holder ?? '', unit: null, person: 'li' }
      const stated = { receivedCount: 1, bulletinText: '本季度共收件三十件，都已办结。', filedWith: 'x' }
      const request = {
        duty: open.duty.duty,
        period: open.period.id,
        by,
        with: Object.fromEntries(Object.entries(stated).filter(([field]) => rule?.needs.includes(field))),
      }
      const done = doOfficeDuty({ ...given, events }, request)
      expect(done).toMatchObject({ ok: true, event: { seq: events.length + 1 } })
      if (!done.ok) return
      const after = { ...given, events: [...events, done.event] }
      expect(officeDutiesOf(after)[0]).toMatchObject({ done: done.event, duty: { status: 'met', metAt: given.now } })
      expect(doOfficeDuty(after, request)).toMatchObject({ ok: false, refusal: { code: 'limit-reached' } })
    }),
    { numRuns: 60 },
  )
})

it('a month after the end of February is March', () => {
  const half = { ...regulation.officeDuties.review, every: 'month' as const }
  const changed = compile({ ...regulation, officeDuties: { review: { ...rules[2], ...half } as (typeof rules)[number] } })
  const calendar = { ...loaded, zone: 480 }
  const now = startOfDay(day('2025-03-01'), 480)
  const given: OfficeGiven = { program: changed, calendar, events: [], since: day('2025-02-01'), until: null, now }
  expect(officeDutiesOf(given).map(({ duty }) => [duty.key, duty.dueAt])).toEqual([
    ['review@2025-02', startOfDay(day('2025-04-01'), 480)],
  ])
})
