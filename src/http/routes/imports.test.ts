import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sheetCells, zipOf } from '../../app/tables/table-files.fixtures.js'
import { workbookBytes } from '../../app/tables/workbook-file.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

/** 导入来件 in the browser: the same way as on the command line, for the office alone. */
let it_: TestServer
let li: SignedInAs
beforeAll(async () => {
  it_ = await testServer()
  li = await it_.signIn('li')
})
afterAll(() => it_.close())

async function send(
  name: string,
  content: string | Uint8Array,
  { asked = {}, who = li, path = '/api/imports' }: { asked?: unknown; who?: SignedInAs | null; path?: string } = {},
) {
  const form = new FormData()
  form.append('asked', typeof asked === 'string' ? asked : JSON.stringify(asked))
  form.append('file', new Blob([content as Uint8Array<ArrayBuffer>]), name)
  const request = new Request('http://x', { method: 'POST', body: form })
  return it_.ask(who, 'POST', path, {
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  })
}
const preview = (name: string, content: string | Uint8Array, asked: unknown = {}) =>
  send(name, content, { asked, path: '/api/imports/preview' })

const body = (what: string) => `${what}已经好几天没有人来修请尽快安排处理。`
const list = `工单号,标题,内容\nI1,井盖松动,${body('井盖松动')}\nI2,,\nI3,树枝断了,${body('树枝断了')}\n`
const count = async () => (await it_.ask(li, 'GET', '/api/matters')).json().total

it('shows the first rows and what each column was taken for, and writes nothing', async () => {
  const before = await count()
  const found = (await preview('十月.csv', list)).json()
  expect(found).toMatchObject({
    ...{ heads: ['工单号', '标题', '内容'], headRow: 1, refusal: null },
    columns: { title: '标题', body: '内容', source: '工单号' },
    rows: [
      { row: 2, reason: null },
      { row: 3, reason: expect.stringContaining('请填写') },
      { row: 4, reason: null },
    ],
  })
  expect(found.fields).toContainEqual({ id: 'title', name: '标题', isNeeded: true, options: [] })
  expect(await count()).toBe(before)
})

it('only checks where that is asked; then brings in, once, and gives back refused rows with the reason', async () => {
  const before = await count()
  expect((await send('十月.csv', list, { asked: { isTrial: true } })).json()).toMatchObject({ read: 3, imported: 2 })
  expect(await count()).toBe(before)
  const done = (await send('十月.csv', list)).json()
  expect(done).toMatchObject({ read: 3, imported: 2, known: 0, refusedCount: 1, refused: [{ row: 3 }] })
  expect(done.refusedFile.ending).toBe('csv')
  expect(Buffer.from(done.refusedFile.base64, 'base64').toString().split('\r\n').slice(0, 2)).toEqual([
    '\uFEFF行号,不能导入的原因,工单号,标题,内容',
    expect.stringMatching(/^3,.*请填写.*,I2,,$/),
  ])
  expect((await send('十月.csv', list)).json()).toMatchObject({ read: 3, imported: 0, known: 2, refusedCount: 1 })
  expect(await count()).toBe(before + 2)
})

it('shows the columns of a file it cannot read by itself, with what to say, and reads it as it is told', async () => {
  const strange = `甲,乙\n路面积水,${body('路面积水')}\n`
  expect((await preview('x.csv', strange)).json()).toMatchObject({
    code: 'file-refused',
    detail: expect.stringContaining('列名在第几行'),
  })
  const found = (await preview('x.csv', strange, { head: 1 })).json()
  expect(found).toMatchObject({ heads: ['甲', '乙'], rows: [], refusal: expect.stringContaining('内容') })
  const asked = { head: 1, map: { title: '甲', body: '乙' }, saveAs: '两列' }
  expect((await send('x.csv', strange, { asked })).json()).toMatchObject({ imported: 1, refusedFile: null })
  const next = `甲,乙\n护栏坏了,${body('护栏坏了')}\n`
  expect((await preview('y.csv', next)).json().code).toBe('file-refused')
  expect((await preview('y.csv', next, { mapping: '两列', head: 1 })).json()).toMatchObject({ mappings: ['两列'], refusal: null })
})

it('reads a mail', async () => {
  const mail = `Message-ID: <screen-1@example.com>\r\nSubject: lamp\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body('路灯坏了')}\r\n`
  expect((await send('letter.eml', mail)).json()).toMatchObject({ read: 1, imported: 1, refusedCount: 0 })
})

it.each([
  ['nobody', null, 401],
  ['a leader', 'lead', 403],
  ['a unit', 'lighting-1', 403],
])('takes nothing from %s', async (_, login, status) => {
  const who = login === null ? null : await it_.signIn(login)
  expect((await send('a.csv', list, { who })).statusCode).toBe(status)
  expect((await send('a.csv', list, { who, path: '/api/imports/preview' })).statusCode).toBe(status)
})

it.each([
  ['what is no table', 'a.pdf', '%PDF-1.7', {}, 422],
  ['nothing', 'a.csv', '', {}, 422],
  ['more rows than one request may take', 'a.csv', `标题,内容\n${'a,b\n'.repeat(2_001)}`, {}, 422],
  ['a file that is too large', 'a.csv', 'x'.repeat(5 * 1024 * 1024 + 1), {}, 413],
  ['a workbook larger than it looks', 'a.xlsx', zipOf({ 'xl/workbook.xml': ' '.repeat(17 * 1024 * 1024) }), {}, 422],
  ['choices that are no JSON', 'a.csv', list, 'x{', 400],
  ['choices of the wrong shape', 'a.csv', list, { map: [1] }, 400],
  ['choices with a zero character', 'a.csv', list, { sheet: 'a\0' }, 400],
  ['choices as deep as can be', 'a.csv', list, `{"map":${'['.repeat(20_000)}`, 400],
  ['a field there is not', 'a.csv', list, { map: { nothing: '标题' } }, 422],
  ['a mapping there is not', 'a.csv', list, { mapping: '没有' }, 422],
])('refuses %s in words, and keeps nothing of it', async (_, name, content, asked, status) => {
  const before = await count()
  const answer = await send(name, content, { asked })
  expect([answer.statusCode, answer.json().detail]).toEqual([status, expect.stringMatching(/.{3,}/)])
  expect(await count()).toBe(before)
})

it.each([['../../etc/passwd'], ['..'], ['.eml'], [`${'长'.repeat(300)}.csv`], ['a\u202Evsc.csv']])(
  'takes a file called %j for no other place than its own, and leaves nothing lying there',
  async (name) => {
    const answer = await send(name, list, { asked: { isTrial: true } })
    expect(answer.statusCode).toBeLessThan(500)
    expect(readdirSync(tmpdir()).filter((each) => each.startsWith('huiyin-upload-'))).toEqual([])
  },
)

it('gives refused rows of a workbook back as a workbook, to be put right and brought in again', async () => {
  const rows = [
    ['W1', '井盖响', '井盖响了好几天，请来人看一看。'],
    ['33010020250000417', '', ''],
  ]
  const book = await workbookBytes([{ name: '来信', heads: ['工单号', '标题', '内容'], rows }])
  const done = (await send('十一月.xlsx', book)).json()
  expect(done).toMatchObject({ imported: 1, refusedCount: 1, refusedFile: { ending: 'xlsx' } })
  const [heads, row] = sheetCells(Buffer.from(done.refusedFile.base64, 'base64'), '不能导入的行')
  expect([heads, row]).toEqual([
    ['行号', '不能导入的原因', '工单号', '标题', '内容'],
    ['3', expect.stringContaining('请填写'), '33010020250000417'],
  ])
})
