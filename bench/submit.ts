import type { Regulation } from '../src/core/index.js'
import { openStore } from '../src/store/index.js'
import { freePort } from '../test/browser/free-port.js'
import { build } from './build.js'
import { type Child, startChild, untilServed } from './child.js'
import { cpuOf, cpuOfTree } from './cpu.js'
import { type Database, type DatabaseServer, query, startDatabaseServer } from './database.js'
import { figure, median, note } from './figure.js'
import { appOver, type DemoOffice, officeOf, oneOffice, putOffice } from './office.js'
import type { Scale } from './scale.js'
import type { Load, Loaded } from './submit-load.js'

const connections = 16
const tables = ['submission_key', 'person', 'matter', 'matter_text', 'event', 'duty', 'notice', 'outbox', 'source_key']

type Side = { readonly name: string; readonly server: Child; readonly url: string; readonly database: Database }
type Round = Loaded & { readonly node: number; readonly postgres: number }

/** Accepting a message: the product against the least that could write the same rows, in one run, taking turns. */
export async function benchSubmit({ submitRounds, submitsPerRound, submitsToWarmUp }: Scale): Promise<void> {
  build()
  const server = await startDatabaseServer(true)
  const office = oneOffice()
  const ours = await prepare(server, 'ours', office)
  const bare = await prepare(server, 'bare', office)
  const stated = await statedIn(ours, office)
  const owing = await prepare(server, 'owing', office)
  const sides = [
    await startOurs(ours),
    await startBare(bare),
    await start('owing', owing, ['bench/bare-service.ts'], { BARE_OWES: '1' }),
  ]
  const load = startChild(['bench/submit-load.ts'])
  await load.answer()
  const round = async (side: Side, amount: number, seed: number): Promise<Round> =>
    measure(server, side, load, { url: side.url, connections, amount, seed, government: office.government.id, ...stated })

  for (const side of sides) await round(side, submitsToWarmUp, 1)
  const rounds = new Map<string, Round[]>(sides.map(({ name }) => [name, []]))
  for (let turn = 0; turn < submitRounds; turn += 1) {
    for (const side of sides) rounds.get(side.name)?.push(await round(side, submitsPerRound, 2 + turn))
  }
  note(
    `${connections} connections, ${submitRounds} rounds of ${submitsPerRound} each, taking turns, after ${submitsToWarmUp} to warm up; medians. PostgreSQL ${server.version}, fsync on, both with 10 connections to it.`,
  )
  tell(rounds, submitsPerRound)
  await tellRows(sides)
  for (const side of sides) await side.server.stop()
  await load.stop()
  await server.stop()
}

/** A migrated database with one government in it. */
async function prepare(server: DatabaseServer, name: string, office: DemoOffice): Promise<Database> {
  const database = await server.create(name)
  const store = await openStore(database)
  await putOffice(store, office)
  await store.close()
  return database
}

/** What a requester states beside title and body: each choice that must be made, and who they are. */
async function statedIn(database: Database, demo: DemoOffice): Promise<Pick<Load, 'stated' | 'choices'>> {
  const store = await openStore(database)
  const { regulation } = (await officeOf(appOver(store, Date.now()), demo)).program
  await store.close()
  const act = Object.values(regulation.acts).find(({ starts, by }) => starts && by.includes('requester'))
  if (act === undefined) throw new Error(`${regulation.id}: a requester cannot open a matter`)
  const identity = [...act.needs, ...act.takes].filter((id) => regulation.fields[id]?.isIdentity)
  return {
    stated: Object.fromEntries(identity.map((id) => [id, id === 'phone' ? '13800000000' : '无名氏'])),
    choices: Object.fromEntries(act.needs.flatMap((id) => optionsOf(regulation, id))),
  }
}

function optionsOf({ fields }: Regulation, id: string): readonly (readonly [string, readonly string[]])[] {
  const options = fields[id]?.options ?? []
  return options.length === 0 || id === 'channel' ? [] : [[id, options.map((each) => each.id)]]
}

