import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadLibrary } from '../../load/index.js'
import { seesAll } from '../../store/index.js'
import { steps } from '../../store/migrations/0008-office-duties.js'
import { at, accounts as people, root, type TestApp, testApp } from '../app.fixtures.js'
import { carryApart, runTimers, verifyRecords } from '../index.js'

let app: TestApp
const library = loadLibrary({
  regulations: [join(root, 'test/fixtures/regulations'), join(root, 'test/fixtures/concepts')],
  calendars: join(root, 'calendars'),
})
const hash = (seq: number): string => createHash('sha256').update(`${seq}`).digest('hex')

/** A row of the table in which offices kept what they did of their own duties. */
function row(seq: number, kind: string, period: string, moment: string, data: object): string {
  const said = JSON.stringify({ period, ...data })
  const by = kind === 'done' ? '{"role":"hotline","account":"wang"}' : '{"role":"system"}'
  return `insert into office_event values ('demo', 'office-duties', ${seq}, 'statistics', '${kind}', '${period}', '${by}',
    to_timestamp(${at(moment) / 1000}), to_timestamp(${at(moment) / 1000}), '${said}', 'sm3-json-1', '\\x${hash(seq - 1)}', '\\x${hash(seq)}')`
}

let file: string
beforeAll(async () => {
  app = await testApp('2025-10-14 10:00', library, people, { regulation: 'office-duties', regulationVersion: '2025-01-01' })
  const { store } = app.deps
  await store.rounds.begin('demo', { regulation: 'office-duties', since: '2025-06-01', lookAt: at('2025-10-14 10:00') })
  const pdf = { name: '六月.pdf', type: 'application/pdf', bytes: new Uint8Array([37]), uploadedAt: at('2025-07-03 09:00') }
  file = (await store.addAttachment('demo', pdf)).attachment
  const due = at('2025-08-08 00:00')
  await app.asOwner(
    [
      // The column stayed.
      ...steps().map((each) => each.replace(/^alter table attachment .*$/m, '')),
      'alter table office_event no force row level security; set row_security = off',
      row(1, 'done', '2025-06', '2025-07-03 10:00', { with: { receivedCount: 12, attachments: [file] } }),
      row(2, 'rung', '2025-07', '2025-08-07 00:00', { rung: 'yellow', due, reachedAt: at('2025-08-07 00:00') }),
      row(3, 'rung', '2025-07', '2025-08-08 00:00', { rung: 'red', due, reachedAt: due }),
      row(4, 'done', '2025-07', '2025-08-09 09:00', { with: { receivedCount: 14 } }),
      'alter table office_event force row level security',
    ].join(';\n'),
  )
  await store.addNotices('demo', [{ to: { role: 'leader' }, kind: 'rung', body: { office: 'office-duties', seq: 3 } }], due)
})
afterAll(() => app.close())

const matterOf = async (round: string) => {
  const found = await app.deps.store.rounds.listRounds('demo', { gate: seesAll, limit: 99 })
  return found.find((each) => each.officeDuty === 'statistics' && each.round === round)
}

it('carries what an office kept apart over into matters, with its files, its notices and its place in the old chain', async () => {
  expect(await app.deps.store.rounds.isApart()).toBe(true)
  await carryApart(app.deps)
  expect(await app.deps.store.rounds.isApart()).toBe(false)
  await runTimers(app.deps, (error) => {
    throw error
  })
  const june = await matterOf('2025-06')
  const july = await matterOf('2025-07')
  expect(june).toMatchObject({ status: 'met', metAt: at('2025-07-03 10:00'), isLate: false })
  expect(july).toMatchObject({ status: 'met', metAt: at('2025-08-09 09:00'), isLate: true })
  const loaded = await app.deps.store.loadMatter('demo', july?.matter ?? 0, seesAll)
  const links = [2, 3, 4].map((seq) => ({ seq, hash: hash(seq) }))
  expect(loaded?.events.map(({ data }) => data.apart ?? null)).toEqual([null, ...links])
  const files = (await app.deps.store.loadMatter('demo', june?.matter ?? 0, seesAll))?.files
  expect(files?.map(({ attachment }) => attachment)).toEqual([file])
  const leader = { account: 'lead', at: at('2025-09-01 09:00'), roles: [{ role: 'leader', unit: null }] }
  const told = (await app.deps.store.listNotices('demo', leader)).rows.filter(({ matter }) => matter === july?.matter)
  expect(told.map(({ body }) => body)).toEqual([{ seq: 3 }])
})

it('says of each event which one it was in the old chain, as verification asks when a witness knew its end', async () => {
  const end = `jsonb_build_object('seq', 4, 'hash', '${hash(4)}')`
  await app.asOwner(`do $$ begin assert exists (select from event where seq > 1 and data->'apart' = ${end}); end $$`)
})

it('leaves one matter for each round, and chains that are whole', async () => {
  const rounds = (await app.deps.store.rounds.listRounds('demo', { gate: seesAll, limit: 99 }))
    .filter(({ officeDuty }) => officeDuty === 'statistics')
    .map(({ round }) => round)
  expect(rounds).toEqual(['2025-09', '2025-08', '2025-07', '2025-06'])
  expect((await verifyRecords(app.deps, () => {})).findings).toEqual([])
})
