import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/postgres-for-tests.js'
import { type Database, openDatabase } from './database/database.js'
import { asGovernment, asNoGovernment } from './database/transaction.js'
import { accepted, aProjection, aSubmission, beishan, linhai, morning, submitted } from './store.fixtures.js'
import { seesAll } from './types.js'

let made: TestDatabase
let database: Database
let tables: string[]
const codes: string[] = []

const span = {
  gate: seesAll,
  from: morning,
  before: morning + 9,
  now: morning,
  zone: 480,
  uncounted: [],
  uncountedIn: [],
  terms: [],
  withheld: [],
  uncountedMarks: [],
  part: {},
  by: null,
}

/** Writes something of every kind for a government. */
async function fill({ store }: TestDatabase, government: string): Promise<void> {
  const scan = await store.addAttachment(government, {
    name: 'scan.pdf',
    type: 'application/pdf',
    bytes: new Uint8Array([1, 2]),
    uploadedAt: morning,
  })
  const reserved = await store.reserveMatter(government)
  codes.push(reserved.queryCode)
  const assignments = [{ id: 1, unit: 'water', part: 'lead', stage: 'handling', since: morning, endedAt: null }]
  await store.submit(government, {
    ...aSubmission(reserved, { assignments }),
    events: [{ ...submitted, data: { ...submitted.data, slip: { year: 2026, units: ['water'] } } }],
    identity: { name: '陆小曼曼', phone: '13912345678' },
    attachments: [scan.attachment],
    idempotency: { key: 'k', request: 'r', response: { queryCode: reserved.queryCode } },
    source: { source: 'old', id: '7' },
    outbox: [{ eventSeq: 1, kind: 'receipt', recipient: 'requester', payload: {} }],
    notices: [{ to: { role: 'office' }, kind: 'arrived', body: {} }],
  })
  await store.statistics.recount(government, span, morning)
  await store.submit(government, aSubmission(await store.reserveMatter(government)))
  await store.openIdentity(government, {
    matter: reserved.matter,
    account: 'li',
    at: morning,
    what: 'phone',
    reason: 'call back',
  })
  await store.renewCode(government, {
    matter: reserved.matter,
    number: reserved.number,
    account: 'li',
    at: morning,
    reason: 'lost',
  })
  await people(store, government)
  await store.putCalendarOverlay(government, { '2026-05-08': 'off' })
  await store.overview.putSavedView(government, { account: 'li', role: '', name: 'mine', query: 'q=x', createdAt: morning }, 9)
  await store.drafts.put(government, { account: 'li', matter: 1, act: 'reply', values: {}, attachments: [], at: morning }, 9)
  const noted = { matter: 1, house: 'office', account: 'li', told: ['wang'], text: 'see the old file', at: morning }
  const entry = { at: morning, account: 'li', kind: 'matter-taken', about: '1', detail: {} }
  await store.notes.hand(government, { ...noted, kind: 'taken' }, { from: null, to: 'li', entry })
  const sheet = { matter: 1, kind: 'sheet', account: 'li', at: morning, content: {}, prints: [1] }
  const paper = {
    id: await store.documents.begin(government, sheet),
    account: 'li',
    at: morning,
    of: { matter: 1, expected: (await store.loadMatter(government, 1, seesAll))?.head ?? { revision: 0, hash: '' } },
  }
  await store.documents.issue(government, { ...paper, version: 1 }, { series: 's', year: 2026 }, () => ({
    content: {},
    hash: Buffer.from('aa', 'hex'),
    entry: { ...entry, kind: 'document-issued' },
  }))
  await store.statistics.keepFigures(government, [{ key: 'march', asked: span, asOf: morning, keptAt: morning, counts: [] }])
  await store.rounds.begin(government, { regulation: 'demo', since: '2026-01-01', lookAt: morning })
  await packaged(store, government)
  await administer(store, government)
}

