import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyDatabase, readableFolder } from '../../test/postgres-for-tests.js'
import { openStore } from './open-store.js'
import { aSubmission, linhai } from './store.fixtures.js'
import { seesAll } from './types.js'

let database: Awaited<ReturnType<typeof emptyDatabase>>
let keysFolder: string

beforeAll(async () => {
  database = await emptyDatabase()
  keysFolder = readableFolder()
})

afterAll(async () => {
  await database.drop()
  rmSync(keysFolder, { recursive: true })
})

const open = () => openStore({ connection: database.connection, keysFolder })

it('makes the tables of an empty database once, though several start at the same moment', async () => {
  const stores = await Promise.all([open(), open(), open()])
  await stores[0]?.putGovernment(linhai)
  for (const store of stores) expect(await store.listGovernments()).toEqual([linhai])
  await Promise.all(stores.map((store) => store.close()))
})

it('leaves no holes in the numbers when it is closed and opened again', async () => {
  const matters: number[] = []
  for (let start = 0; start < 3; start += 1) {
    const store = await open()
    const reserved = await store.reserveMatter('linhai')
    await store.submit('linhai', { ...aSubmission(reserved), identity: { name: '王芳' } })
    matters.push(reserved.matter)
    expect(await store.countMatters('linhai', { gate: seesAll })).toMatchObject({ count: start + 1 })
    await store.close()
  }
  expect(matters).toEqual([1, 2, 3])
})
