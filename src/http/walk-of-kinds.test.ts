import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { account, root } from '../app/app.fixtures.js'
import { byStaff, recordAct, submitMatter } from '../app/index.js'
import { type Played, playedIn } from '../app/played-month.fixtures.js'
import { seesAll } from '../store/index.js'
import { type SignedInAs, serverOver, type TestServer } from './http.fixtures.js'
import { ofItself, type Told, type Walk, walkAs } from './walk.fixtures.js'

/** What other kinds of matters keep from some who work on them, asked of every route there is. */
let server: TestServer
afterEach(() => server.close())

type Life = Parameters<typeof playedIn>[1]
type Seats = { readonly roles: readonly string[]; readonly unit: string; readonly at: string }
type PlayedAs = Played & { readonly who: ReadonlyMap<string, SignedInAs> }

/** An example, played, and somebody signed in for each of these roles. */
async function playedAs(life: Life, { roles, unit, at }: Seats): Promise<PlayedAs> {
  const played = await playedIn(join(root, 'regulations'), life)
  const kinds = played.office.program.regulation.roles
  for (const id of roles)
    await played.app.deps.store.putAccount(
      'demo',
      account(id, id, [{ role: id, unit: kinds[id]?.kind === 'unit' ? unit : null }]),
    )
  played.app.goTo(at)
  server = await serverOver(played.app)
  const who = new Map<string, SignedInAs>()
  for (const id of roles) who.set(id, await server.signIn(id))
  return { ...played, who }
}