/** A report that is made on a schedule, and was made once. */
async function reported(store: TestDatabase['store'], government: string): Promise<void> {
  const seat = { account: 'li', role: 'office', unit: null }
  const every = { every: 'week', nextAt: morning, createdAt: morning }
  const kept = await store.reports.put(government, { ...seat, name: 'mine', asked: {}, sharedWith: [], ...every }, 9)
  const moments = { dueAt: morning, madeAt: morning, nextAt: morning + 9 }
  await store.reports.make(government, { report: kept?.id ?? 0, ...moments, reach: 'all', content: {}, problem: null })
}

/** A package that left, with its entry in the log; what is to go, and what holds it. */
async function packaged(store: TestDatabase['store'], government: string): Promise<void> {
  await reported(store, government)
  await store.packages.seal(government, {
    ...{ hash: 'aa'.repeat(32), matter: 1, edition: 'whole', account: 'li', at: morning },
    entry: { at: morning, account: 'li', kind: 'package-made', about: '1', detail: {} },
  })
  await kept(store, government)
}

/** What is to go, and what holds it. */
async function kept(store: TestDatabase['store'], government: string): Promise<void> {
  const by = { account: 'li', at: morning }
  const disposal = { matter: 1, what: 'matter', reason: 'over', class: '', term: '10' } as const
  await store.retention.propose(government, [disposal], by)
  const chosen = {
    regulation: 'demo',
    act: 'check',
    byLot: true,
    account: 'li',
    at: morning,
    seed: 'aa',
    among: ['1'],
    chosen: ['1'],
  }
  await store.selections.add(government, chosen, () => ({ at: morning, account: 'li', kind: 'selected', about: '1', detail: {} }))
  const said = { unit: 'roads', pattern: 'split', month: '2025-10', answer: 'two lamps', account: 'li', at: morning }
  await store.patterns.answerPattern(government, said)
  await store.patterns.keepPatternMonth(government, { month: '2026-06', reach: 'all', countedAt: morning, counts: [] })
  await store.patterns.tellPatterns(government, { month: '2026-06', at: morning, told: [{ unit: 'water', pattern: 'split' }] })
  await store.retention.hold(government, [{ matter: 1, reason: 'court', until: null }], by)
}

/** A unit, and somebody of the office who is signed in. */
async function people(store: TestDatabase['store'], government: string): Promise<void> {
  await store.putUnits(government, [{ unit: 'water', name: '水务局', kind: 'bureau', parent: null }])
  await store.putAccount(government, {
    account: 'li',
    login: 'li',
    name: '李',
    passwordHash: null,
    isAdmin: false,
    isDisabled: false,
    roles: [{ role: 'office', unit: null }],
  })
  await store.accounts.beginSecondFactor(government, { account: 'li', secret: 'aa' })
  await store.administration.change(government, async (changing) => {
    const codeHashes = [store.accounts.recoveryHash(government, 'li', 'ABCDE23456')]
    await changing.confirmSecondFactor({ account: 'li', step: 1, codeHashes })
    return { done: {}, entry: { at: morning, account: 'li', kind: 'second-factor-set', about: 'li', detail: {} } }
  })
  await store.createSession(government, {
    token: `token of ${government}`,
    account: 'li',
    csrf: 'c',
    createdAt: morning,
    expiresAt: morning + 1000,
  })
}

