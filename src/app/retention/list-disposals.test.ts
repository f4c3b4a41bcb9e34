import { expect, it } from 'vitest'
import type { SignedIn } from '../entry/signed-in.js'
import { playedLife } from '../played-month.fixtures.js'
import { changeTerms, listDisposals, listOver, proposeDisposal } from './index.js'

it('names the class of a matter in the language of whoever reads, not of whoever proposed', async () => {
  const { app, office, matter } = await playedLife('dawukou-instructions', 'undated', '13-archive')
  const { deps } = app
  const seat = { account: 'li', actor: { role: 'governmentOffice', unit: null, person: 'li' }, isAdmin: true }
  const who = (lang: 'zh' | 'en', in_ = office) => ({ ...seat, office: in_, lang }) as SignedIn
  const revision = await deps.store.administration.governmentRevision('demo')
  const terms = [{ regulation: 'dawukou-instructions', class: 'long', keep: 30 }]
  expect(await changeTerms(deps, who('zh'), { terms, revision })).toMatchObject({ ok: true })
  deps.offices.forget('demo')
  const now = (await deps.offices.get('demo')) ?? office
  app.goTo('2060-01-05 09:00')
  const over = await listOver(deps, who('en', now), { what: 'matter', page: {} })
  expect(over.ok && over.page.rows.map((row) => [row.class, row.keep])).toEqual([['Kept long', 30]])
  const numbers = over.ok ? over.page.rows.map(({ number }) => number) : []
  const asked = { numbers, what: 'matter' as const, reason: 'over' }
  expect(await proposeDisposal(deps, who('en', now), asked)).toEqual({ ok: true, proposed: 1 })
  const classIn = async (lang: 'zh' | 'en') => {
    const listed = await listDisposals(deps, who(lang, now), { areDecided: false, page: {} })
    return listed.ok && listed.page.rows.map((row) => `${row.class}, ${row.term}`)
  }
  expect([await classIn('zh'), await classIn('en')]).toEqual([['长期存档的, 30年'], ['Kept long, 30 years']])
  // What was kept in words before stays as it was.
  const { store } = deps
  const [kept] = await store.retention.disposalsOf('demo', matter)
  expect(kept?.class).toBe('long')
  await app.asOwner(`begin; set local huiyin.government = 'demo'; set local session_replication_role = replica;
    update disposal set class = '以前的话'; commit`)
  expect(await classIn('en')).toEqual(['以前的话, 30 years'])
  await app.close()
})