/** As of the present moment, too: one that lies ahead would be refused by every route. */
const asked = ({ matter, app }: Played, regulation: string, words: string): Walk => ({
  ...{
    matters: [String(matter)],
    regulation,
    words,
    asOf: new Date(app.deps.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '),
    governments: ['demo'],
    methods: ['GET'],
    files: [],
  },
})

const naming = (told: readonly Told[], words: string): readonly string[] =>
  told.filter(({ text }) => text.includes(words)).map((each) => each.asked)
const faults = (told: readonly Told[]): readonly string[] => told.filter(({ status }) => status >= 500).map((each) => each.asked)

it.each([
  {
    life: { regulation: 'dawukou-supervision', version: 'undated', file: '07-supervision' },
    seats: { roles: ['office', 'unit', 'unitHead'], unit: 'housing', at: '2022-09-08 17:00' },
    acts: [
      {
        ...{ by: 'office', act: 'inspectCovertly' },
        stated: {
          inspectedOn: '2022-09-08',
          inspectors: '王科长',
          inspectionPlace: '绝密小区',
          foundCovertly: '绝密：没有开工。',
        },
      },
    ],
  },
  {
    life: { regulation: 'dawukou-instructions', version: 'undated', file: '10-urging', last: 'urge' },
    seats: { roles: ['office', 'unit'], unit: 'education', at: '2022-12-06 11:00' },
    acts: [
      { by: 'office', act: 'keepMemo', stated: { memo: '绝密：锅炉在途。' } },
      { by: 'registry', act: 'recordReading', stated: { readers: [{ readBy: '某人', readOn: '2022-12-06' }] } },
    ],
  },
])(
  '$life.regulation: what $acts.0.act and others state is kept from the unit by every route, to the letter',
  { timeout: 180_000 },
  async (each) => {
    const { life, seats, acts } = each
    const played = await playedAs(life, seats)
    const walk = asked(played, life.regulation, '绝密')
    const [, ...keptFrom] = seats.roles
    const before = new Map<string, readonly Told[]>()
    for (const role of keptFrom) before.set(role, await walkAs(server, played.who.get(role) ?? null, walk))
    const { matter, office } = played
    for (const { by, act, stated } of acts) {
      const actor = { role: by, unit: null, person: by }
      const done = await recordAct(played.app.deps, { office, matter, actor, act, with: stated, revision: null, lang: 'zh' })
      expect(done).toMatchObject({ ok: true })
    }
    const { body } = await server.ask(played.who.get('office') ?? null, 'GET', `/api/matters/${matter}`)
    expect(body).toContain('绝密')
    for (const role of keptFrom) {
      const was = new Map(before.get(role)?.map((told) => [told.asked, told.text]))
      const after = await walkAs(server, played.who.get(role) ?? null, walk)
      expect(after.filter(({ status }) => status === 200).length).toBeGreaterThan(20)
      const different = after.filter((told) => !ofItself.test(told.asked) && was.get(told.asked) !== told.text)
      expect([role, different.map((told) => told.asked)]).toEqual([role, []])
    }
  },
)

it('dawukou-proposals: who proposed in confidence is told to no role that may not know, by no route', {
  timeout: 180_000,
}, async () => {
  const title = '本人要求保密的：只有办公室和承办人看得到是谁，看了留痕；不公开'
  const life = { regulation: 'dawukou-proposals', version: 'undated', file: '07-secrecy', last: 'signFor', title }
  const roles = ['unit', 'coordinator', 'congressBody', 'cppccBody']
  const played = await playedAs(life, { roles, unit: 'transport', at: '2022-02-07 10:00' })
  for (const role of roles) {
    const told = await walkAs(server, played.who.get(role) ?? null, asked(played, life.regulation, '李代表'))
    expect([role, naming(told, '李代表'), faults(told)]).toEqual([role, [], []])
  }
})

it('dawukou-proposals: a deputy on the list who asked for confidence is named to no role that may not know, by no route', {
  timeout: 180_000,
}, async () => {
  const title = '要求保密的，除了承办人和办公室说明理由，谁也看不到提出的是谁；填了表的也看不到'
  const life = { regulation: 'dawukou-proposals', version: 'undated', file: '13-joint-signers', title }
  const roles = ['unit', 'unitHead', 'coordinator', 'congressBody', 'cppccBody']
  const played = await playedAs(life, { roles, unit: 'transport', at: '2022-12-01 10:00' })
  const name = '绝密代表'
  await played.app.deps.store.putAccount('demo', account('zhang', name, [], { list: 'deputies' }))
  played.app.deps.offices.forget('demo')
  for (const role of roles) {
    const told = await walkAs(server, played.who.get(role) ?? null, asked(played, life.regulation, name))
    expect(told.filter(({ status }) => status === 200).length).toBeGreaterThan(20)
    expect([role, naming(told, name), naming(told, 'zhang'), faults(told)]).toEqual([role, [], [], []])
  }
})

it('dawukou-instructions: of a secret one nobody but the registry and whoever is named is told anything, by no route, to the letter', {
  timeout: 180_000,
}, async () => {
  const life = { regulation: 'dawukou-instructions', version: 'undated', file: '01-routing', last: 'register' }
  const others = ['office', 'unit']
  const roles = ['registry', 'director', 'viceMayor', ...others]
  const played = await playedAs(life, { roles, unit: 'education', at: '2022-11-09 10:00' })
  const { app } = played
  const words = '密件2022第7号'
  const walk = { ...asked(played, life.regulation, words), matters: ['1', '2'] }
  const before = new Map<string, readonly Told[]>()
  for (const role of others) before.set(role, await walkAs(server, played.who.get(role) ?? null, walk))
  const stated = { leaderRank: 'viceMayor', instructingLeader: 'viceMayor', instructedOn: '2022-11-08', carrier: 'other' }
  const secret = { ...stated, title: words, isExplicit: true, addressee: 'units', secrecy: 'classified', admitted: ['director'] }
  const actor = { role: 'registry', unit: null, person: 'registry' }
  app.deps.offices.forget('demo')
  const office = (await app.deps.offices.get('demo')) ?? played.office
  const done = await submitMatter(app.deps, { office, actor, with: secret, lang: 'zh', opener: byStaff })
  expect(done.ok ? done.matter : done.failure).toBe(2)
  for (const role of ['registry', 'director', 'viceMayor'])
    expect((await server.ask(played.who.get(role) ?? null, 'GET', '/api/matters/2')).body).toContain(words)
  for (const role of others) {
    const was = new Map(before.get(role)?.map((told) => [told.asked, told.text]))
    const after = await walkAs(server, played.who.get(role) ?? null, walk)
    expect(after.filter(({ asked, status }) => asked.includes('asOf=') && status === 200).length).toBeGreaterThan(10)
    const different = after.filter((told) => !ofItself.test(told.asked) && was.get(told.asked) !== told.text)
    expect([role, different.map((told) => told.asked), faults(after)]).toEqual([role, [], []])
  }
})

it('dawukou-meetings: the papers of a topic are handed to nobody outside the room, by no route', {
  timeout: 180_000,
}, async () => {
  const life = { regulation: 'dawukou-meetings', version: 'undated', file: '11-sight', last: 'approveListing' }
  const roles = ['office', 'unit', 'unitHead']
  const played = await playedAs(life, { roles, unit: 'finance', at: '2022-10-08 14:00' })
  const loaded = await played.app.deps.store.loadMatter('demo', played.matter, seesAll)
  const [paper = ''] = loaded?.files.map(({ attachment }) => attachment) ?? []
  const byOffice = await server.ask(played.who.get('office') ?? null, 'GET', `/api/attachments/${paper}`)
  expect([byOffice.statusCode, byOffice.body]).toEqual([200, 'A'])
  for (const role of roles.slice(1)) {
    const walk = { ...asked(played, life.regulation, '每台补助'), files: [paper] }
    const told = await walkAs(server, played.who.get(role) ?? null, walk)
    expect(naming(told, '老旧小区加装电梯').length).toBeGreaterThan(0)
    expect(told.filter(({ asked }) => asked.includes(paper)).map(({ status }) => status)).toContain(404)
    expect(told.filter(({ asked, status }) => asked.includes(paper) && status === 200)).toEqual([])
    expect([role, naming(told, '每台补助'), naming(told, paper), faults(told)]).toEqual([role, [], [], []])
  }
})

it('a special report is read by the leaders it is for once it is issued, not by the unit it is about', {
  timeout: 60_000,
}, async () => {
  const life = { regulation: 'dawukou-supervision', version: 'undated', file: '09-reports', last: 'issueSpecialReport' }
  const title = '重大问题、政策措施不适当的，写专报；政策不适当的写明调整建议'
  const roles = ['office', 'mayor', 'viceMayor', 'unit']
  const { matter, who } = await playedAs({ ...life, title }, { roles, unit: 'housing', at: '2022-09-09 10:00' })
  const askedBy = (role: string) => who.get(role) ?? null
  const payload = { kind: 'supervisionReport' }
  const drafted = await server.ask(askedBy('office'), 'POST', `/api/matters/${matter}/documents`, { payload })
  expect(drafted.statusCode).toBe(200)
  const report = `/api/documents/${drafted.json().id}`
  const statuses = async () => Promise.all(roles.map(async (role) => (await server.ask(askedBy(role), 'GET', report)).statusCode))
  expect(await statuses()).toEqual([200, 404, 404, 404])
  const shown = (await server.ask(askedBy('office'), 'GET', report)).json()
  const written = Object.fromEntries(shown.writes.map(({ id, value }: Sent) => [id, value === '' ? '写明' : value]))
  await server.ask(askedBy('office'), 'PUT', report, { payload: { version: shown.version, written } })
  const { version, oddities } = (await server.ask(askedBy('office'), 'GET', report)).json()
  const issue = { version, despite: oddities.map(({ id }: Sent) => id) }
  expect((await server.ask(askedBy('office'), 'POST', `${report}/issue`, { payload: issue })).statusCode).toBe(204)
  expect(await statuses()).toEqual([200, 200, 200, 404])
})

type Sent = { readonly id: string; readonly value: string }