/** Something of every kind that administrators keep. */
async function administer(store: TestDatabase['store'], government: string): Promise<void> {
  const text = { act: 'reply', field: 'body', title: 'opening', body: 'we looked' }
  const change = { kind: 'off', name: 'fair', firstOn: '2026-05-08', lastOn: '2026-05-08' } as const
  await store.administration.change(government, async (changing) => {
    const id = await changing.addStandardText(text)
    const template = { regulation: 'demo', version: '1', name: 'sheet.docx', account: 'li', at: morning }
    await changing.putTemplate({ ...template, bytes: Buffer.from('aa', 'hex') })
    await changing.renameUnit({ unit: 'water', name: 'waters', since: '2026-04-01' })
    await changing.addSubstitute({
      ...{ absent: 'li', present: 'wang', role: 'office', unit: null, reason: 'ill' },
      ...{ firstOn: '2026-03-01', lastOn: '2026-03-09' },
    })
    const times = { createdAt: morning, expiresAt: morning + 9 }
    const link = { token: `link of ${government}`, account: 'li', madeBy: 'wang', isShown: true, ...times }
    await changing.addAccountLink(link)
    await changing.putEmblem({ type: 'image/png', bytes: Buffer.from('89', 'hex') })
    const grounds = { reason: 'county fair', instrument: 'no. 1' }
    await changing.addCalendarChange({ ...change, ...grounds, at: morning, account: 'li', withdraws: null }, 0)
    return { done: {}, entry: { at: morning, account: 'li', kind: 'text-added', about: String(id), detail: {} } }
  })
}

beforeAll(async () => {
  made = await testDatabase()
  database = openDatabase(made.connection)
  for (const government of [linhai, beishan]) {
    await made.store.putGovernment(government)
    await fill(made, government.government)
  }
  await made.store.witness(morning)
  for (const { government } of [linhai, beishan]) {
    await made.store.administration.shipLog(government, { target: 'elsewhere', most: 1, send: async () => undefined })
    await database.owner.query(`insert into log_cut values ('${government}', 2, now(), 200)`)
  }
  for (const { government } of [linhai, beishan]) await made.store.setRoles(government, 'li', [{ role: 'office', unit: null }])
  const { rows } = await database.owner.query(
    `select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'huiyin' and column_name = 'government' and table_type = 'BASE TABLE' order by 1`,
  )
  tables = rows.map(({ name }) => name)
})

afterAll(async () => {
  await database.close()
  await made.drop()
})

it('works as a role that is no superuser, passes no policy by and owns no table', async () => {
  const { rows } = await database.app.query(`select rolsuper, rolbypassrls,
    (select count(*) from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = current_user`)
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }])
})

it('forces row-level security on every table that has a government', async () => {
  const { rows } = await database.owner.query(
    `select relname from pg_class where relnamespace = 'huiyin'::regnamespace and relkind = 'r' and relrowsecurity and relforcerowsecurity order by 1`,
  )
  expect(rows.map(({ relname }) => relname)).toEqual(tables)
  expect(tables.length).toBeGreaterThan(18)
})

it('has something of both governments in every table, so that the next tests see what they should not', async () => {
  for (const table of tables) {
    const { rows } = await database.owner.query(`select distinct government from ${table} order by 1`)
    expect([table, ...rows.map(({ government }) => government)]).toEqual([table, 'beishan', 'linhai'])
  }
})

it('shows nothing where no government was set, not even after one was', async () => {
  for (const table of tables) {
    await asGovernment(database, 'linhai', (query) => query(`select from ${table}`))
    expect(await asNoGovernment(database, (query) => query(`select from ${table}`))).toEqual([])
  }
})

it('writes nothing where no government was set', async () => {
  const values = "('linhai', 'x', 1)"
  await expect(asNoGovernment(database, (query) => query(`insert into counter values ${values}`))).rejects.toMatchObject({
    code: '42501',
  })
  expect(await asNoGovernment(database, (query) => query('update counter set next = 0 returning next'))).toEqual([])
  expect(await asNoGovernment(database, (query) => query('delete from unit returning unit'))).toEqual([])
})

it('never shows one government what is the other one’s, in any table', async () => {
  for (const table of tables) {
    const seen = await asGovernment(database, 'linhai', (query) => query(`select distinct government from ${table}`))
    expect([table, seen]).toEqual([table, [{ government: 'linhai' }]])
  }
})

