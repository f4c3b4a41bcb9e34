import { expect, it } from 'vitest'
import { readStatistics } from './index.js'
import { playedLife } from './played-month.fixtures.js'

/** One life in a month, under each text: what happened in it is counted once, by the day it happened. */
it.each([
  ['longnan-wenzheng', '2021-03-04', '41-redo', '2021-11', 'received accepted answered concluded rated satisfied redone'],
  ['xizang-2017', '2017-07-27', '19-archive', '2019-11', 'received accepted answered concluded published'],
  ['xizang-2022', '2023-01-01', '22-archive', '2023-11', 'received accepted answered concluded published'],
  ['weibin-mailbox', 'undated', '10-direct-reply', '2025-04', 'received accepted answered concluded published'],
  ['weibin-mailbox', 'undated', '50-assessment', '2025-03', 'received accepted answered concluded published rated dissatisfied'],
  ['dawukou-mailbox', 'undated', '21-publication', '2023-03', 'received accepted answered concluded published withheld'],
  ['dawukou-ducha', 'undated', '24-feedback', '2022-08', 'received accepted answered concluded'],
])('%s %s %s: the figures of %s are those of what was done', async (regulation, version, file, month, counted) => {
  const { app, office } = await playedLife(regulation, version, file)
  const viewer = { account: 'li', office, actor: { role: 'office', unit: null, person: 'li' }, lang: 'zh' as const }
  const found = await readStatistics(app.deps, viewer, { from: `${month}-01`, to: `${month}-28`, part: {} })
  await app.close()
  const happened = found.ok
    ? found.statistics.figures.filter(({ now }) => now.numerator > 0).map(({ id, now }) => [id, now.numerator])
    : []
  const expected = counted.split(' ').map((id) => [id, 1])
  const isOfDuties = (id: unknown) => ['active', 'decided', 'due', 'onTime', 'lateClosed', 'lateOpen'].includes(String(id))
  expect(happened.filter(([id]) => !isOfDuties(id))).toEqual(expected)
})
