import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account } from '../app/app.fixtures.js'
import { byRequester, recordAct, requester, submitMatter } from '../app/index.js'
import { type Played, playedLife } from '../app/played-month.fixtures.js'
import { type SignedInAs, serverOver, type TestServer } from './http.fixtures.js'
import { ofItself, type Told, type Walk, walkAs } from './walk.fixtures.js'

/**
 * Every route there is, asked by every role there is, before and after something that is kept from some of them, beside another
 * government. A route that is added tomorrow is walked tomorrow.
 */
let played: Played
let it_: TestServer
/** What is known of another government's: a stranger's guess that is right. */
let theirs: Pick<Walk, 'matters' | 'files' | 'words'>
const people = new Map<string, SignedInAs | null>()
const other = { words: '绝密外地标题', body: '绝密外地内容，写明是谁写的，住在哪里。', unit: '绝密外地单位' }
const kept = { words: '有人上门威胁我撤回来信', name: '来信人丙', phone: '13987654321' }

/** From these roles the report of misconduct is kept, by the regulation. */
const keptFrom = ['unit', 'coordinator']

beforeAll(async () => {
  played = await playedLife('dawukou-mailbox', 'undated', '21-publication', 'reply')
  const { app, office } = played
  const { store } = app.deps
  const roles = Object.values(office.program.regulation.roles).filter(({ kind }) => kind !== 'requester' && kind !== 'system')
  for (const { id, kind } of roles) {
    const unit = kind === 'unit' || id === 'coordinator' ? 'housing' : null
    await store.putAccount('demo', account(id, id, [{ role: id, unit }]))
  }
  await store.putAccount('demo', account('admin', '管理员', [], { isAdmin: true }))
  await store.putAccount('demo', account('auditor', '审计员', [], { isAuditor: true }))
  await store.putGovernment({
    ...{ government: 'other', name: '外地', numberPrefix: 77, regulation: 'dawukou-mailbox', regulationVersion: 'undated' },
    settings: { ...(await store.findGovernment('demo'))?.settings },
  })
  await store.putUnits('other', [{ unit: 'secretUnit', name: other.unit, kind: 'unit', parent: null }])
  const elsewhere = await app.deps.offices.get('other')
  if (elsewhere === null) throw new Error('no other government')
  const bytes = Buffer.from(other.words)
  const paper = { name: `${other.words}.txt`, type: 'text/plain', bytes, uploadedAt: app.deps.now() }
  const file = (await store.addAttachment('other', paper)).attachment
  const sent = await submitMatter(app.deps, {
    office: elsewhere,
    actor: requester,
    with: {
      ...{ channel: 'web', title: other.words, body: other.body, place: '朝阳街道', mayPublish: false, attachments: [file] },
      ...{ requesterName: kept.name, phone: kept.phone },
    },
    lang: 'zh',
    opener: byRequester,
  })
  if (!sent.ok) throw new Error(JSON.stringify(sent.failure))
  theirs = { matters: [String(sent.matter), sent.submitted.number], files: [file], words: sent.submitted.number }
  app.goTo('2023-03-08 11:00')
  it_ = await serverOver(app)
  for (const { id } of roles) people.set(id, await it_.signIn(id))
  for (const id of ['admin', 'auditor']) people.set(id, await it_.signIn(id))
  people.set('nobody', null)
})
afterAll(() => it_.close())

/** As it stood at a moment when what is kept had been done. */
const stood = { regulation: 'dawukou-mailbox', asOf: '2023-03-08 11:00', governments: ['demo', 'other'] } as const
const walk = (role: string, methods: readonly string[], of: Omit<Walk, keyof typeof stood | 'methods'>) =>
  walkAs(it_, people.get(role) ?? null, { ...stood, ...of, methods })
const ours = () => ({ matters: [String(played.matter)], files: [], words: '威胁' })

const report = (note: string) =>
  recordAct(played.app.deps, {
    office: played.office,
    matter: played.matter,
    actor: requester,
    act: 'reportMisconduct',
    with: { misconduct: 'retaliation', misconductNote: note },
    revision: null,
    lang: 'zh',
  })

