import { expect, it } from 'vitest'
import type { FieldView } from '../../../contract/index.js'
import { sentValues, startValues } from './sent-values.js'

const field = (rest: Partial<FieldView>): FieldView => ({
  id: 'reason',
  name: '理由',
  type: 'longText',
  options: [],
  least: null,
  most: null,
  hint: '',
  isNeeded: false,
  isIdentity: false,
  ...rest,
})

it.each([
  ['what was typed, without blanks at the ends', {}, ' too busy ', { reason: 'too busy' }],
  ['nothing where nothing was typed', {}, '  ', {}],
  ['nothing where nothing was changed', { value: 'as before' }, 'as before', {}],
  ['a needed field even unchanged', { value: 'as before', isNeeded: true }, 'as before', { reason: 'as before' }],
  ['null for what was emptied', { value: 'as before' }, '', { reason: null }],
  ['null for what stands empty for the public, whatever was published before', { isForPublic: true }, '', { reason: null }],
  ['no files for the public where none is chosen', { type: 'attachments' as const, isForPublic: true }, [], { reason: [] }],
  ['no, which is an answer', { type: 'boolean' as const }, false, { reason: false }],
  ['an unfilled limit as nothing', { type: 'limit' as const }, { workdays: '' }, {}],
  ['only rows that name a unit', { type: 'assignments' as const }, [{ unit: null, part: 'lead' }], {}],
])('sends %s', (_, rest, value, sent) => {
  expect(sentValues([field(rest)], { reason: value })).toEqual(sent)
})

it('starts from the values the matter has', () => {
  expect(startValues([field({ value: 'as before' }), field({ id: 'basis' })])).toEqual({ reason: 'as before' })
})
