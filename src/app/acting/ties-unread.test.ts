import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadLibrary } from '../../load/index.js'
import { readGovernmentSettings } from '../administration/government.js'
import { root, type TestApp, testApp } from '../app.fixtures.js'
import { takeUpKindFor } from '../index.js'

/** A letter box tied to leaders' instructions by a file that cannot be read. */
const regulations = mkdtempSync(join(tmpdir(), 'ties-'))
let app: TestApp

beforeAll(async () => {
  for (const id of ['dawukou-mailbox', 'dawukou-instructions'])
    cpSync(join(root, 'regulations', id), join(regulations, id), { recursive: true })
  const tie =
    'format: 4\nacts:\n  instructionRegistered: { name: 批示件, by: nobody, hears: { kind: instruction, acts: register } }\n'
  writeFileSync(join(regulations, 'dawukou-mailbox/undated/ties/instruction.yaml'), tie)
  const library = loadLibrary({ regulations, calendars: join(root, 'calendars') })
  const first = { regulation: 'dawukou-mailbox', regulationVersion: 'undated' }
  app = await testApp('2025-03-03 09:00', library, [], first)
})
afterAll(async () => {
  await app.close()
  rmSync(regulations, { recursive: true })
})

const faults = async () => {
  const office = (await app.deps.offices.get('demo')) ?? app.office
  return (await readGovernmentSettings(app.deps, { office, account: 'li', lang: 'zh' })).tieFaults
}

it('says nothing where the government does not handle both kinds', async () => {
  expect(await faults()).toEqual([])
})

it('tells the administrator which file keeps the two kinds from hearing of one another', async () => {
  const before = (await app.deps.offices.get('demo')) ?? app.office
  expect(await takeUpKindFor(app.deps, before, { regulation: 'dawukou-instructions', version: 'undated' })).toBeNull()
  const [fault] = await faults()
  expect(fault?.place).toMatch(/ties\/instruction\.yaml:3$/)
  expect(fault?.message).toContain('nobody')
})
