import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import { type Database, openDatabase } from '../database/database.js'
import { beishan, linhai, morning } from '../store.fixtures.js'

let made: TestDatabase
let database: Database

beforeAll(async () => {
  made = await testDatabase()
  database = openDatabase(made.connection)
})
afterAll(async () => {
  await database.close()
  await made.drop()
})

it('looks at files many at a time, at large ones few, tells how far it came, and of each that was changed', async () => {
  const { store } = made
  for (const each of [linhai, beishan]) await store.putGovernment(each)
  const put = async (government: string, bytes: Uint8Array): Promise<string> =>
    (await store.addAttachment(government, { name: 'x.txt', type: 'text/plain', bytes, uploadedAt: morning })).attachment
  await put('beishan', Buffer.from('another government’s'))
  const ids: string[] = []
  for (let each = 0; each < 205; each += 1) ids.push(await put('linhai', Buffer.from(`file ${each}`)))
  for (let each = 0; each < 3; each += 1) ids.push(await put('linhai', Buffer.alloc(5_000_000, each + 65)))
  const looked: number[] = []
  const look = async () => {
    looked.length = 0
    const onProgress = ({ government, files }: { government: string; files?: number }): void => {
      if (government === 'linhai' && files !== undefined) looked.push(files)
    }
    return (await store.verify({ onProgress })).findings.filter(({ code }) => code === 'attachment')
  }
  expect(await look()).toEqual([])
  expect(looked.at(-1)).toBe(208)
  expect(looked.length).toBeGreaterThan(2)
  expect(looked.length).toBeLessThan(10)
  const changed = [ids[0], ids[100], ids[207]].map(String)
  const client = await database.owner.connect()
  await client.query("begin; set local session_replication_role = replica; set local huiyin.government = 'linhai'")
  await client.query("update attachment set bytes = 'changed'::bytea where attachment = any($1)", [changed])
  await client.query('commit')
  client.release()
  const found = (await look()).map(({ detail }) => detail.split(':')[0])
  expect(found.sort()).toEqual(changed.sort())
})
