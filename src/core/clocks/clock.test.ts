import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Period } from '../rules/limit.js'
import { autumn2025 } from '../time/calendar.fixtures.js'
import { isWorkday } from '../time/calendar.js'
import { addDays, addMonths } from '../time/day.js'
import { dayAt, dueText, endOfDay, type Instant, instant, readInstant, shanghai, startOfDay } from '../time/instant.js'
import { type Clock, dueAt, grantedBeyond } from './clock.js'

const rule = { movesToWorkday: true }
const at = (text: string): Instant => {
  const found = readInstant(text, shanghai)
  if (found === null) throw new Error(text)
  return found
}
const clock = (start: string, periods: readonly Period[], pauses: readonly (readonly [string, string | null])[] = []): Clock => ({
  start: at(start),
  allowances: periods.map((period, index) => ({ period, event: index + 1 })),
  pauses: pauses.map(([from, to]) => ({ from: at(from), to: to === null ? null : at(to), event: 2 })),
  fixed: null,
  cap: null,
  floor: null,
})
const due = (of: Clock): string | null => {
  const found = dueAt(of, autumn2025, rule)
  return found === null ? null : dueText(found, shanghai)
}
const workdays = (amount: number): Period => ({ amount, unit: 'workdays' })

describe('Civil Code 201 to 203', () => {
  it.each([
    ['2025-09-29 10:00', [workdays(5)], '2025-10-13 24:00', 'the starting day does not count; ends at 24:00'],
    ['2025-09-29 00:00', [workdays(1)], '2025-09-30 24:00', 'not even when it starts at 00:00'],
    ['2025-09-29 23:59', [workdays(1)], '2025-09-30 24:00', 'one minute before midnight'],
    [
      '2025-09-26 10:00',
      [{ amount: 9, unit: 'calendarDays' }],
      '2025-10-09 24:00',
      'ends in the break: moves to the next workday',
    ],
    ['2025-07-31 10:00', [{ amount: 2, unit: 'months' }], '2025-09-30 24:00', 'the month has no 31st'],
    ['2025-07-01 10:00', [{ amount: 3, unit: 'months' }], '2025-10-09 24:00', 'months move too'],
    ['2025-10-10 17:30', [{ amount: 24, unit: 'hours' }], '2025-10-11 17:30', 'hours run from the moment'],
    ['2025-10-03 17:30', [{ amount: 48, unit: 'hours' }], '2025-10-05 17:30', 'hours do not stop for a day off'],
    ['2025-10-10 17:30', [{ amount: 30, unit: 'minutes' }], '2025-10-10 18:00', 'minutes'],
    ['2025-09-29 10:00', [workdays(5), workdays(3)], '2025-10-16 24:00', 'an extension counts from the due day'],
    [
      '2025-09-26 10:00',
      [
        { amount: 9, unit: 'calendarDays' },
        { amount: 2, unit: 'calendarDays' },
      ],
      '2025-10-11 24:00',
      'also from a due day that was moved',
    ],
    [
      '2025-08-31 10:00',
      [
        { amount: 1, unit: 'months' },
        { amount: 1, unit: 'months' },
      ],
      '2025-10-31 24:00',
      'months granted on months are counted from the start: no day is lost to a shorter month',
    ],
    [
      '2025-07-01 10:00',
      [
        { amount: 3, unit: 'months' },
        { amount: 1, unit: 'months' },
      ],
      '2025-11-03 24:00',
      'nor gained from a due day that was moved from 1 to 9 October; 1 November is a Saturday',
    ],
  ] satisfies [string, Period[], string, string][])('from %s %j is due %s: %s', (start, periods, expected) => {
    expect(due(clock(start, periods))).toBe(expected)
  })

  it('leaves a period on a day off where the regulation says so', () => {
    const of = clock('2025-09-26 10:00', [{ amount: 9, unit: 'calendarDays' }])
    const found = dueAt(of, autumn2025, { movesToWorkday: false })
    expect(found && dueText(found, shanghai)).toBe('2025-10-05 24:00')
  })
})

