import { expect, it } from 'vitest'
import type { Problem } from '../../../contract/index.js'
import { isOfFields, stillWrong, whyAsked } from './use-refusal.js'

const wrong = (field: string, within?: { field: string; row: number }) => ({
  field,
  name: field,
  code: 'needed',
  limit: null,
  sentence: `请填写${field}。`,
  ...(within === undefined ? {} : { within }),
})
const problem: Problem = {
  type: 'about:blank',
  title: '填写不完整',
  status: 422,
  detail: '',
  code: 'missing',
  missing: [{ id: 'reason', name: '请假原因' }],
  problems: [wrong('reason'), wrong('day'), wrong('name', { field: 'rows', row: 1 })],
}
const sent = { day: '2025-10-9', rows: [{ name: '甲' }, { task: '修灯' }] }

it.each([
  ['all of it while nothing is filled in otherwise', sent, ['reason', 'day', 'name'], 1],
  ['nothing of a field that is filled in', { ...sent, reason: '出差。' }, ['day', 'name'], 0],
  ['nothing of a field that was corrected', { ...sent, day: '2025-10-10' }, ['reason', 'name'], 1],
  [
    'the line of a list of which something else was altered',
    { ...sent, rows: [{ name: '乙' }, { task: '换灯' }] },
    ['reason', 'day', 'name'],
    1,
  ],
  ['nothing of a line of a list that was filled in', { ...sent, rows: [{ name: '甲' }, { name: '丙' }] }, ['reason', 'day'], 1],
])('goes on saying %s', (_, now, fields, missing) => {
  const left = stillWrong({ problem, values: sent }, now)
  expect(left.problems?.map(({ field }) => field)).toEqual(fields)
  expect(left.missing).toHaveLength(missing)
})

it.each([
  ['fields that lack', { code: 'missing' }, true],
  [
    'fields that are asked for because of another',
    { code: 'missing', because: [{ says: '不涉密的，还须写明扫描件', now: null, opens: [] }] },
    true,
  ],
  ['fields that are wrong', { code: 'invalid' }, true],
  ['a rule that stands in the way', { code: 'not-permitted' }, false],
  ['a lack without a field', { code: 'missing', problems: [] }, false],
])('of %s: is it over once all are filled in otherwise', (_, is, expected) => {
  expect(isOfFields({ ...problem, ...is })).toBe(expected)
})

it('says why a field is asked for, and not again which', () => {
  const because = [{ says: '不涉密的，还须写明扫描件', now: null, opens: [] }]
  expect(whyAsked({ ...problem, detail: '请填写：“扫描件”。不涉密的，还须写明扫描件。', because })).toEqual([
    '不涉密的，还须写明扫描件',
  ])
})
