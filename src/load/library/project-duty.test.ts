import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fixtures } from '../../../test/fixtures/expected-findings.js'
import { dueText, instantText, type Payload, readInstant, shanghai } from '../../core/index.js'
import { loadLibrary, projectDuty } from '../index.js'

const library = loadLibrary({ regulations: fixtures, calendars: join(fixtures, '..', '..', '..', 'calendars') })
const regulation = library.find('example-mailbox', '2025-01-01')

function project(duty: string, from: string, stated: Payload = {}) {
  const at = readInstant(from, shanghai)
  if (regulation === null || at === null) throw new Error('the fixture is not there')
  return projectDuty(regulation, duty, at, stated, library.calendar())
}
const due = (duty: string, from: string, stated: Payload = {}) => {
  const at = project(duty, from, stated)?.duty.dueAt
  return at == null ? null : dueText(at, shanghai)
}

it.each([
  ['conclude', '2025-09-29 11:00', {}, '2025-10-13 24:00'],
  ['conclude', '2025-09-29 11:00', { otherLimit: { workdays: 1 } }, '2025-09-30 24:00'],
  ['redo', '2025-08-31 09:00', {}, '2025-09-30 24:00'],
  ['redo', '2025-08-31 09:00', { limit: { on: '2025-09-03' } }, '2025-09-03 24:00'],
  ['tidy', '2025-09-29 11:00', {}, '2025-12-31 24:00'],
  ['prepare', '2025-09-01 09:00', { meetingDate: '2025-09-26' }, '2025-09-18 24:00'],
  ['explain', '2025-10-16 00:00', {}, '2025-10-20 24:00'],
  ['follow', '2025-09-29 11:00', {}, null],
])('%s from %s with %j: due %s', (duty, from, stated, expected) => {
  expect(due(duty, from, stated)).toBe(expected)
})

it('a duty that does not apply to what was stated is none', () => {
  expect(project('contact', '2025-09-29 11:00', { category: 'consultation' })).toBeNull()
  expect(due('contact', '2025-09-29 11:00', { category: 'complaint' })).toBe('2025-10-09 24:00')
  expect(due('contact', '2025-09-29 11:00')).toBe('2025-10-09 24:00')
})

it('says when each rung would be reached', () => {
  const rungs = project('conclude', '2025-09-29 11:00')?.rungs ?? []
  expect(rungs.map(({ rung, at }) => `${rung} ${instantText(at, shanghai)}`)).toEqual([
    'before-48-hours-courtesy 2025-10-11 09:00',
    'before-48-hours 2025-10-12 00:00',
    'blue 2025-10-14 00:00',
    'red 2025-10-16 00:00',
    'referral 2025-10-22 00:00',
  ])
})
