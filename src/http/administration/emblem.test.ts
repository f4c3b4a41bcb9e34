import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
let li: SignedInAs
beforeEach(async () => {
  it_ = await testServer()
  li = await it_.signIn('li')
})
afterEach(() => it_.close())

const root = '/api/administration'
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** A piece of a PNG. */
function piece(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
const head = 33
const told = Buffer.concat([dot.subarray(0, head), piece('tEXt', Buffer.from('Author\0MADE-BY-ZHANG')), dot.subarray(head)])

const revisionNow = async (): Promise<number> => (await it_.ask(li, 'GET', `${root}/government`)).json().revision
const send = async (bytes: Uint8Array, who: SignedInAs | null = li) => {
  const part = (more: string) => `--cut\r\ncontent-disposition: form-data; ${more}\r\n`
  const revision = `${part('name="revision"')}\r\n${await revisionNow()}\r\n`
  const file = `${part('name="file"; filename="emblem.png"')}content-type: image/png\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(revision + file), Buffer.from(bytes), Buffer.from('\r\n--cut--\r\n')])
  return it_.ask(who, 'POST', `${root}/emblem`, { payload, headers: { 'content-type': 'multipart/form-data; boundary=cut' } })
}

it('stands on every page of the portal without what it tells of its maker, and goes again', async () => {
  expect((await it_.server.inject('/demo/emblem')).statusCode).toBe(404)
  expect((await it_.server.inject('/demo/')).body).not.toContain('class="emblem"')
  const set = await send(told)
  expect(set.statusCode).toBe(200)
  const page = (await it_.server.inject('/demo/')).body
  const address = /src="(\/demo\/emblem\?v=[0-9a-f]{16})"/.exec(page)?.[1] ?? ''
  const shown = await it_.server.inject(address)
  expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/png'])
  expect(shown.rawPayload.includes('MADE-BY-ZHANG')).toBe(false)
  expect(shown.rawPayload.subarray(0, 8)).toEqual(dot.subarray(0, 8))
  expect((await it_.ask(li, 'GET', '/api/session')).json().government.emblem).toBe(set.json().emblem)
  const payload = { revision: await revisionNow() }
  expect((await it_.ask(li, 'POST', `${root}/emblem/remove`, { payload })).statusCode).toBe(200)
  expect((await it_.server.inject('/demo/emblem')).statusCode).toBe(404)
  const { rows } = await it_.app.deps.store.administration.listAudit('demo', { kind: 'emblem-changed' })
  expect(rows.map(({ account }) => account)).toEqual(['li', 'li'])
})

it('is a picture by its bytes, no script and no large one, and an administrator’s to choose', async () => {
  const code = async (bytes: Uint8Array) => (await send(bytes)).json().problems[0].code
  expect(await code(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'))).toBe('no-picture')
  expect(await code(Buffer.from('%PDF-1.7'))).toBe('no-picture')
  expect(await code(Buffer.concat([dot, Buffer.alloc(200_001)]))).toBe('too-large')
  expect((await send(dot, await it_.signIn('roads-1'))).statusCode).toBe(403)
  expect((await it_.server.inject('/demo/emblem')).statusCode).toBe(404)
})

it('shows the address of the office, and leads whoever comes by one of its hosts straight to it', async () => {
  const { store } = it_.app.deps
  const other = { government: 'other', name: '另一区', numberPrefix: 11, settings: { hosts: ['taken.example.cn'] } }
  await store.putGovernment({ ...other, regulation: 'example-mailbox', regulationVersion: '2025-01-01' })
  it_.app.deps.offices.forget()
  const texts = { notice: '', contact: '', icp: '', police: '', site: '', address: '示例路1号' }
  const set = async (hosts: readonly string[]) => {
    const payload = { name: '示例区', ...texts, hosts, revision: await revisionNow() }
    return it_.ask(li, 'POST', `${root}/government`, { payload })
  }
  const at = async (host: string) => (await it_.server.inject({ url: '/', headers: { host } })).headers.location
  expect((await set(['taken.example.cn'])).json().problems).toMatchObject([{ field: 'hosts', code: 'taken' }])
  expect((await set(['https://xin.example.cn'])).json().problems).toMatchObject([{ field: 'hosts', code: 'no-host' }])
  expect(await at('xin.example.cn')).toBeUndefined()
  expect((await set([' XIN.example.cn ', ''])).statusCode).toBe(200)
  expect([await at('xin.example.cn'), await at('taken.example.cn')]).toEqual(['/demo/', '/other/'])
  expect(await at('elsewhere.example.cn')).toBeUndefined()
  expect((await it_.server.inject('/demo/')).body).toContain('示例路1号')
  const kept = (await it_.ask(li, 'GET', `${root}/government`)).json()
  expect([kept.hosts, kept.portal.address]).toEqual([['xin.example.cn'], '示例路1号'])
})
