import { expect, it } from 'vitest'
import { besideDue } from './beside-due.js'

const stated = [
  { field: 'promised', name: '承诺什么', value: '改造西片' },
  { field: 'promiseLimit', name: '哪天落实', value: '2026-11-08' },
  { field: 'progress', name: '进展', value: '管材到场' },
]
const told = (shown: string | null) =>
  besideDue(stated, '改造西片', shown === null ? null : { iso: '', shown }).map(({ field }) => field)

it('the day of a promise is not told beside its due time, unless that was moved', () => {
  expect(told('2026-11-08 24:00')).toEqual(['progress'])
  expect(told('2026-11-09 24:00')).toEqual(['promiseLimit', 'progress'])
  expect(told(null)).toEqual(['promiseLimit', 'progress'])
})
