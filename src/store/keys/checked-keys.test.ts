import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { emptyDatabase } from '../../../test/postgres-for-tests.js'
import { openDatabase } from '../database/database.js'
import { openStore } from '../open-store.js'
import { aSubmission, linhai } from '../store.fixtures.js'

let database: Awaited<ReturnType<typeof emptyDatabase>>
let folder: string
let keysFolder: string

beforeEach(async () => {
  database = await emptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'huiyin-keys-'))
  keysFolder = join(folder, 'data', 'keys')
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

const open = (from = keysFolder) => openStore({ connection: database.connection, keysFolder: from })

async function start(from = keysFolder): Promise<void> {
  await (await open(from)).close()
}

async function withOneMatter(): Promise<void> {
  const store = await open()
  await store.putGovernment(linhai)
  await store.submit('linhai', { ...aSubmission(await store.reserveMatter('linhai')), identity: { name: '王芳' } })
  await store.close()
}

async function asOwner(text: string): Promise<void> {
  const opened = openDatabase(database.connection)
  await opened.owner.query(text)
  await opened.close()
}

it('has written whole keys, and nothing else, before anything can be recorded', async () => {
  const store = await open()
  expect(readdirSync(keysFolder).sort()).toEqual(['code.key', 'identity-1.key'])
  for (const name of readdirSync(keysFolder)) {
    expect(readFileSync(join(keysFolder, name), 'utf8')).toMatch(/^[0-9a-f]{64}$/)
    expect(statSync(join(keysFolder, name)).mode & 0o777).toBe(0o600)
  }
  await store.close()
})

it('makes what a cut first start left empty or unmade, while nothing was sealed', async () => {
  const opened = await open()
  await opened.close()
  await asOwner('delete from key_check')
  writeFileSync(join(keysFolder, 'identity-1.key'), '')
  rmSync(join(keysFolder, 'code.key'))
  writeFileSync(join(keysFolder, 'code.key.999.new'), 'ab')
  await start()
  for (const name of ['identity-1.key', 'code.key']) expect(readFileSync(join(keysFolder, name), 'utf8')).toHaveLength(64)
})

it('refuses other keys than those the database was begun with, and says which', async () => {
  await withOneMatter()
  const others = join(folder, 'others')
  cpSync(keysFolder, others, { recursive: true })
  writeFileSync(join(others, 'code.key'), 'ab'.repeat(32))
  await expect(open(others)).rejects.toThrow('(code.key) are not those of this database')
  cpSync(join(keysFolder, 'code.key'), join(others, 'code.key'))
  await start(others)
})

it('refuses other keys even before the first matter', async () => {
  await start()
  writeFileSync(join(keysFolder, 'identity-1.key'), 'cd'.repeat(32))
  await expect(open()).rejects.toThrow('(identity-1.key) are not those of this database')
})

it('takes a new sealing key, and from then on knows that one too', async () => {
  await start()
  writeFileSync(join(keysFolder, 'identity-2.key'), 'ab'.repeat(32))
  await start()
  rmSync(join(keysFolder, 'identity-2.key'))
  await expect(open()).rejects.toThrow('(identity-2.key) are not those of this database')
})

it('tries the keys on what is sealed where a database has no check values yet', async () => {
  await withOneMatter()
  await asOwner('delete from key_check')
  const right = readFileSync(join(keysFolder, 'identity-1.key'))
  writeFileSync(join(keysFolder, 'identity-1.key'), 'ab'.repeat(32))
  await expect(open()).rejects.toThrow('(identity-1.key) are not those of this database')
  writeFileSync(join(keysFolder, 'identity-1.key'), right)
  await start()
  writeFileSync(join(keysFolder, 'code.key'), 'ab'.repeat(32))
  await expect(open()).rejects.toThrow('code.key')
})

it('makes no keys where they are missing for a database that has been used', async () => {
  await start()
  const elsewhere = join(folder, 'elsewhere')
  await expect(open(elsewhere)).rejects.toThrow('The keys of this database are missing')
  expect(existsSync(elsewhere)).toBe(false)
})
