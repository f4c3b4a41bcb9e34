import { expect, it } from 'vitest'
import { askedBy, columnOf, noChoices, sameOf } from './import-choices.js'

it.each([
  ['3', 3],
  [' 12 ', 12],
  ['', null],
  ['0', null],
  ['two', null],
  ['1.5', null],
])('reads the row of the heads %j as %j', (head, row) => {
  expect(askedBy({ ...noChoices, head }, true).head).toBe(row)
})

it('says only what somebody chose; the rest is found', () => {
  const asked = askedBy({ ...noChoices, map: { title: '标题', body: '' }, sheet: ' ', saveAs: ' 12345 ' }, false)
  expect(asked).toMatchObject({ map: { title: '标题' }, set: {}, sheet: null, mapping: null, saveAs: '12345', isTrial: false })
})

it('shows what was found until somebody chose otherwise', () => {
  const preview = {
    ...{
      heads: ['标题', '题目'],
      fields: [],
      mappings: [],
      kinds: [],
      kind: '',
      rows: [],
      refusal: null,
      unused: [],
      notes: [],
      headRow: 1,
      sheet: null,
    },
    ...{ columns: { title: '标题' }, defaults: { category: 'other' } },
  }
  expect([columnOf(noChoices, preview, 'title'), sameOf(noChoices, preview, 'category')]).toEqual(['标题', 'other'])
  expect(columnOf({ ...noChoices, map: { title: '题目' } }, preview, 'title')).toBe('题目')
})
