import { afterAll, beforeAll, expect, it } from 'vitest'
import { complaint, officer, sendWithFiles } from '../app/app.fixtures.js'
import { type TestServer, testServer } from './http.fixtures.js'

let it_: TestServer
beforeAll(async () => {
  it_ = await testServer()
})
afterAll(() => it_.close())

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function upload(
  name: string,
  bytes: Uint8Array,
  more: Parameters<TestServer['ask']>[3] = {},
  who: Parameters<TestServer['ask']>[0] = null,
) {
  const form = new FormData()
  form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name)
  const request = new Request('http://x', { method: 'POST', body: form })
  const payload = Buffer.from(await request.arrayBuffer())
  return it_.ask(who, 'POST', '/api/attachments', {
    ...more,
    payload,
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  })
}

it('keeps a file by what is in it, whatever its name says', async () => {
  const kept = await upload('现场照片.exe', png)
  expect(kept.statusCode).toBe(201)
  expect(kept.json()).toMatchObject({ name: '现场照片.png', type: 'image/png', size: png.length })
  expect((await upload('page.html', Buffer.from('<html><script>alert(1)</script></html>'))).json()).toMatchObject({
    status: 415,
    code: 'attachment-type',
  })
  expect((await upload('run.png', Buffer.from('MZ\u0090\u0000 program'))).json()).toMatchObject({ code: 'attachment-type' })
  expect((await upload('notes.txt', Buffer.from('一行文字'))).json()).toMatchObject({ type: 'text/plain' })
})

it('refuses a file that is too large', async () => {
  const large = Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)])
  expect((await upload('large.png', large)).json()).toMatchObject({ status: 413, code: 'attachment-too-large' })
})

const jpeg = (...told: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from('ffd8', 'hex'), ...told, Buffer.from('ffdb000300ffda0004123478aaffd9', 'hex')])
const exif = Buffer.concat([Buffer.from('ffe1001e', 'hex'), Buffer.from('Exif\0\0PHONE-OF-LIU 26.08N   ')])

const claimed = (...ids: readonly string[]): Promise<number> => sendWithFiles(it_.app, ids)

it('hands a photograph on without where and with what it was taken', async () => {
  const li = await it_.signIn('li')
  const kept = (await upload('photo.jpg', jpeg(exif))).json()
  await claimed(kept.id)
  const read = await it_.ask(li, 'GET', `/api/attachments/${kept.id}`)
  expect(read.rawPayload.equals(jpeg())).toBe(true)
})

it('seals a photograph that cannot be cleaned, and opens it for a reason that is kept', async () => {
  const li = await it_.signIn('li')
  const broken = Buffer.concat([Buffer.from('ffd8ffe1ffff', 'hex'), Buffer.from('Exif\0\0PHONE-OF-LIU')])
  const { id, isSealed } = (await upload('photo.jpg', broken)).json()
  const matter = await claimed(id)
  expect(isSealed).toBe(true)
  expect((await it_.ask(li, 'GET', `/api/attachments/${id}`)).json()).toMatchObject({ status: 403, code: 'attachment-sealed' })
  const ask = (who: Parameters<TestServer['ask']>[0], reason: string) =>
    it_.ask(who, 'POST', `/api/attachments/${id}/open`, { payload: { reason } })
  expect((await ask(li, ' ')).json()).toMatchObject({ code: 'reason-missing' })
  expect((await ask(await it_.signIn('schools-1'), '看看')).statusCode).toBe(404)
  expect((await ask(null, '看看')).statusCode).toBe(401)
  const opened = await ask(li, '核实现场')
  expect(opened.rawPayload.equals(broken)).toBe(true)
  expect((await it_.ask(li, 'GET', `/api/matters/${matter}`)).json()).toMatchObject({
    attachments: [{ id, isSealed: true }],
    reveals: [{ who: '李工', reason: '核实现场' }],
  })
})

it('hands out no file that is not what came in', async () => {
  const li = await it_.signIn('li')
  const { id } = (await upload('a.txt', Buffer.from('一行文字'))).json()
  await claimed(id)
  await it_.app.asOwner(`update attachment set bytes = '\\x41' where attachment = '${id}'`)
  expect((await it_.ask(li, 'GET', `/api/attachments/${id}`)).json()).toMatchObject({ status: 500, code: 'attachment-damaged' })
})

it('takes so many bytes an hour from one address of strangers, and any number from staff', async () => {
  const limited = await testServer()
  const { uploads } = limited.app.deps
  const megabyte = 1024 * 1024
  expect(uploads.take('10.0.0.1', 300 * megabyte)).toBe(true)
  expect(uploads.take('10.0.0.1', 1)).toBe(false)
  expect(uploads.take('10.0.0.2', 1)).toBe(true)
  uploads.take('127.0.0.1', 300 * megabyte)
  const form = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nwords\r\n--b--\r\n'
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  const answer = await limited.ask(null, 'POST', '/api/attachments', { payload: Buffer.from(form), headers })
  expect(answer.json()).toMatchObject({ status: 429, code: 'uploads-full' })
  const li = await limited.signIn('li')
  expect((await limited.ask(li, 'POST', '/api/attachments', { payload: Buffer.from(form), headers })).statusCode).toBe(201)
  await limited.close()
})

