import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testApp } from '../app/app.fixtures.js'
import { serverOver } from './http.fixtures.js'

it('says in plain words which browser it needs, where its scripts cannot be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-web-'))
  mkdirSync(join(folder, '.vite'))
  writeFileSync(join(folder, '.vite/manifest.json'), '{"main":{"file":"assets/main.js","isEntry":true}}')
  const it_ = await serverOver(await testApp(), { webFolder: folder })
  const page = await it_.ask(null, 'GET', '/workbench/')
  expect(page.statusCode).toBe(200)
  // Within what the scripts replace, and in nothing that needs a script.
  expect(page.body).toMatch(/<div id="workbench"><p [^>]*>[^<]*Chrome 94[^<]*<\/p><p [^>]*>[^<]*Safari 16\.4[^<]*<\/p><\/div>/)
  expect(page.body).toContain('极速模式')
  await it_.close()
  rmSync(folder, { recursive: true })
})
