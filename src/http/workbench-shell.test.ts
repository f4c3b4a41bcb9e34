import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testApp } from '../app/app.fixtures.js'
import { serverOver, type TestServer } from './http.fixtures.js'

let it_: TestServer
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-web-'))
  mkdirSync(join(folder, '.vite'))
  writeFileSync(join(folder, '.vite/manifest.json'), '{"main":{"file":"assets/main.js","isEntry":true}}')
  it_ = await serverOver(await testApp(), { webFolder: folder })
})
afterAll(async () => {
  await it_.close()
  rmSync(folder, { recursive: true })
})

it('says in plain words which browser it needs, where its scripts cannot be read', async () => {
  const page = await it_.ask(null, 'GET', '/workbench/')
  expect(page.statusCode).toBe(200)
  // Within what the scripts replace, and in nothing that needs a script.
  expect(page.body).toMatch(/<div id="workbench"><p [^>]*>[^<]*Chrome 78[^<]*<\/p><p [^>]*>[^<]*Safari 16\.4[^<]*<\/p><\/div>/)
  expect(page.body).toContain('极速模式')
})

it.each(['/workbench/matters', '/workbench/matters/7?asOf=2025-01-01', '/workbench/no/such/room'])(
  'says it to whoever has no scripts at all: %s',
  async (path) => {
    const page = await it_.ask(null, 'GET', path)
    expect(page.body).toContain('Chrome 78')
    expect(page.body.replace(/<script[^>]*src=[^>]*><\/script>/g, '')).not.toContain('<script')
  },
)

it('names the scripts of the build that is there, also when it was replaced while the product ran', async () => {
  const manifest = join(folder, '.vite/manifest.json')
  const named = async () => /src="([^"]+)"/.exec((await it_.ask(null, 'GET', '/workbench/')).body)?.[1]
  expect(await named()).toBe('/workbench/assets/main.js')
  rmSync(manifest)
  expect(await named()).toBe('/workbench/assets/main.js')
  writeFileSync(manifest, '{"main":{"file":"assets/main-2.js","isEntry":true}}')
  utimesSync(manifest, 4_000_000_000, 4_000_000_000)
  expect(await named()).toBe('/workbench/assets/main-2.js')
})