describe('what is kept from a role', () => {
  const before = new Map<string, readonly Told[]>()

  it('there is something to be found, and those it is not kept from find it', { timeout: 180_000 }, async () => {
    for (const role of keptFrom) before.set(role, await walk(role, ['GET'], ours()))
    expect(await report(kept.words)).toMatchObject({ ok: true })
    const office = await walk('office', ['GET'], ours())
    expect(office.filter(({ text }) => text.includes(kept.words)).length).toBeGreaterThan(0)
    expect(office.length).toBeGreaterThan(60)
  })

  it.each(keptFrom)('%s is answered by every route, to the letter, as if it had not been done', async (role) => {
    const was = new Map((before.get(role) ?? []).map(({ asked, text }) => [asked, text]))
    const after = await walk(role, ['GET'], ours())
    const seesMatter = after.some(({ status, text }) => status === 200 && text.includes('小区门口路面塌陷'))
    expect(seesMatter).toBe(true)
    const different = after.filter(({ asked, text }) => !ofItself.test(asked) && was.get(asked) !== text)
    expect(different.map(({ asked }) => asked)).toEqual([])
  })

  it('their live line says nothing of it, and speaks when something else is done', async () => {
    await it_.server.listen({ port: 0, host: '127.0.0.1' })
    const origin = `http://127.0.0.1:${(it_.server.server.address() as AddressInfo).port}`
    const lines = new Map<string, string>()
    for (const role of ['office', ...keptFrom]) {
      const answer = await fetch(`${origin}/api/live`, { headers: { cookie: people.get(role)?.cookie ?? '' } })
      lines.set(role, '')
      const hear = new WritableStream<Uint8Array>({
        write: (piece) => void lines.set(role, `${lines.get(role)}${Buffer.from(piece).toString()}`),
      })
      answer.body?.pipeTo(hear).catch(() => undefined)
    }
    const heard = (role: string) => lines.get(role)?.split('data:').length
    expect(await report('又有人打电话来')).toMatchObject({ ok: true })
    await expect.poll(() => heard('office')).toBe(2)
    expect(keptFrom.map(heard)).toEqual([1, 1])
    played.app.goTo('2023-03-08 11:20')
    await played.app.act(played.matter, { role: 'office', unit: null, person: 'office' }, 'approve')
    await expect.poll(() => ['office', ...keptFrom].map(heard)).toEqual([3, 2, 2])
  })

  it('what a unit does on the matter as it knows it is done, however much was kept from it meanwhile', async () => {
    const who = people.get('unit') ?? null
    const seen = (await it_.ask(who, 'GET', `/api/matters/${played.matter}`)).json()
    expect(await report('第三次')).toMatchObject({ ok: true })
    const more = { match: seen.revision, payload: { with: { replyText: '路面已经修好，感谢您的来信。' } } }
    const done = await it_.ask(who, 'POST', `/api/matters/${played.matter}/acts/answerOnline`, more)
    expect([done.statusCode, done.json().revision]).toEqual([200, seen.revision + 1])
    const seqs = done.json().timeline.map(({ seq }: { seq: number }) => seq)
    expect(seqs).toEqual([seen.revision + 1])
  })
})

describe('every route, asked by every role', () => {
  const all = ['GET', 'POST', 'PUT', 'DELETE']
  const mayRead = new Set(['office', 'governmentOffice', 'leader'])
  const roles = ['nobody', 'admin', 'auditor', 'unit', 'coordinator', 'office', 'governmentOffice', 'leader']

  it.each(roles)(
    '%s gets nothing of another government, no identity, nothing that is kept from them, and no fault of the server',
    async (role) => {
      const told = await walk(role, all, ours())
      expect(told.length).toBeGreaterThan(200)
      const session = told.find(({ asked }) => asked === 'GET /api/session')
      expect(session?.status).toBe(role === 'nobody' ? 401 : 200)
      const elsewhere = told.filter(({ text }) => /绝密外地(?!单位)/.test(text))
      expect(elsewhere.map(({ asked }) => asked)).toEqual([])
      // Whoever may open identities does so by that one route.
      const opened = /^POST \/api\/matters\/\d+\/reveal /
      const named = told.filter(
        ({ asked, text }) => !opened.test(asked) && (text.includes(kept.phone) || text.includes(kept.name)),
      )
      expect(named.map(({ asked }) => asked)).toEqual([])
      const telling = told.filter(({ text }) => !mayRead.has(role) && /上门威胁|打电话来|第三次/.test(text))
      expect(telling.map(({ asked }) => asked)).toEqual([])
      expect(told.filter(({ status }) => status >= 500).map(({ asked, status }) => `${status} ${asked}`)).toEqual([])
    },
  )

  it.each(['nobody', 'unit', 'office'])("%s gets nothing by another government's own numbers", async (role) => {
    const told = await walk(role, ['GET', 'POST'], theirs)
    expect(told.length).toBeGreaterThan(100)
    const elsewhere = told.filter(({ text }) => /绝密外地(?!单位)/.test(text) || text.includes(kept.phone))
    expect(elsewhere.map(({ asked }) => asked)).toEqual([])
    expect(told.filter(({ status }) => status >= 500).map(({ asked, status }) => `${status} ${asked}`)).toEqual([])
  })
})