const logs = ['event', 'access_record', 'audit_entry', 'calendar_change', 'slip', 'witness', 'witnessed_facts']
/** Nobody may change a row of these, their own government included. */
const neverChanged = [
  ...logs,
  'unwitnessed',
  'log_cut',
  'kept_figures',
  'note',
  'new_code',
  'document_version',
  'document_template',
  'sealed_package',
  'disposal',
  'selection',
  'pattern_answer',
  'pattern_told',
  'made_report',
]

it('never lets one government change or remove what is the other one’s', async () => {
  for (const table of tables.filter((name) => !neverChanged.includes(name))) {
    const changed = await asGovernment(database, 'linhai', (query) =>
      query(`update ${table} set government = government where government = 'beishan' returning government`),
    )
    expect(changed).toEqual([])
    await expect(
      asGovernment(database, 'linhai', (query) => query(`update ${table} set government = 'beishan'`)),
    ).rejects.toMatchObject({ code: '42501' })
  }
})

it.each([
  ['the directory and the timer', '*', ['government', 'matter', 'round_watch']],
  ['whoever witnesses', '*witness', ['record_head', 'unwitnessed', 'witness']],
])('shows %s only what they need of every government', async (_, setting, needed) => {
  const open: string[] = []
  for (const table of tables) {
    const rows = await database.app
      .query(`begin; select set_config('huiyin.government', '${setting}', true); select from ${table} limit 1; rollback`)
      .then((results) => (Array.isArray(results) ? results[2]?.rowCount : 0))
    if (rows) open.push(table)
  }
  expect(open).toEqual(needed)
})

it.each([
  "update event set act = 'x'",
  'delete from event',
  'truncate event',
  "update access_record set reason = ''",
  'delete from access_record',
  "update sealed_package set edition = ''",
  'delete from sealed_package',
])('refuses %s, from the app and from the owner', async (statement) => {
  await expect(asGovernment(database, 'linhai', (query) => query(statement))).rejects.toMatchObject({ code: '42501' })
  await expect(database.owner.query(statement)).rejects.toMatchObject({ code: '23001' })
})

it('keeps identities, query codes and session tokens out of every column of every table', async () => {
  const secrets = ['陆小曼', '13912345678', 'token of linhai', ...codes]
  const pattern = secrets.flatMap((secret) => [secret, Buffer.from(secret).toString('hex')]).join('|')
  const { rows: columns } = await database.owner.query(
    "select table_schema, table_name, column_name from information_schema.columns where table_schema in ('huiyin', 'graphile_worker')",
  )
  expect(columns.length).toBeGreaterThan(150)
  for (const { table_schema: schema, table_name: table, column_name: column } of columns) {
    const { rows } = await database.owner.query(`select from ${schema}.${table} where ${column}::text ~ $1`, [pattern])
    expect([table, column, rows.length]).toEqual([table, column, 0])
  }
})

it('finds a session by its token and by nothing else', async () => {
  const { store } = made
  expect(await store.findSession('token of beishan', morning)).toMatchObject({ government: 'beishan', account: 'li' })
  expect(await store.findSession('token of beishan', morning + 1000)).toBeNull()
  expect(await store.findSession('another', morning)).toBeNull()
  await store.endSession('token of beishan')
  expect(await store.findSession('token of beishan', morning)).toBeNull()
  expect(await store.findSession('token of linhai', morning)).not.toBeNull()
})

it('gives one government no matter of the other, though their ids are the same', async () => {
  const { store } = made
  const of = (government: string) => store.loadMatter(government, 1, seesAll)
  expect((await of('linhai'))?.row.number).toMatch(/^11\d{8}$/)
  expect((await of('beishan'))?.row.number).toMatch(/^12\d{8}$/)
  const head = (await of('linhai'))?.head ?? { revision: 0, hash: '' }
  await expect(
    store.append('beishan', { matter: 1, expected: head, events: [accepted], projection: aProjection, at: morning }),
  ).rejects.toMatchObject({ name: 'Conflict' })
})
