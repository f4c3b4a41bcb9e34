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
  ['a number as one, though its input was not left', { type: 'number' as const }, '１２', { reason: 12 }],
  ['a day as one', { type: 'date' as const }, '2025年9月3日', { reason: '2025-09-03' }],
  ['a time as one', { type: 'time' as const }, '2025-9-3 9:05', { reason: '2025-09-03 09:05' }],
  ['a limit in numbers', { type: 'limit' as const }, { workdays: ' 4' }, { reason: { workdays: 4 } }],
  ['a limit by its day', { type: 'limit' as const }, { on: '2025/9/3' }, { reason: { on: '2025-09-03' } }],
  ['what cannot be read as it was typed', { type: 'limit' as const }, { workdays: 'four' }, { reason: { workdays: 'four' } }],
  ['nothing where the same number was typed', { type: 'number' as const, value: 4 }, '4', {}],
  [
    'the numbers of items',
    { type: 'items' as const, row: [field({ id: 'sum', type: 'number' }), field({ id: 'what', type: 'text' })] },
    [{ sum: '3', what: '4' }, {}],
    { reason: [{ sum: 3, what: '4' }] },
  ],
  [
    'no item that holds only what it is begun with',
    { type: 'items' as const, row: [field({ id: 'who' }), field({ id: 'on', type: 'date', prefill: '2025-09-03' })] },
    [{ who: '沈岳', on: '2025年9月3日' }, { on: '2025-09-03' }, { on: '2025-09-04' }],
    { reason: [{ who: '沈岳', on: '2025-09-03' }, { on: '2025-09-04' }] },
  ],
  [
    'an item of nothing but what it is begun with, where there is nothing else to state',
    { type: 'items' as const, row: [field({ id: 'on', type: 'date', prefill: '2025-09-03' })] },
    [{ on: '2025-09-03' }],
    { reason: [{ on: '2025-09-03' }] },
  ],
  ['an unfilled limit as nothing', { type: 'limit' as const }, { workdays: '' }, {}],
  ['only rows that name a unit', { type: 'assignments' as const }, [{ unit: null, part: 'lead' }], {}],
])('sends %s', (_, rest, value, sent) => {
  expect(sentValues([field(rest)], { reason: value })).toEqual(sent)
})

it('starts from the values the matter has', () => {
  expect(startValues([field({ value: 'as before' }), field({ id: 'basis' })])).toEqual({ reason: 'as before' })
})
