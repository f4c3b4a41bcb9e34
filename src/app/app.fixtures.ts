import { join } from 'node:path'
import pg from 'pg'
import { testDatabase } from '../../test/postgres-for-tests.js'
import { type Actor, type Instant, instant, readInstant, shanghai } from '../core/index.js'
import { type Library, loadLibrary } from '../load/index.js'
import type { Account, KeptFigures } from '../store/index.js'
import {
  byRequester,
  type Deps,
  type Office,
  openGuesses,
  openOffices,
  openProofs,
  openUploads,
  recordAct,
  requester,
  simulate,
  submitMatter,
} from './index.js'

export const root = join(import.meta.dirname, '../..')

/** Wall time as an instant. */
export function at(text: string): Instant {
  const found = readInstant(text, shanghai)
  if (found === null) throw new Error(`not a time: ${text}`)
  return found
}

export const library: Library = loadLibrary({
  regulations: join(root, 'test/fixtures/regulations'),
  calendars: join(root, 'calendars'),
})

export const officer: Actor = { role: 'office', unit: null, person: 'li' }
export const secondOfficer: Actor = { role: 'office', unit: null, person: 'wang' }
export const unitOf = (unit: string): Actor => ({ role: 'unit', unit, person: `${unit}-1` })

export const complaint = {
  title: '路灯连续多日不亮',
  category: 'complaint',
  body: '解放路东段的路灯连续五天不亮，晚上行人看不清路面。',
}

export type TestApp = {
  readonly deps: Deps
  readonly office: Office
  /** Sets the clock. */
  goTo(text: string): void
  submit(more?: Readonly<Record<string, unknown>>): Promise<{ matter: number; number: string; code: string }>
  act(matter: number, actor: Actor, act: string, stated?: Readonly<Record<string, unknown>>): Promise<void>
  /** To the database, as its owner. */
  readonly connection: pg.ClientConfig
  /** What nobody may do but who owns the database. */
  asOwner(text: string): Promise<void>
  close(): Promise<void>
}

/** All that the app needs, around a store; messages go nowhere. */
const depsOf = (store: Deps['store'], used: Library, clock: () => Instant): Deps => ({
  store,
  library: used,
  offices: openOffices({ store, library: used, now: clock }),
  guesses: openGuesses(clock),
  uploads: openUploads(clock),
  proofs: openProofs(new Uint8Array(32), clock),
  passwords: { hash: async (text) => `plain:${text}`, isRight: async (hash, text) => hash === `plain:${text}` },
  isDelivering: true,
  tellStaff: null,
  toPdf: null,
  simulate: async (asked) => simulate({ library: used }, asked),
  witness: async () => void (await store.witness(clock())),
  verifier: join(root, 'templates/package/verify.mjs'),
  onTrouble: (line) => void process.stderr.write(`${line}\n`),
  matterSheet: join(root, 'templates/matter-sheet.docx'),
  digestSheet: join(root, 'templates/digest-sheet.docx'),
  now: clock,
})

/** What the one government works under; its numbers begin with 10 where nothing else is said. */
type Under = { readonly regulation: string; readonly regulationVersion: string; readonly numberPrefix?: number }

/** An app on a database of its own, with one government under the invented regulation. */
export async function testApp(
  start = '2025-09-29 10:00',
  used = library,
  people = accounts,
  under: Under = { regulation: 'example-mailbox', regulationVersion: '2025-01-01' },
): Promise<TestApp> {
  const database = await testDatabase()
  let now = at(start)
  const { store } = database
  const clock = () => now
  const deps = depsOf(store, used, clock)
  await store.putGovernment({
    government: 'demo',
    name: '示例区',
    numberPrefix: 10,
    ...under,
    settings: { secondFactor: 'offered' },
  })
  await store.putUnits('demo', [unit('lighting', '路灯所'), unit('roads', '道路所'), unit('schools', '教育局')])
  for (const account of people) await store.putAccount('demo', account)
  const office = await deps.offices.get('demo')
  if (office === null) throw new Error('no office')

  return {
    deps,
    office,
    connection: database.connection,
    goTo: (text) => {
      now = at(text)
    },
    submit: async (more = {}) => {
      const done = await submitMatter(deps, {
        office,
        actor: requester,
        with: { ...complaint, ...more },
        lang: 'zh',
        opener: byRequester,
      })
      if (!done.ok || done.matter === null) throw new Error(JSON.stringify(done))
      return { matter: done.matter, number: done.submitted.number, code: done.submitted.code }
    },
    act: async (matter, actor, act, stated = {}) => {
      now = instant(now + 60_000)
      const done = await recordAct(deps, { office, matter, actor, act, with: stated, revision: null, lang: 'zh' })
      if (!done.ok) throw new Error(`${act}: ${JSON.stringify(done.failure)}`)
    },
    asOwner: async (text) => {
      const client = new pg.Client(database.connection)
      await client.connect()
      await client.query('set search_path = huiyin')
      await client.query(text)
      await client.end()
    },
    close: () => database.drop(),
  }
}

const unit = (id: string, name: string) => ({ unit: id, name, kind: 'unit', parent: null })

export const account = (login: string, name: string, roles: Account['roles'], more: Partial<Account> = {}): Account => ({
  account: login,
  login,
  name,
  passwordHash: 'plain:right password',
  isAdmin: false,
  isDisabled: false,
  roles,
  ...more,
})

export const accounts: readonly Account[] = [
  account('li', '李工', [{ role: 'office', unit: null }], { isAdmin: true }),
  account('wang', '王工', [{ role: 'office', unit: null }]),
  account('lead', '区长', [{ role: 'leader', unit: null }]),
  account('lighting-1', '灯甲', [
    { role: 'unit', unit: 'lighting' },
    { role: 'unitHead', unit: 'lighting' },
  ]),
  account('roads-1', '路甲', [{ role: 'unit', unit: 'roads' }]),
  account('schools-1', '教甲', [{ role: 'unit', unit: 'schools' }]),
  account('auditor-1', '审计员', [], { isAuditor: true }),
  account('police-1', '警甲', [{ role: 'police', unit: null }]),
]

export const dispatchTo = (...units: string[]) => ({
  assignments: units.map((id, index) => ({ unit: id, part: index === 0 ? 'lead' : 'assist' })),
})

/** Sends a letter with files; answers its number among the matters. */
export async function sendWithFiles({ deps, office }: TestApp, files: readonly string[]): Promise<number> {
  const opener = { ...byRequester, files }
  const done = await submitMatter(deps, { office, actor: requester, with: complaint, lang: 'zh', opener })
  if (!done.ok || done.matter === null) throw new Error(JSON.stringify(done))
  return done.matter
}

/** All figures that its office keeps of time spans that are over, in the order of their moments. */
export async function allKept({ deps, office }: TestApp): Promise<readonly KeptFigures[]> {
  const { statistics } = deps.store
  const kept: KeptFigures[] = []
  for (const asOf of await statistics.listKeptMoments(office.id))
    kept.push(...(await statistics.listKeptFigures(office.id, { asOf, after: '', limit: 1000 })))
  return kept
}

/** Everything of an async list. */
export async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const row of rows) found.push(row)
  return found
}

/** The lines of a file that comes in pieces. */
export const linesOf = async (file: AsyncIterable<string | Uint8Array>): Promise<readonly string[]> =>
  Buffer.concat((await all(file)).map((piece) => Buffer.from(piece)))
    .toString()
    .split('\n')
    .filter((line) => line !== '')
