import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { open } from './portal/open-portal.js'

it.each(['/yunhe/', '/yunhe/answers', '/yunhe/notice', '/yunhe/rules', '/yunhe/figures'])(
  'lets browsers keep %s, asks again, and sends it packed',
  async (url) => {
    const app = await open()
    const first = await app.inject({ url })
    expect(first.headers['cache-control']).toBe('private, no-cache')
    expect(first.headers['content-encoding']).toBeUndefined()
    const again = await app.inject({ url, headers: { 'if-none-match': `W/${first.headers.etag}` } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const english = await app.inject({ url: `${url}?lang=en`, headers: { 'if-none-match': String(first.headers.etag) } })
    expect(english.statusCode).toBe(200)
    const packed = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(packed.rawPayload).toString()).toBe(first.body)
  },
)

it('sends style and script in the shortest form that the browser takes', async () => {
  const app = await open()
  const style = /href="(\/portal-assets\/[^"]+css)"/.exec((await app.inject({ url: '/yunhe/' })).body)?.[1] ?? ''
  const plain = await app.inject({ url: style })
  const packed = await app.inject({ url: style, headers: { 'accept-encoding': 'br' } })
  expect(packed.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(plain.body)
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3)
})