async function startOurs(database: Database): Promise<Side> {
  const profile = process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : []
  const args = [...profile, 'dist/main.js', 'serve']
  const env = { HUIYIN_KEYS: database.keysFolder, HUIYIN_DATA: database.keysFolder, HUIYIN_REQUESTS_PER_MINUTE: '0' }
  return start('ours', database, args, env)
}

const startBare = (database: Database): Promise<Side> => start('bare', database, ['bench/bare-service.ts'], {})

async function start(
  name: string,
  database: Database,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Side> {
  const port = await freePort()
  const server = startChild(args, { ...env, PORT: String(port), DATABASE_URL: database.url })
  const url = `http://127.0.0.1:${port}`
  await untilServed(server, `${url}/healthz`, { since: performance.now() })
  return { name, server, url, database }
}

async function measure({ pid }: DatabaseServer, side: Side, load: Child, asked: Load): Promise<Round> {
  const [node, postgres] = [cpuOf(side.server.pid), cpuOfTree(pid)]
  const answer = load.answer()
  load.send(asked)
  const loaded = (await answer) as Loaded
  if (loaded.failed > 0) throw new Error(`${side.name}: ${loaded.failed} of ${asked.amount} failed\n${side.server.output()}`)
  return { ...loaded, node: cpuOf(side.server.pid) - node, postgres: cpuOfTree(pid) - postgres }
}

function tell(rounds: ReadonlyMap<string, readonly Round[]>, amount: number): void {
  const of = (side: string, read: (round: Round) => number) => median((rounds.get(side) ?? []).map(read))
  const rate = (side: string) => of(side, ({ accepted, seconds }) => accepted / seconds)
  const node = (side: string) => (of(side, (round) => round.node) * 1000) / amount
  const postgres = (side: string) => (of(side, (round) => round.postgres) * 1000) / amount
  const both = (side: string) => (of(side, (round) => round.node + round.postgres) * 1000) / amount
  for (const side of rounds.keys()) {
    figure(`accepted, ${side}`, rate(side), 'per second')
    figure(`CPU of Node, ${side}`, node(side), 'ms per request')
    figure(`CPU of PostgreSQL, ${side}`, postgres(side), 'ms per request')
    figure(
      `half answered within, ${side}`,
      of(side, ({ p50 }) => p50),
      'ms',
    )
    figure(
      `99 of 100 answered within, ${side}`,
      of(side, ({ p99 }) => p99),
      'ms',
    )
  }
  figure('CPU of Node, ours to bare', node('ours') / node('bare'), 'times')
  figure('CPU of PostgreSQL, ours to bare', postgres('ours') / postgres('bare'), 'times')
  figure('CPU of Node and PostgreSQL, ours to bare', both('ours') / both('bare'), 'times', { atMost: 2 })
  figure('CPU of Node and PostgreSQL, what no service may leave out, to bare', both('owing') / both('bare'), 'times')
  figure('throughput, ours to bare', rate('ours') / rate('bare'), 'times', { atLeast: 0.5 })
  const own = (side: string) => ((of(side, (round) => round.cpu) * 1000) / amount).toFixed(2)
  note(`The load itself took ${own('ours')} and ${own('bare')} ms of CPU per request, on the same machine.`)
}

/** Whether both have written the same number of rows, table by table. */
async function tellRows(sides: readonly Side[]): Promise<void> {
  const count = tables.map((table) => `(select count(*) from ${table})::int as ${table}`).join(', ')
  const [ours = {}, bare = {}] = await Promise.all(
    sides.map(async ({ database }) => (await query(database.connection, `select ${count}`))[0] as Record<string, number>),
  )
  const rows = tables.filter((table) => ours[table] !== 0 || bare[table] !== 0)
  const different = rows.filter((table) => ours[table] !== bare[table])
  note(`Rows written by each: ${rows.map((table) => `${table} ${ours[table]}`).join(', ')}.`)
  for (const table of different) note(`NOT THE SAME ROWS: ${table} ${ours[table]} by ours, ${bare[table]} by bare.`)
  figure('tables in which the number of rows differs', different.length, 'tables', { atMost: 0 })
}
