import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer } from '../../app/app.fixtures.js'
import { instantText, shanghai } from '../../core/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
let li: SignedInAs
beforeAll(async () => {
  it_ = await testServer()
  li = await it_.signIn('li')
})
afterAll(() => it_.close())

const root = '/api/administration/templates'
const asked = { regulation: 'example-mailbox', version: '2025-01-01', kind: 'assignmentSheet' }
const query = new URLSearchParams(asked).toString()
const own = readFileSync(
  join(import.meta.dirname, '../../../test/fixtures/regulations/example-mailbox/2025-01-01/documents/assignment-sheet.docx'),
)
const edited = (change: (xml: string) => string, more: Readonly<Record<string, string>> = {}): Buffer => {
  const zip = new PizZip(own)
  zip.file('word/document.xml', change(zip.file('word/document.xml')?.asText() ?? ''))
  for (const [name, content] of Object.entries(more)) zip.file(name, content)
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}
const send = (bytes: Uint8Array, who: SignedInAs = li) => {
  const head =
    '--cut\r\ncontent-disposition: form-data; name="file"; filename="a.docx"\r\ncontent-type: application/octet-stream\r\n\r\n'
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from('\r\n--cut--\r\n')])
  return it_.ask(who, 'POST', `${root}?${query}`, { payload, headers: { 'content-type': 'multipart/form-data; boundary=cut' } })
}
const office = { role: 'office' }
async function draft(): Promise<string> {
  const { matter } = await it_.app.submit()
  await it_.app.act(matter, officer, 'accept')
  await it_.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  const made = await it_.ask(li, 'POST', `/api/matters/${matter}/documents`, { payload: { kind: asked.kind }, ...office })
  return made.json().id
}
const linesOf = async (id: string): Promise<readonly string[]> =>
  (await it_.ask(li, 'GET', `/api/documents/${id}`, office)).json().paper.flatMap(({ text }: { text?: string }) => text ?? [])

it('is taken to Word, edited, put back, and what is drafted is made of it; what was issued stays; then the regulation’s own is used again', async () => {
  const file = await it_.ask(li, 'GET', `${root}/file?${query}`)
  expect([file.statusCode, file.rawPayload.equals(own)]).toEqual([200, true])
  const issued = await draft()
  const seen = (await it_.ask(li, 'GET', `/api/documents/${issued}`, office)).json()
  const payload = { version: seen.version, despite: seen.oddities.map(({ id }: { id: string }) => id) }
  expect((await it_.ask(li, 'POST', `/api/documents/${issued}/issue`, { payload, ...office })).statusCode).toBe(204)
  expect(
    (await send(edited((xml) => xml.replace('一、办理要求', '一、请这样办理{#紧急程度}（急）{/紧急程度}')))).statusCode,
  ).toBe(200)
  expect(await linesOf(await draft())).toContain('一、请这样办理')
  expect(await linesOf(issued)).toContain('一、办理要求')
  const rows = async () =>
    (await it_.ask(li, 'GET', root)).json().templates.filter(({ kind }: { kind: string }) => kind === asked.kind)
  expect(await rows()).toMatchObject([{ ...asked, isOwn: true, changedBy: expect.any(String) }])
  expect((await it_.ask(li, 'POST', `${root}/remove`, { payload: asked })).statusCode).toBe(200)
  expect(await rows()).toMatchObject([{ isOwn: false }])
  expect(await linesOf(await draft())).toContain('一、办理要求')
  const { rows: logged } = await it_.app.deps.store.administration.listAudit('demo', { kind: 'template-changed' })
  expect(logged.map(({ account, detail }) => [account, detail.to])).toEqual([
    ['li', ''],
    ['li', 'assignment-sheet.docx'],
  ])
})

it('is refused with the paragraph where it names what there is not, reaches out, or is no Word file; papers stay as they were', async () => {
  const said = async (bytes: Uint8Array) =>
    (await send(bytes)).json().problems.map(({ sentence }: { sentence: string }) => sentence)
  expect(await said(edited((xml) => xml.replace('{办理要求}', '{办理要球}')))).toEqual([
    expect.stringMatching(/^第\d+段：模板里的 \{办理要球\} .*是不是想写：\{办理要求\}$/),
  ])
  expect(await said(Buffer.from('no paper'))).toEqual([expect.stringContaining('这不是 Word 文件')])
  const elsewhere =
    '<Relationships><Relationship Id="r1" Type="x/attachedTemplate" Target="http://x" TargetMode="External"/></Relationships>'
  expect(await said(edited((xml) => xml, { 'word/_rels/settings.xml.rels': elsewhere }))).toEqual([
    expect.stringContaining('引用外部内容'),
  ])
  expect((await send(Buffer.alloc(1_000_001))).json().code).toBe('too-large')
  expect((await send(own, await it_.signIn('roads-1'))).statusCode).toBe(403)
  expect(await linesOf(await draft())).toContain('一、办理要求')
})

const saidBy = (docx: Buffer): string => (new PizZip(docx).file('word/document.xml')?.asText() ?? '').replace(/<[^>]+>/g, '')

it('is the matter itself on paper, as its viewer sees it, as it stands and as it stood', async () => {
  const of = (await it_.app.submit({ title: '路灯又不亮了' })).matter
  const before = instantText(it_.app.deps.now(), shanghai)
  await it_.app.act(of, officer, 'accept')
  await it_.app.act(of, officer, 'dispatch', dispatchTo('lighting'))
  const sheet = (who: SignedInAs, as: object, more = '') => it_.ask(who, 'GET', `/api/matters/${of}/sheet${more}`, as)
  const now = await sheet(li, office)
  expect(now.statusCode, now.body).toBe(200)
  expect(decodeURIComponent(String(now.headers['content-disposition']))).toMatch(/事项办理情况\d{10}\.docx/)
  const said = saidBy(now.rawPayload)
  for (const each of ['路灯又不亮了', '路灯所', '转办', '办结']) expect(said).toContain(each)
  expect(said).not.toMatch(/[{}]/)
  const then = saidBy((await sheet(li, office, `?asOf=${encodeURIComponent(before)}`)).rawPayload)
  expect(then).toContain('路灯又不亮了')
  expect(then).not.toContain('路灯所')
  const [handling, other] = [await it_.signIn('lighting-1'), await it_.signIn('roads-1')]
  expect([
    (await sheet(handling, { role: 'unit@lighting' })).statusCode,
    (await sheet(other, { role: 'unit@roads' })).statusCode,
  ]).toEqual([200, 404])
  const printed = await it_.app.deps.store.administration.listAudit('demo', { kind: 'printed' })
  expect(printed.rows.map(({ about }) => about)).toContain(`matters/${of}.docx`)
})

it('says that there is no PDF where nothing can make one', async () => {
  const answer = await it_.ask(li, 'GET', `/api/documents/${await draft()}/pdf`, office)
  expect([answer.statusCode, answer.json().code]).toEqual([501, 'no-pdf'])
})
