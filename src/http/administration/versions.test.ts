import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer, root, testApp } from '../../app/app.fixtures.js'
import { changeVersionFor, verifyRecords } from '../../app/index.js'
import { type Library, loadLibrary } from '../../load/index.js'
import { type SignedInAs, serverOver, type TestServer } from '../http.fixtures.js'

const administration = '/api/administration'
const mailbox = 'example-mailbox'
/** Units see their own shares under the one, and all under the other. */
const [narrow, wide] = ['2025-01-01', '2025-09-01']
let folder: string
let library: Library
let it_: TestServer

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-versions-'))
  const from = join(root, 'test/fixtures/regulations', mailbox)
  cpSync(from, join(folder, mailbox), { recursive: true })
  cpSync(join(from, narrow), join(folder, mailbox, wide), { recursive: true })
  rmSync(join(folder, mailbox, wide, 'scenarios'), { recursive: true })
  const file = join(folder, mailbox, wide, 'regulation.yaml')
  const text = readFileSync(file, 'utf8')
    .replace(`version: ${narrow}`, `version: ${wide}`)
    .replace(`from: ${narrow}`, `from: ${wide}`)
    .replace('{ to: leader, sees: all', '{ to: [leader, unit], sees: all')
    .replace('{ name: 待受理', '{ name: 等候受理')
  writeFileSync(file, text)
  library = loadLibrary({ regulations: [folder], calendars: join(root, 'calendars') })
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => it_.close())

const startUnder = async (regulationVersion: string): Promise<void> => {
  it_ = await serverOver(await testApp(undefined, library, undefined, { regulation: mailbox, regulationVersion }))
}
const settings = async (who: SignedInAs) => (await it_.ask(who, 'GET', `${administration}/government`)).json()
const asks = async (who: SignedInAs, version: string) => {
  const { revision } = await settings(who)
  const payload = { regulation: mailbox, version, revision }
  return (await it_.ask(who, 'POST', `${administration}/versions`, { payload })).json()
}
const sent = async (body: string): Promise<number> => {
  const office = await it_.app.deps.offices.get('demo')
  const payload = { government: 'demo', with: { title: body, category: 'complaint', body: `${body}，请尽快派人来处理一下。` } }
  const answer = await it_.server.inject({ method: 'POST', url: '/api/matters', payload })
  const { number } = answer.json()
  const row = await it_.app.deps.store.findByNumber(office?.id ?? '', number, { scope: 'all', notHiddenFrom: [] })
  return row?.matter ?? 0
}
const seenBy = async (who: SignedInAs, matter: number) =>
  (await it_.ask(who, 'GET', `/api/matters/${matter}`, { role: 'unit@roads' })).statusCode

it.each([
  [narrow, wide, 404, 200],
  [wide, narrow, 200, 404],
])('what began under %s is seen as it says, also once new matters begin under %s', async (from, to, before, after) => {
  await startUnder(from)
  const li = await it_.signIn('li')
  const roads = await it_.signIn('roads-1')
  const old = await sent('路灯坏了')
  await it_.app.act(old, officer, 'accept')
  await it_.app.act(old, officer, 'dispatch', dispatchTo('lighting'))
  expect(await seenBy(roads, old)).toBe(before)
  expect(await changeVersionFor(it_.app.deps, it_.app.office, { regulation: mailbox, version: to })).toBeNull()
  const listed = (await settings(li)).regulations
  const text = (of: string) => listed.find(({ version }: { version: string }) => version === of)
  expect([text(to), text(from)]).toMatchObject([
    { isForNew: true, isInForce: true },
    { isForNew: false, isInForce: true },
  ])
  const fresh = await sent('井盖响了')
  expect([await seenBy(roads, old), await seenBy(roads, fresh)]).toEqual([before, after])
  const office = await it_.app.deps.offices.get('demo')
  if (office === null) throw new Error('no office')
  const row = async (matter: number) =>
    (await it_.app.deps.store.loadMatter('demo', matter, { scope: 'all', notHiddenFrom: [] }))?.row.regulationVersion
  expect([await row(old), await row(fresh)]).toEqual([from, to])
  // The old one goes on under its own words, and every row is as its events make it.
  const lighting = await it_.signIn('lighting-1')
  const done = await it_.ask(lighting, 'GET', `/api/matters/${old}`, { role: 'unit@lighting' })
  expect(done.json().regulation.version).toBe(from)
  expect((await verifyRecords(it_.app.deps, () => undefined, [])).findings).toEqual([])
})

