import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
