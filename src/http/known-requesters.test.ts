import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { account, root } from '../app/app.fixtures.js'
import { readMatter, revealIdentity } from '../app/index.js'
import { type Played, playedIn } from '../app/played-month.fixtures.js'
import { type SignedInAs, serverOver, type TestServer } from './http.fixtures.js'
import { ofItself, type Walk, walkAs } from './walk.fixtures.js'

const life = { regulation: 'dawukou-proposals', version: 'undated', file: '13-joint-signers', last: 'reply' }
const asked = '寄送复文时每人一张征求意见表；各填各的，都填了才算反馈完'
const secret = '要求保密的，除了承办人和办公室说明理由，谁也看不到提出的是谁；填了表的也看不到'
/** No word that anything else is called by. */
const names = { zhang: '章无双', li: '黎无双', wang: '汪无双' }

let played: Played
let server: TestServer

async function play(title: string, at: string): Promise<void> {
  played = await playedIn(join(root, 'regulations'), { ...life, title })
  const { store, offices } = played.app.deps
  for (const [id, name] of Object.entries(names)) {
    const list = id === 'wang' ? 'members' : 'deputies'
    await store.putAccount('demo', account(id, name, [], { list, standing: '第一代表团' }))
  }
  await store.putAccount('demo', account('office', '办公室甲', [{ role: 'office', unit: null }], { isAdmin: true }))
  await store.putAccount('demo', account('transport', '交通甲', [{ role: 'unit', unit: 'transport' }]))
  await store.putAccount('demo', account('head', '交通局长', [{ role: 'unitHead', unit: 'transport' }]))
  await store.putAccount('demo', account('congress', '人大甲', [{ role: 'congressBody', unit: null }]))
  offices.forget('demo')
  played = { ...played, office: (await offices.get('demo')) ?? played.office }
  played.app.goTo(at)
  server = await serverOver(played.app)
}

beforeEach(() => play(asked, '2022-05-05 09:00'))
afterEach(() => server.close())

const form = (entries: Readonly<Record<string, string>>) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(entries).toString(),
})

/** By the page, as a browser without scripts does it. */
async function enter(login: string, password = 'right password'): Promise<string> {
  const answer = await server.server.inject({ method: 'POST', url: '/demo/known', ...form({ login, password }) })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/demo/known'])
  const cookie = answer.cookies.find(({ name }) => name === 'known')
  expect(cookie).toMatchObject({ path: '/demo/known', httpOnly: true, sameSite: 'Lax' })
  return cookie?.value ?? ''
}
const page = (known: string, url: string) => server.server.inject({ method: 'GET', url, cookies: { known } })
const numberOf = async (known: string): Promise<string> =>
  /\/demo\/known\/(\d{10})/.exec((await page(known, '/demo/known')).body)?.[1] ?? ''