describe('pauses', () => {
  it.each([
    [[['2025-09-30 09:00', '2025-10-10 09:00']], '2025-10-15 24:00', 'the day of the pause is used, the day of resuming is not'],
    [[['2025-09-29 11:00', '2025-09-29 15:00']], '2025-10-13 24:00', 'within the starting day: nothing lost'],
    [[['2025-10-09 09:00', '2025-10-09 17:00']], '2025-10-13 24:00', 'within one day: nothing lost'],
    [
      [
        ['2025-09-30 09:00', '2025-09-30 10:00'],
        ['2025-09-30 11:00', '2025-10-09 10:00'],
      ],
      '2025-10-14 24:00',
      'twice on one day',
    ],
    [[['2025-10-13 09:00', '2025-10-15 09:00']], '2025-10-15 24:00', 'on the due day: it ends with the day it resumes'],
    [[['2025-10-13 09:00', '2025-10-18 09:00']], '2025-10-20 24:00', 'resumed on a Saturday: with the next workday'],
    [[['2025-09-30 09:00', null]], null, 'while it stands still there is no due time'],
    [[['2025-10-14 09:00', '2025-10-20 09:00']], '2025-10-13 24:00', 'after the due time a pause changes nothing'],
  ] as readonly (readonly [readonly (readonly [string, string | null])[], string | null, string])[])(
    '%j is due %s: %s',
    (pauses, expected) => {
      expect(due(clock('2025-09-29 10:00', [workdays(5)], pauses))).toBe(expected)
    },
  )

  it('keeps the rest of hours to the minute', () => {
    const of = clock('2025-10-10 10:00', [{ amount: 24, unit: 'hours' }], [['2025-10-10 20:00', '2025-10-12 08:00']])
    expect(due(of)).toBe('2025-10-12 22:00')
  })

  it.each([
    ['2025-10-20 09:00', '2025-10-22 09:00', '2025-10-18 24:00', 'a Saturday that was stated stays, if the clock stops after it'],
    ['2025-10-19 09:00', null, '2025-10-18 24:00', 'also on the day off that follows'],
    ['2025-10-17 09:00', '2025-10-17 10:00', '2025-10-20 24:00', 'a day left: the Saturday, which a clock that goes on moves'],
  ] satisfies readonly (readonly [string, string | null, string, string])[] as readonly [
    string,
    string | null,
    string,
    string,
  ][])('a stated Saturday, stopped %s to %s, is due %s: %s', (from, to, expected) => {
    expect(due({ ...clock('2025-10-09 10:00', [], [[from, to]]), fixed: at('2025-10-18 24:00') })).toBe(expected)
  })

  it('gives months no more days than those in which it stood still: where a day off moves the end is asked once', () => {
    // Three months from 1 July end on 1 October, which moves to the 9th; stopped for 9 days they end on the 10th, no later.
    const of = clock('2025-07-01 10:00', [{ amount: 3, unit: 'months' }], [['2025-08-01 09:00', '2025-08-10 09:00']])
    expect(due(of)).toBe('2025-10-10 24:00')
  })

  it('moves a stated date by the days it stood still', () => {
    const of: Clock = {
      ...clock('2025-10-09 10:00', [], [['2025-10-10 09:00', '2025-10-14 09:00']]),
      fixed: at('2025-10-15 24:00'),
    }
    expect(due(of)).toBe('2025-10-20 24:00')
  })
})

/** Times within 2025, in minutes from its start; pauses as sorted pairs after the start. */
const minuteOf2025 = fc.integer({ min: 0, max: 300 * 1440 })
const yearStart = at('2025-01-01 00:00')
const momentOf = (minutes: number): Instant => instant(yearStart + minutes * 60_000)

const anyPauses = fc.uniqueArray(fc.integer({ min: 1, max: 60 * 1440 }), { minLength: 0, maxLength: 12 }).map((offsets) => {
  const sorted = [...offsets].sort((a, b) => a - b)
  return sorted.slice(0, sorted.length - (sorted.length % 2))
})

/** The same by plain counting: a workday is used if the clock runs at its 00:00; it ends at 24:00 of a workday if it runs then. */
function dueByCounting(
  start: Instant,
  granted: number,
  pauses: readonly { readonly from: Instant; readonly to: Instant }[],
): Instant {
  const runs = (moment: Instant) => !pauses.some(({ from, to }) => from <= moment && moment < to)
  let used = 0
  for (let on = addDays(dayAt(start, shanghai), 1); ; on = addDays(on, 1)) {
    if (!isWorkday(on, autumn2025)) continue
    if (runs(startOfDay(on, shanghai))) used += 1
    if (used >= granted && runs(endOfDay(on, shanghai))) return endOfDay(on, shanghai)
  }
}

