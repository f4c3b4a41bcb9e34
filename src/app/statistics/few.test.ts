import { expect, it } from 'vitest'
import { playedLife } from '../played-month.fixtures.js'
import { readStatistics } from './read-statistics.js'
import { shareText } from './shares.js'
import { statisticsWorkbook } from './statistics-workbook.js'

/** Limits as the score interval gives them: Newcombe 1998, table I, 81 of 263 and 15 of 148, 0 of 20 and 1 of 29. */
it.each([
  [81, 263, 264, '25–37%'],
  [15, 148, 149, '6–17%'],
  [0, 20, 21, '0–17%'],
  [1, 29, 30, '0–18%'],
  [20, 20, 21, '83–100%'],
  [20, 20, 20, '100.0%'],
  [1, 3, 0, '33.3%'],
  [0, 0, 20, null],
])('%i of %i, where a share is told from %i on, is %s', (numerator, denominator, shareFrom, told) => {
  expect(shareText(numerator, denominator, shareFrom)).toBe(told)
})

it('tells shares of few as a range under a regulation that says from how many on they are a number, on the page and in the workbook', async () => {
  const { app, office } = await playedLife('dawukou-mailbox', 'undated', '21-publication')
  const viewer = { account: 'li', office, actor: { role: 'office', unit: null, person: 'li' }, lang: 'en' as const }
  const asked = { from: '2023-03-01', to: '2023-03-28', part: {} }
  const found = await readStatistics(app.deps, viewer, asked)
  const book = await statisticsWorkbook(app.deps, viewer, asked)
  await app.close()
  if (!found.ok || !book.ok) throw new Error('no figures')
  const { few, figures, table } = found.statistics
  expect(few).toContain('fewer than 20')
  expect(figures.find(({ id }) => id === 'accepted')?.now).toMatchObject({ numerator: 1, denominator: 1, share: '20–100%' })
  const told = [...figures.map(({ now }) => now.share), ...table.rows.flatMap(({ cells }) => cells.map(({ share }) => share))]
  expect(told.filter((share) => share !== null && !/^\d+–\d+%$/.test(share))).toEqual([])
})