it('is shown before, asked by one and confirmed by another administrator whom no one of them let in', async () => {
  await startUnder(narrow)
  const li = await it_.signIn('li')
  await sent('路灯坏了')
  const preview = (
    await it_.ask(li, 'POST', `${administration}/versions/preview`, { payload: { regulation: mailbox, version: wide } })
  ).json()
  expect(preview).toMatchObject({ from: narrow, to: wide, isInForce: true, running: 1 })
  const stages = preview.parts.find(({ part }: { part: string }) => part === 'stages')
  expect(stages).toEqual({ part: 'stages', added: [], removed: [], changed: ['等候受理'] })
  expect(await asks(li, wide)).toEqual({ isSet: false })
  expect(await asks(li, wide)).toMatchObject({ problems: [{ field: 'regulation', code: 'asked-already' }] })
  expect((await settings(li)).versionAsked).toEqual({ regulation: mailbox, version: wide, by: { id: 'li', name: '李工' } })
  const { store } = it_.app.deps
  const wang = await store.findAccount('demo', { login: 'wang' })
  if (wang === null) throw new Error('wang')
  await store.putAccount('demo', { ...wang, isAdmin: true })
  expect(await changeVersionFor(it_.app.deps, it_.app.office, { regulation: mailbox, version: wide })).toBe('second-admin')
  expect(await asks(await it_.signIn('wang'), wide)).toEqual({ isSet: true })
  const { versionAsked, versionsOffered } = await settings(li)
  expect([versionAsked, versionsOffered.map(({ version }: { version: string }) => version)]).toEqual([null, [narrow]])
  const { rows } = await store.administration.listAudit('demo', { kind: 'version-changed' })
  expect(rows).toMatchObject([{ account: 'wang', detail: { regulation: `${mailbox}@${wide}`, from: narrow } }])
})

it('takes along the templates that the office has edited and that still fit, and tells of the others what they lack', async () => {
  await startUnder(narrow)
  const li = await it_.signIn('li')
  const { store } = it_.app.deps
  const own = (name: string, change: (xml: string) => string) => {
    const zip = new PizZip(readFileSync(join(folder, mailbox, narrow, 'documents', name)))
    zip.file('word/document.xml', change(zip.file('word/document.xml')?.asText() ?? ''))
    return zip.generate({ type: 'nodebuffer' })
  }
  const put = (name: string, bytes: Uint8Array) =>
    store.administration.change('demo', async (changing) => {
      await changing.putTemplate({ regulation: mailbox, version: narrow, name, account: 'li', at: 1, bytes })
      return { done: {}, entry: { at: 1, account: 'li', kind: 'template-changed', about: name, detail: {} } }
    })
  const fits = own('assignment-sheet.docx', (xml) => xml.replace('一、办理要求', '一、请这样办理'))
  await put('assignment-sheet.docx', fits)
  await put(
    'opinion-letter.docx',
    own('opinion-letter.docx', (xml) => xml.replace('{协办意见}', '{旧意见}')),
  )
  const payload = { regulation: mailbox, version: wide }
  const { templates } = (await it_.ask(li, 'POST', `${administration}/versions/preview`, { payload })).json()
  expect(templates.carried).toEqual(['交办单'])
  expect(templates.left).toMatchObject([{ name: '协办意见函', says: [expect.stringMatching(/^第\d+段.*旧意见/)] }])
  expect(await changeVersionFor(it_.app.deps, it_.app.office, { regulation: mailbox, version: wide })).toBeNull()
  const under = (name: string) => store.documents.template('demo', { regulation: mailbox, version: wide, name })
  expect(Buffer.from((await under('assignment-sheet.docx')) ?? []).equals(fits)).toBe(true)
  expect(await under('opinion-letter.docx')).toBeNull()
  const { rows } = await store.administration.listAudit('demo', { kind: 'version-changed' })
  expect(rows).toMatchObject([{ detail: { templates: 'assignment-sheet.docx' } }])
})

it('refuses a version that is not there, the present one, and whoever is no administrator', async () => {
  await startUnder(narrow)
  const li = await it_.signIn('li')
  for (const version of [narrow, '2099-01-01']) {
    expect((await asks(li, version)).problems).toMatchObject([{ field: 'regulation', code: 'not-an-option' }])
    expect(await changeVersionFor(it_.app.deps, it_.app.office, { regulation: mailbox, version })).toBe('no-regulation')
  }
  const roads = await it_.signIn('roads-1')
  const payload = { regulation: mailbox, version: wide, revision: 0 }
  expect((await it_.ask(roads, 'POST', `${administration}/versions`, { payload })).statusCode).toBe(403)
})
