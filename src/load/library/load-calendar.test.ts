import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fixtures } from '../../../test/fixtures/expected-findings.js'
import { day, dayGround, dayText, isWorkday, shanghai } from '../../core/index.js'
import { loadCalendar, readCalendars } from '../index.js'

const folder = join(fixtures, '..', 'calendars')

it('is known through the last year of an unbroken row of files', () => {
  expect(dayText(loadCalendar(folder).knownThrough)).toBe('2025-12-31')
})

it.each([
  ['2024-05-02', false, 'in a break'],
  ['2024-05-11', true, 'a Saturday worked in exchange'],
  ['2024-05-12', false, 'a Sunday'],
  ['2025-06-03', true, 'an ordinary Tuesday'],
])('%s worked: %s, %s', (on, expected) => {
  expect(isWorkday(day(on), loadCalendar(folder))).toBe(expected)
})

it('names the notice, by number or else by title', () => {
  const calendar = loadCalendar(folder)
  expect(dayGround(day('2024-05-01'), calendar)).toMatchObject({ kind: 'holiday', name: '节日', notice: '示例1号' })
  expect(dayGround(day('2025-05-01'), calendar)).toMatchObject({ notice: '关于2025年放假的通知' })
})

it('lays the days off of one government over it', () => {
  const calendar = loadCalendar(folder, 'hill')
  expect([calendar.id, calendar.zone]).toEqual(['hill', shanghai])
  expect(dayGround(day('2025-06-03'), calendar)).toMatchObject({ kind: 'holiday', name: '山节', isLocal: true })
})

it('takes days off that are given as they are', () => {
  const off = { name: '停工', off: [day('2025-06-04'), day('2025-06-04')] as const, makeUp: [], notice: '公告', isLocal: true }
  expect(isWorkday(day('2025-06-04'), loadCalendar(folder, { id: 'own', days: [off] }))).toBe(false)
})

it('refuses an overlay nobody wrote', () => {
  expect(() => loadCalendar(folder, 'hil')).toThrow('no overlay hil; did you mean hill')
})

it('refuses a file that is wrong, with its place', () => {
  const broken = join(fixtures, '..', 'calendars-broken')
  expect(readCalendars(broken).findings.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
    'bad-value 4:23',
    'missing-key 4:5',
    'unknown-key 4:48',
  ])
  expect(() => loadCalendar(broken)).toThrow('2025.yaml:4:23')
})
