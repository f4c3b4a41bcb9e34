import { expect, it } from 'vitest'
import { listPublished } from './index.js'
import { playedLife } from './played-month.fixtures.js'

it('finds what is published by what the public reads, never by what was taken out of the letter', async () => {
  const { app } = await playedLife('weibin-mailbox', 'undated', '10-direct-reply')
  const asked = { government: 'demo', category: null, after: null, lang: 'zh' as const }
  const found = async (words: string) => {
    const listed = await listPublished(app.deps, { ...asked, words })
    return listed.ok ? [listed.page.rows.length, listed.page.total] : null
  }
  expect(await found('路面坑洼')).toEqual([1, 1])
  expect(await found('希望修补')).toEqual([1, 1])
  expect(await found('老人小孩')).toEqual([0, 0])
  expect(await found('小区门口')).toEqual([0, 0])
  await app.close()
})