describe('no event loses or gains a day', () => {
  it('ends at 24:00 of the first workday on which all is used up and the clock runs, counted day by day', () => {
    fc.assert(
      fc.property(
        minuteOf2025,
        fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 5 }),
        anyPauses,
        (start, amounts, offsets) => {
          const pauses = Array.from({ length: offsets.length / 2 }, (_, i) => ({
            from: momentOf(start + (offsets[2 * i] ?? 0)),
            to: momentOf(start + (offsets[2 * i + 1] ?? 0)),
            event: 2,
          }))
          const of: Clock = {
            start: momentOf(start),
            allowances: amounts.map((amount) => ({ period: workdays(amount), event: 1 })),
            pauses,
            fixed: null,
            cap: null,
            floor: null,
          }
          const granted = amounts.reduce((sum, each) => sum + each, 0)
          expect(dueAt(of, autumn2025, rule)).toBe(dueByCounting(of.start, granted, pauses))
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('grants add up: in one piece or in many, the due time is the same', () => {
    fc.assert(
      fc.property(
        minuteOf2025,
        fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 6 }),
        anyPauses,
        (start, amounts, offsets) => {
          const pauses = Array.from({ length: offsets.length / 2 }, (_, i) => ({
            from: momentOf(start + (offsets[2 * i] ?? 0)),
            to: momentOf(start + (offsets[2 * i + 1] ?? 0)),
            event: 2,
          }))
          const of = (periods: readonly number[]): Clock => ({
            start: momentOf(start),
            allowances: periods.map((each) => ({ period: workdays(each), event: 1 })),
            pauses,
            fixed: null,
            cap: null,
            floor: null,
          })
          const total = amounts.reduce((sum, each) => sum + each, 0)
          const reversed = [...amounts].reverse()
          expect(dueAt(of(amounts), autumn2025, rule)).toBe(dueAt(of([total]), autumn2025, rule))
          expect(dueAt(of(reversed), autumn2025, rule)).toBe(dueAt(of(amounts), autumn2025, rule))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('months are due with the days up to the day of that number, whatever stands still', () => {
    fc.assert(
      fc.property(minuteOf2025, fc.integer({ min: 1, max: 5 }), anyPauses, (start, amount, offsets) => {
        const pauses = Array.from({ length: offsets.length / 2 }, (_, i) => ({
          from: momentOf(start + (offsets[2 * i] ?? 0)),
          to: momentOf(start + (offsets[2 * i + 1] ?? 0)),
          event: 2,
        }))
        const first = dayAt(momentOf(start), shanghai)
        const days: Period = { amount: addMonths(first, amount) - first, unit: 'calendarDays' }
        const of = (period: Period): Clock => ({
          start: momentOf(start),
          allowances: [{ period, event: 1 }],
          pauses,
          fixed: null,
          cap: null,
          floor: null,
        })
        expect(dueAt(of({ amount, unit: 'months' }), autumn2025, rule)).toBe(dueAt(of(days), autumn2025, rule))
      }),
      { numRuns: 2000 },
    )
  })

  it('a pause that is split in two at any moment changes nothing', () => {
    fc.assert(
      fc.property(
        minuteOf2025,
        fc.integer({ min: 1, max: 30 }),
        fc.tuple(fc.nat(40 * 1440), fc.nat(40 * 1440), fc.nat(40 * 1440)),
        (start, amount, parts) => {
          const [from, middle, to] = [...parts].sort((a, b) => a - b).map((each) => momentOf(start + each)) as [
            Instant,
            Instant,
            Instant,
          ]
          const of = (pauses: Clock['pauses']): Clock => ({
            start: momentOf(start),
            allowances: [{ period: workdays(amount), event: 1 }],
            pauses,
            fixed: null,
            cap: null,
            floor: null,
          })
          const whole = dueAt(of([{ from, to, event: 2 }]), autumn2025, rule)
          const split = dueAt(
            of([
              { from, to: middle, event: 2 },
              { from: middle, to, event: 3 },
            ]),
            autumn2025,
            rule,
          )
          expect(split).toBe(whole)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

it('knows what was granted beyond a limit, whatever lengths the limit has', () => {
  const grant = (amount: number, event: number) => ({ period: { amount, unit: 'workdays' as const }, event })
  const [limit, next, more] = [grant(5, 1), grant(3, 1), grant(2, 4)]
  const beyond = (fixed: Instant | null, ...allowances: readonly ReturnType<typeof grant>[]) =>
    grantedBeyond({ fixed, allowances })
  expect(beyond(null)).toEqual([])
  expect(beyond(null, limit)).toEqual([])
  expect(beyond(null, limit, next)).toEqual([])
  expect(beyond(null, limit, next, more)).toEqual([more])
  expect(beyond(at('2025-09-29 24:00'), more)).toEqual([more])
})
