import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyDatabase, readableFolder } from '../../../test/postgres-for-tests.js'
import { openStore } from '../open-store.js'
import { linhai } from '../store.fixtures.js'
import { openDatabase } from './database.js'

let database: Awaited<ReturnType<typeof emptyDatabase>>
let keysFolder: string

beforeAll(async () => {
  database = await emptyDatabase()
  keysFolder = readableFolder()
  const store = await open()
  await store.putGovernment(linhai)
  await store.close()
})
afterAll(async () => {
  await database.drop()
  rmSync(keysFolder, { recursive: true })
})

const open = () => openStore({ connection: database.connection, keysFolder })

async function draw(count: number): Promise<readonly { matter: number; number: string }[]> {
  const store = await open()
  const drawn = await Promise.all(Array.from({ length: count }, () => store.reserveMatter('linhai')))
  await store.close()
  return drawn
}

async function asOwner(text: string): Promise<void> {
  const opened = openDatabase(database.connection)
  await opened.owner.query(text)
  await opened.close()
}

/** What a copy kept of the counters, put back over what came later. */
const keep = () => asOwner('create table kept as table counter; create table kept_incarnation as table incarnation')
const putBack = () =>
  asOwner(`delete from counter; insert into counter select * from kept; drop table kept;
    delete from incarnation; insert into incarnation select * from kept_incarnation; drop table kept_incarnation`)

it('goes on where it was when it is the same database', async () => {
  const matters = [...(await draw(3)), ...(await draw(2))].map(({ matter }) => matter)
  expect(matters.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
})

it('gives no number out again when its files or its dump were put back from before', async () => {
  await keep()
  const lost = await draw(250)
  await putBack()
  // As it looks from a copy: the files, or the database, are other ones than were noted.
  await asOwner("update incarnation set value = 'another'")
  const after = await draw(250)
  const given = new Set(lost.map(({ number }) => number))
  expect(after.filter(({ number }) => given.has(number))).toEqual([])
  expect(Math.min(...after.map(({ matter }) => matter))).toBeGreaterThan(10_000)
})

it('gives no number out again when the whole machine was put back as it was a day ago', async () => {
  await keep()
  const lost = await draw(250)
  await putBack()
  await asOwner("update counter set drawn_at = drawn_at - interval '1 day'")
  const after = await draw(250)
  const given = new Set(lost.map(({ number }) => number))
  expect(after.filter(({ number }) => given.has(number))).toEqual([])
})

it('gives numbers in no sequence, and never one that was given in sequence before', async () => {
  const numbers = (await draw(100)).map(({ number }) => Number(number.slice(2, 9)))
  expect(numbers.filter((number, index) => Math.abs(number - (numbers[index - 1] ?? 0)) < 2)).toEqual([])
  await asOwner("update counter set next = 9999000 where name in ('matter', 'scattered-from')")
  const scattered = (await draw(100)).map(({ number }) => Number(number.slice(2, 9)))
  expect(scattered.filter((number) => number < 9_999_000)).toEqual([])
})
