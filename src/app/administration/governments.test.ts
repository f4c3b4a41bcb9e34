import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../app.fixtures.js'
import { listPublished, readGovernment } from '../index.js'
import { playedIn, playedLife } from '../played-month.fixtures.js'

const publicLife = ['xizang-2022', '2023-01-01', '21-publication'] as const

it.each([
  ['was answered although its office still has work with it', publicLife, 'publish', { received: 1, answered: 1, published: 1 }],
  ['was not answered yet', publicLife, 'approve', { received: 1, answered: 0, published: 0 }],
])('of a letter that %s the first page says so', async (_, [regulation, version, file], last, counts) => {
  const { app } = await playedLife(regulation, version, file, last)
  const read = await readGovernment(app.deps, 'demo', { lang: 'zh', door: null })
  expect(read.ok ? read.government.counts : read).toEqual({ ...counts, capped: [] })
  await app.close()
})

it('as many answers are public as the list of them holds, whoever brought them in', async () => {
  const life = { regulation: 'dawukou-proposals', version: 'undated', file: '06-reply', title: '标题正好六十个字的可以' }
  const { app } = await playedIn(join(root, 'regulations'), life)
  const read = await readGovernment(app.deps, 'demo', { lang: 'zh', door: null })
  const listed = await listPublished(app.deps, { government: 'demo', words: null, category: null, after: null, lang: 'zh' })
  expect(listed.ok ? listed.page.total : listed).toBe(1)
  expect(read.ok ? read.government.counts : read).toMatchObject({ received: 0, published: 1 })
  await app.close()
})
