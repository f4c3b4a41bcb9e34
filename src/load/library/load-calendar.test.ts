import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fixtures } from '../../../test/fixtures/expected-findings.js'
import { day, dayGround, dayText, isWorkday, shanghai } from '../../core/index.js'
import { calendarOf, loadCalendar, readCalendars } from '../index.js'

const folder = join(fixtures, '..', 'calendars')

it('is known through the last year of an unbroken row of files', () => {
  expect(dayText(loadCalendar(folder).knownThrough)).toBe('2025-12-31')
})

it('is known on a day through the last year whose notice had been issued', () => {
  const files = readCalendars(join(fixtures, '..', '..', '..', 'calendars'))
  const known = (on: string) => dayText(calendarOf(files, undefined, day(on)).knownThrough)
  expect([known('2025-11-03'), known('2025-11-04'), known('2000-01-01')]).toEqual(['2025-12-31', '2026-12-31', '2017-12-31'])
  // Worked in exchange by the notice of 4 November 2025; a Sunday before.
  const isOn = (on: string) => isWorkday(day('2026-01-04'), calendarOf(files, undefined, day(on)))
  expect([isOn('2025-11-03'), isOn('2025-11-04')]).toEqual([false, true])
})

it('is known from its first file on', () => {
  expect(dayText(loadCalendar(folder).knownFrom)).toBe('2024-01-01')
})

const shipped = loadCalendar(join(fixtures, '..', '..', '..', 'calendars'))

it.each([
  ['2027-01-01', '元旦', '国务院令第795号'],
  ['2027-02-05', '春节', '国务院令第795号'],
  ['2027-02-08', '春节', '国务院令第795号'],
  ['2028-05-02', '劳动节', '国务院令第795号'],
  ['2030-10-03', '国庆节', '国务院令第795号'],
  ['2029-09-22', '中秋节', '国务院令第795号'],
  ['2016-02-10', '春节', '国务院令第644号'],
  ['2013-02-09', '春节', '国务院令第513号'],
  ['2005-05-03', '劳动节', '国务院令第270号'],
  ['1998-10-02', '国庆节', '政务院令1949年12月23日'],
])('without a notice %s is off by law: %s, %s', (on, name, number) => {
  expect(dayGround(day(on), shipped)).toMatchObject({
    kind: 'holiday',
    name: { zh: name },
    notice: `全国年节及纪念日放假办法（${number}）`,
  })
})

it.each([
  ['2016-05-02', 'one day of May before 2025'],
  ['2007-04-05', 'no Qingming before 2008'],
  ['2027-10-04', 'the rest of a break is not known'],
  ['1999-10-03', 'a Sunday, not a holiday then'],
])('without a notice %s is no holiday: %s', (on) => {
  expect(dayGround(day(on), shipped).kind).not.toBe('holiday')
})

it.each([
  ['2020-01-30', '国办发明电〔2019〕16号'],
  ['2020-01-31', '国办发明电〔2020〕1号'],
  ['2020-02-01', '国办发明电〔2020〕1号'],
  ['2020-01-19', '国办发明电〔2019〕16号'],
  ['2019-05-02', '国办发明电〔2019〕3号'],
  ['2019-05-05', '国办发明电〔2019〕3号'],
  ['2019-06-07', '国办发明电〔2018〕15号'],
])('%s is as the notice has it that said so: %s', (on, notice) => {
  expect(dayGround(day(on), shipped)).toMatchObject({ notice })
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
  expect(dayGround(day('2024-05-01'), calendar)).toMatchObject({
    kind: 'holiday',
    name: { zh: '节日', en: 'Feast' },
    notice: '示例1号',
  })
  expect(dayGround(day('2025-05-01'), calendar)).toMatchObject({ notice: '关于2025年放假的通知' })
})

it('lays the days off of one government over it', () => {
  const calendar = loadCalendar(folder, 'hill')
  expect([calendar.id, calendar.zone]).toEqual(['hill', shanghai])
  expect(dayGround(day('2025-06-03'), calendar)).toMatchObject({
    kind: 'holiday',
    name: { zh: '山节', en: '山节' },
    isLocal: true,
  })
})

it('takes days off that are given as they are', () => {
  const name = { zh: '停工', en: 'Closed' }
  const off = { name, off: [day('2025-06-04'), day('2025-06-04')] as const, makeUp: [], notice: '公告', isLocal: true }
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