it('removes files that nothing was sent with, after a day, and no others', async () => {
  const { store } = it_.app.deps
  const file = { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('words'), uploadedAt: Date.UTC(2025, 0, 1) }
  const [alone, kept, drafted] = [
    await store.addAttachment('demo', file),
    await store.addAttachment('demo', file),
    await store.addAttachment('demo', file),
  ]
  const matter = await claimed(kept.attachment)
  const draft = { account: 'li', matter, act: 'accept' }
  const attachments = [drafted.attachment]
  await store.drafts.put('demo', { ...draft, values: {}, attachments, at: Date.UTC(2025, 0, 1) }, 10)
  expect(await store.removeUnclaimed(Date.UTC(2025, 0, 1))).toBe(0)
  expect(await store.removeUnclaimed(Date.UTC(2025, 0, 2))).toBe(1)
  const li = await it_.signIn('li')
  expect((await it_.ask(li, 'GET', `/api/attachments/${kept.attachment}`)).body).toBe('words')
  await store.drafts.remove('demo', draft)
  expect(await store.removeUnclaimed(Date.UTC(2025, 0, 2))).toBe(1)
  await expect(claimed(alone.attachment)).rejects.toThrow('attachment-unknown')
})

it('gives a file to nobody until it belongs to a matter, then to whoever sees the matter', async () => {
  const li = await it_.signIn('li')
  const { id } = (await upload('a.png', png, {}, li)).json()
  expect((await it_.ask(li, 'GET', `/api/attachments/${id}`)).statusCode).toBe(404)
  const { matter, number, code } = await it_.app.submit()
  await it_.app.act(matter, officer, 'accept')
  const head = (await it_.app.deps.store.loadMatter('demo', matter, { scope: 'all', notHiddenFrom: [] }))?.head
  if (head === undefined) throw new Error()
  const row = (await it_.app.deps.store.listMatters('demo', { gate: { scope: 'all', notHiddenFrom: [] } })).rows.find(
    (each) => each.matter === matter,
  )
  if (row === undefined) throw new Error()
  await it_.app.deps.store.append('demo', {
    matter,
    expected: head,
    events: [],
    projection: { ...row, searchText: '', publicText: '', assignments: [], duties: [], marks: [] },
    attachments: [id],
    at: it_.app.deps.now(),
  })
  const read = await it_.ask(li, 'GET', `/api/attachments/${id}`)
  expect(read.rawPayload.equals(png)).toBe(true)
  expect(read.headers['content-disposition']).toBe(`attachment; filename="a.png"; filename*=UTF-8''a.png`)
  expect((await it_.ask(await it_.signIn('schools-1'), 'GET', `/api/attachments/${id}`)).statusCode).toBe(404)
  const own = { cookies: await it_.open({ number, code }) }
  expect((await it_.ask(null, 'GET', `/api/track/attachments/${id}`, own)).statusCode).toBe(200)
  const other = await it_.app.submit()
  const others = { cookies: await it_.open(other) }
  expect((await it_.ask(null, 'GET', `/api/track/attachments/${id}`, others)).statusCode).toBe(404)
})

it('exports a ledger that no spreadsheet runs, without identities', async () => {
  await it_.app.submit({ title: '=1+1 看看', phone: '13900007777' })
  const li = await it_.signIn('li')
  const csv = await it_.ask(li, 'GET', '/api/ledger')
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(csv.body.startsWith('\uFEFF编号,标题,')).toBe(true)
  expect(csv.body).toContain(`,'=1+1 看看,`)
  expect(csv.body).not.toContain('13900007777')
  const book = await it_.ask(li, 'GET', '/api/ledger?format=xlsx')
  expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK')
})

it('tells signed-in people that something they see has changed, and nobody else', async () => {
  await it_.server.listen({ port: 0, host: '127.0.0.1' })
  const address = it_.server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const listen = async (login: string) => {
    const who = await it_.signIn(login)
    const answer = await fetch(`http://127.0.0.1:${port}/api/live?role=${login === 'li' ? 'office' : 'unit'}`, {
      headers: { cookie: who.cookie },
    })
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    const heard: string[] = []
    const done = (async () => {
      for (;;) {
        const piece = await reader?.read()
        if (piece === undefined || piece.done) return
        heard.push(piece.value)
      }
    })().catch(() => {})
    return { heard, stop: () => reader?.cancel().then(() => done) }
  }
  const [office, unit] = [await listen('li'), await listen('lighting-1')]
  const { matter } = await it_.app.submit({ respondentUnit: 'lighting' })
  await expect
    .poll(() => office.heard.join(''), { timeout: 5000 })
    .toMatch(new RegExp(`data: {"matter":"${matter}","revision":[1-9]\\d*}`))
  expect(unit.heard.join('')).not.toContain('data:')
  await Promise.all([office.stop(), unit.stop()])
})

it('says to the machine itself how it is doing', async () => {
  expect((await it_.ask(null, 'GET', '/healthz')).json()).toMatchObject({ status: 'alive' })
  expect((await it_.ask(null, 'GET', '/readyz')).json()).toEqual({ status: 'ready' })
  expect((await it_.ask(null, 'GET', '/metrics')).body).toContain('huiyin_http_seconds_bucket')
  expect((await it_.server.inject({ method: 'GET', url: '/metrics', remoteAddress: '10.1.2.3' })).statusCode).toBe(404)
})

it('limits how often one address may ask', async () => {
  const limited = await testServer(5)
  const codes: number[] = []
  for (let count = 0; count < 7; count += 1) codes.push((await limited.ask(null, 'GET', '/api/governments')).statusCode)
  const last = await limited.ask(null, 'POST', '/api/matters', { payload: { with: complaint } })
  await limited.close()
  expect(codes).toEqual([200, 200, 200, 200, 200, 429, 429])
  expect(last.statusCode).toBe(201)
})
