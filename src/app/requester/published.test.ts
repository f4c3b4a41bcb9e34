import { expect, it } from 'vitest'
import { listPublished } from '../index.js'
import { ours, playedIn, playedLife } from '../played-month.fixtures.js'
import { wordsOf } from '../words/index.js'

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

it('calls what is published by its public title; where none is public, by what it is and its number', async () => {
  const title = '公开：可以公开的11月30日以前在政府网站公开，单独办理的由承办单位、会同办理的由主办单位公开'
  const { app } = await playedIn(ours, { regulation: 'dawukou-proposals', version: 'undated', file: '06-reply', title })
  const asked = { government: 'demo', category: null, after: null, words: null }
  const named = async (lang: 'zh' | 'en') => {
    const listed = await listPublished(app.deps, { ...asked, lang })
    return listed.ok ? listed.page.rows.map(({ title: shown }) => shown) : []
  }
  expect(await named('zh')).toEqual(['公交站点答复'])
  await app.close()
  const [zh, en] = (['zh', 'en'] as const).map((lang) =>
    wordsOf(lang).untitled({ zh: '建议提案', en: 'suggestion' }[lang], '2800000017'),
  )
  expect([zh, en]).toEqual(['建议提案（编号2800000017）', 'Suggestion 2800000017'])
})
