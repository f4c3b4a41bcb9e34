import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import { type Database, openDatabase } from '../database/database.js'
import { accepted, aProjection, aSubmission, beishan, linhai, morning } from '../store.fixtures.js'
import type { MatterProjection } from '../types.js'
import type { VerifyReport } from './verification-types.js'

let made: TestDatabase
let database: Database

const project = (): MatterProjection => aProjection

/** Does as a thief with the owner's rights would: switches the guard off, changes, switches it on again. */
async function tamper(...statements: string[]): Promise<VerifyReport> {
  const client = await database.owner.connect()
  await client.query('begin; alter table event disable trigger append_only')
  for (const statement of statements) await client.query(statement)
  await client.query('alter table event enable trigger append_only; commit')
  client.release()
  return made.store.verify({ project })
}

beforeAll(async () => {
  made = await testDatabase()
  database = openDatabase(made.connection)
  for (const { government } of [linhai, beishan]) {
    await made.store.putGovernment(government === 'linhai' ? linhai : beishan)
    for (let written = 0; written < 3; written += 1) {
      const reserved = await made.store.reserveMatter(government)
      const outcome = await made.store.submit(government, aSubmission(reserved))
      if (outcome.kind !== 'recorded') throw new Error('not recorded')
      await made.store.append(government, {
        matter: outcome.matter,
        expected: outcome.head,
        events: [accepted, accepted],
        projection: aProjection,
        at: morning,
      })
    }
  }
  await database.owner.query(
    'create table saved_event as table event; create table saved_matter as table matter; create table saved_duty as table duty',
  )
})

afterAll(async () => {
  await database.close()
  await made.drop()
})

it('finds nothing wrong with what was only written through the store', async () => {
  const seen: number[] = []
  const report = await made.store.verify({ project, onProgress: ({ events }) => seen.push(events) })
  expect(report).toEqual({ governments: 2, matters: 6, events: 18, findings: [], heads: [] })
  expect(seen).toEqual([9, 18])
})

const place = "where government = 'linhai' and matter = 2 and seq = 2"
const restore = ['delete from event', 'insert into event select * from saved_event']

it.each([
  ["act = 'decline'", 'hash'],
  ["kind = 'x'", 'hash'],
  [`by = '{"role":"office","account":"wang"}'`, 'hash'],
  [`data = '{"a":1}'`, 'hash'],
  ["at = at + '1 microsecond'", 'hash'],
  ["at = at - '1 day'::interval", 'hash'],
  ["recorded_at = recorded_at + '1 microsecond'", 'hash'],
  ["algorithm = 'none'", 'algorithm'],
  ['previous = set_byte(previous, 7, (get_byte(previous, 7) + 1) % 256)', 'previous'],
  ['hash = set_byte(hash, 31, (get_byte(hash, 31) + 1) % 256)', 'hash'],
  ['seq = 9', 'gap'],
])('finds %s', async (change, code) => {
  const report = await tamper(...restore, `update event set ${change} ${place}`)
  expect(report.findings).not.toEqual([])
  expect(report.findings.map((finding) => finding.code)).toContain(code)
  expect(new Set(report.findings.map(({ government, matter }) => `${government}/${matter}`))).toEqual(new Set(['linhai/2']))
})

it('finds the smallest change of a message', async () => {
  for (const title of ['路灯不壞', '路灯不亮 ', '路灯不亮。', '路灯不凉']) {
    const report = await tamper(
      ...restore,
      `update event set data = jsonb_set(data, '{title}', '"${title}"') where government = 'linhai' and matter = 2 and seq = 1`,
    )
    expect(report.findings.map(({ code, seq }) => [code, seq])).toEqual([['hash', 1]])
  }
})

it('finds a missing event, in the middle and at the end, and a moved one', async () => {
  const codes = async (...statements: string[]): Promise<string[]> =>
    (await tamper(...restore, ...statements)).findings.map(({ code }) => code)
  expect(await codes(`delete from event ${place}`)).toEqual(['gap', 'previous'])
  expect(await codes(`delete from event ${place.replace('seq = 2', 'seq = 3')}`)).toEqual(['revision'])
  expect(await codes(`update event set seq = 4 ${place}`)).toContain('gap')
  expect(
    await codes(
      "delete from event where matter = 3 and government = 'linhai'",
      "update event set matter = 3 where government = 'linhai' and matter = 2",
    ),
  ).toContain('hash')
})

it('finds an event of one government given to another', async () => {
  const report = await tamper(
    ...restore,
    "delete from event where government = 'beishan' and matter = 2",
    "update event set government = 'beishan' where government = 'linhai' and matter = 2",
  )
  expect(report.findings.map(({ code, government }) => `${government} ${code}`)).toContain('beishan hash')
})

it('finds events whose matter is gone', async () => {
  const report = await tamper(...restore, "delete from matter where government = 'beishan' and matter = 3")
  expect(report.findings).toEqual([
    { government: 'beishan', matter: 3, code: 'orphan', detail: 'events of a matter that is not there' },
  ])
  await database.owner.query("insert into matter select * from saved_matter where government = 'beishan' and matter = 3")
})

it('finds a projection that does not say what the events say', async () => {
  await tamper(...restore)
  await database.owner.query(`update matter set stage = 'concluded' where government = 'linhai' and matter = 1;
    update duty set due_at = due_at + '1 day' where government = 'linhai' and matter = 2;
    update matter_text set text = 'x' where government = 'linhai' and matter = 3`)
  const { findings } = await made.store.verify({ project })
  expect(findings.map(({ matter, code, detail }) => [matter, code, detail.split(':')[0]])).toEqual([
    [1, 'projection', 'stage'],
    [2, 'projection', 'duties.reply#1.dueAt'],
    [3, 'projection', 'searchText'],
  ])
})

it('says so where events cannot be projected any more', async () => {
  const report = await made.store.verify({
    project: () => {
      throw new Error('no such regulation')
    },
  })
  expect(report.findings.filter(({ code, detail }) => code === 'unreadable' && detail === 'no such regulation')).toHaveLength(6)
})