it('somebody on a list finds what names them, and fills in a form of their own, without a script', async () => {
  const zhang = await enter('zhang')
  const home = await page(zhang, '/demo/known')
  expect(home.body).toContain('章无双')
  expect(home.body).toContain('关于增设公交站点的建议')
  expect(home.body).toContain('填征求意见表')
  const number = await numberOf(zhang)
  const one = await page(zhang, `/demo/known/${number}`)
  expect(one.statusCode).toBe(200)
  expect(one.body).toContain('已经增设。')
  // Of two sheets that are owed it is told whose each is.
  expect(one.body).toContain('填征求意见表（章无双）')
  const fields = [...one.body.matchAll(/name="(revision|item|unit)" value="(\w+)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ])
  // One of two: the other's form is not offered.
  expect(fields.filter(([name]) => name === 'item')).toEqual([['item', '2']])
  const url = `/demo/known/${number}/acts/evaluate`
  const empty = await server.server.inject({
    method: 'POST',
    url,
    cookies: { known: zhang },
    ...form(Object.fromEntries(fields)),
  })
  expect(empty.statusCode).toBe(422)
  // In another language with all that is typed; where nothing is, the page as it opens.
  const otherwise = (more: Readonly<Record<string, string>>) =>
    server.server.inject({
      ...{ method: 'POST' as const, url, cookies: { known: zhang } },
      ...form({ ...Object.fromEntries(fields), ...more }),
    })
  const switched = await otherwise({ shown: 'lang=en', 'f.comment': '写到一半' })
  expect([switched.statusCode, switched.body.match(/<html lang="(\w+)/)?.[1]]).toEqual([200, 'en'])
  expect(switched.body).toContain('写到一半')
  expect(switched.body).toMatch(/<button[^>]*form="act-evaluate-transport-2"[^>]*value="lang=zh"/)
  const plain = await otherwise({ shown: 'large=1' })
  expect([plain.statusCode, plain.headers.location]).toEqual([303, `/demo/known/${number}?large=1`])
  const others = { ...Object.fromEntries(fields), item: '3', 'f.rating': 'satisfied' }
  expect(await server.server.inject({ method: 'POST', url, cookies: { known: zhang }, ...form(others) })).toMatchObject({
    statusCode: 404,
  })
  const stated = { ...Object.fromEntries(fields), 'f.rating': 'satisfied', 'f.comment': '修得好。' }
  const done = await server.server.inject({ method: 'POST', url, cookies: { known: zhang }, ...form(stated) })
  expect([done.statusCode, done.headers.location]).toEqual([303, `/demo/known/${number}?done=evaluate`])
  expect((await page(zhang, '/demo/known')).body).not.toContain('请您办')
  const found = await readMatter(played.app.deps, staff('office'), played.matter)
  expect(found.ok && found.matter.items.map(({ stage }) => stage.id)).toEqual(['answered', 'given', 'asked'])
})

it('the sealed reply is taken from their page by whom it answers, and by nobody else', async () => {
  const zhang = await enter('zhang')
  const number = await numberOf(zhang)
  const { body } = await page(zhang, `/demo/known/${number}`)
  const links = [...body.matchAll(new RegExp(`/demo/known/${number}/files/[^"]+`, 'g'))].map(([link]) => link)
  expect(links).toHaveLength(1)
  const [link = ''] = links
  const file = await page(zhang, link)
  expect([file.statusCode, file.body]).toEqual([200, 'A'])
  expect(file.headers['content-disposition']).toContain('attachment; filename="file.txt"')
  expect((await page(await enter('wang'), link)).statusCode).toBe(404)
  expect((await page('', link)).headers['content-type']).toContain('text/html')
  expect((await page(zhang, `/demo/known/${number}/files/another`)).statusCode).toBe(404)
})

const staff = (role: string, unit: string | null = null, person: string | null = role) => ({
  ...{ office: played.office, actor: { role, unit, person }, account: person ?? role, lang: 'zh' as const },
})

it('nobody else on a list sees it, and nobody without a session', async () => {
  const number = await numberOf(await enter('zhang'))
  const wang = await enter('wang')
  expect((await page(wang, '/demo/known')).body).toContain('还没有您提出的')
  expect((await page(wang, `/demo/known/${number}`)).statusCode).toBe(404)
  const url = `/demo/known/${number}/acts/evaluate`
  const tried = await server.server.inject({
    method: 'POST',
    url,
    cookies: { known: wang },
    ...form({ item: '2', 'f.rating': 'satisfied' }),
  })
  expect(tried.statusCode).toBe(404)
  expect((await page('', `/demo/known/${number}`)).body).not.toContain('关于增设公交站点的建议')
})

it('a session of a requester serves nowhere among the staff, and one of the staff not here', async () => {
  const zhang = await enter('zhang')
  const asStaff = await server.server.inject({ method: 'GET', url: '/api/matters', cookies: { huiyin_session: zhang } })
  expect(asStaff.statusCode).toBe(401)
  const asStaffToo = await server.server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { government: 'demo', login: 'zhang', password: 'right password' },
  })
  expect(asStaffToo.statusCode).toBe(401)
  const office = await server.signIn('office')
  const token = /huiyin_session=([^;]+)/.exec(office.cookie)?.[1] ?? ''
  expect((await page(token, '/demo/known')).body).not.toContain('关于增设公交站点的建议')
  const byForm = await server.server.inject({
    method: 'POST',
    url: '/demo/known',
    ...form({ login: 'office', password: 'right password' }),
  })
  expect(byForm.statusCode).toBe(401)
})

it('whoever is locked is signed out; whoever leaves has left', async () => {
  const zhang = await enter('zhang')
  await server.server.inject({ method: 'POST', url: '/demo/known/leave', cookies: { known: zhang } })
  expect((await page(zhang, '/demo/known')).body).not.toContain('关于增设公交站点的建议')
  const again = await enter('zhang')
  const office = await server.signIn('office')
  const { people } = (await server.ask(office, 'GET', '/api/administration/listed')).json()
  const found = people.find(({ id }: { id: string }) => id === 'zhang')
  const { login, name, standing, revision } = found
  const lock = (more: object) =>
    server.ask(office, 'POST', '/api/administration/listed/zhang', {
      payload: { login, name, list: 'deputies', standing, isDisabled: true, revision, ...more },
    })
  const refused = await lock({})
  expect(refused.json().problems, 'the form waits for them').toMatchObject([{ field: 'leavesVacant', code: 'asked-of-them' }])
  expect((await page(again, '/demo/known')).body).toContain('关于增设公交站点的建议')
  const changed = await lock({ leavesVacant: true })
  expect(changed.statusCode).toBe(200)
  expect((await page(again, '/demo/known')).body).not.toContain('关于增设公交站点的建议')
})

it('an administrator puts somebody on a list and invites them: a link that serves once leads to where they sign in', async () => {
  const office = await server.signIn('office')
  const asks = { name: '赵代表', login: 'zhao', list: 'deputies', standing: '第二代表团' }
  const wrong = await server.ask(office, 'POST', '/api/administration/listed', {
    payload: { ...asks, list: 'guests', login: 'li' },
  })
  expect(wrong.json().problems.map(({ field }: { field: string }) => field)).toEqual(['login', 'list'])
  const added = await server.ask(office, 'POST', '/api/administration/listed', { payload: asks })
  const { path } = added.json()
  const password = 'drei ganz ungleiche dinge'
  const set = await server.server.inject({ method: 'POST', url: path, ...form({ password, again: password }) })
  expect([set.statusCode, set.headers.location]).toEqual([303, '/demo/known?set=1&lang=zh'])
  const told = await page(await enter('zhang'), '/demo/known?set=1&lang=zh')
  expect([told.body.includes('密码已经设置好'), told.body.includes('章无双')]).toEqual([true, false])
  const spent = await server.server.inject({ method: 'GET', url: path })
  expect(spent.statusCode).not.toBe(200)
  expect([spent.body.includes('href="/demo/known?lang=zh"'), spent.body.includes('/workbench/')]).toEqual([true, false])
  // The link was shown to its maker: nothing is done with a password that they may have set, and both see it in the log.
  const zhao = await enter('zhao', password)
  const first = await page(zhao, '/demo/known')
  expect([first.statusCode, first.body.includes('邀请您的链接，生成时管理员看得到')]).toEqual([403, true])
  expect((await page(zhao, `/demo/known/${await numberOf(await enter('zhang'))}`)).statusCode).toBe(403)
  const own = 'vier ganz andere dinge'
  const change = (typed: Readonly<Record<string, string>>) =>
    server.server.inject({ method: 'POST', url: '/demo/known/password', cookies: { known: zhao }, ...form(typed) })
  expect((await change({ current: password, password, again: password })).body).toContain('和现在的密码一样')
  expect((await change({ current: 'not it', password: own, again: own })).statusCode).toBe(422)
  expect((await change({ current: password, password: own, again: own })).statusCode).toBe(303)
  const mine = await page(zhao, '/demo/known')
  expect(mine.statusCode).toBe(200)
  for (const words of ['新建账号', '凭链接设置密码', '修改密码', '办公室甲']) expect(mine.body).toContain(words)
  const logged = await played.app.deps.store.administration.listAudit('demo', { kind: 'password-set' })
  expect(logged.rows).toHaveLength(1)
  const { people } = (await server.ask(office, 'GET', '/api/administration/people')).json()
  expect(people.map(({ login }: { login: string }) => login)).not.toContain('zhao')
  const unit = await server.signIn('transport')
  expect((await server.ask(unit, 'GET', '/api/administration/listed')).statusCode).toBe(403)
  const colleagues = await server.ask(unit, 'GET', '/api/colleagues')
  expect(colleagues.body).not.toContain('赵代表')
})

it('whom a proposal that asks for secrecy is of, no route tells those who may not know', { timeout: 240_000 }, async () => {
  await server.close()
  await play(secret, '2022-02-08 10:00')
  const walk: Walk = {
    ...{ matters: [String(played.matter)], regulation: life.regulation, words: '章无双', asOf: '2022-02-08 09:30' },
    ...{ governments: ['demo'], methods: ['GET'], files: [] },
  }
  for (const login of ['transport', 'head', 'congress']) {
    const who: SignedInAs = await server.signIn(login)
    const told = (await walkAs(server, who, walk)).filter((each) => !ofItself.test(each.asked))
    expect(
      told.filter(({ text }) => text.includes('章无双') && !text.includes('"q":"章无双"')).map((each) => each.asked),
    ).toEqual([])
  }
  const { deps } = played.app
  const seen = await readMatter(deps, staff('office'), played.matter)
  expect(JSON.stringify(seen)).not.toContain('章无双')
  const opened = await revealIdentity(deps, staff('office'), { matter: played.matter, reason: '核实身份' })
  expect(opened.ok && opened.revealed.fields.map(({ value }) => value)).toEqual(['章无双'])
  const again = await readMatter(deps, staff('office'), played.matter)
  expect(JSON.stringify(again)).toContain('核实身份')
})
