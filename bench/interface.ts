import { markProjected } from '../src/app/index.js'
import { openStore } from '../src/store/index.js'
import { build } from './build.js'
import { startChild } from './child.js'
import { canReadCpu } from './cpu.js'
import { query, startDatabaseServer } from './database.js'
import { type Bound, figure, median, note } from './figure.js'
import { type Cost, costOf, type Side, startSide } from './interface-sides.js'
import { actOn, letters, reading } from './letters.js'
import { appOver, oneOffice } from './office.js'
import { ask, askedOf, connections, medianCost, type Playing, playActs, received, rounds, startBuild } from './played.js'
import { countRoundTrips } from './round-trips.js'
import type { Scale } from './scale.js'
import { startUnit, type Unit } from './unit.js'

const longLife = 400
/** Times that round trips are counted. */
const tries = 3
/** A word that one letter in six has. */
const word = encodeURIComponent('加装电梯')

type Bench = Playing & {
  readonly unit: Unit
  readonly ours: Side
}

/**
 * What a user gets, through HTTP. The unit is the processor time, of service and database, that the bare service needs to accept one
 * message at that moment: machines differ by half, ratios do not.
 */
export async function benchInterface({ lettersStored, actsPerRound }: Scale): Promise<void> {
  if (!canReadCpu) return note('Processor time of other processes can be read on Linux only: nothing was measured.')
  build()
  const bench = await prepare()
  const stored = await submitAll(bench, lettersStored)
  const told = async (name: string, measure: () => Promise<Cost>, bound: Bound, bytes?: number): Promise<void> => {
    await sweep(bench)
    const { cost, units, unit } = await bench.unit.of(measure)
    const parts = `Node ${cost.node.toFixed(2)}, PostgreSQL ${cost.postgres.toFixed(2)} ms; unit ${unit.toFixed(2)} ms`
    figure(`${name} (${parts})`, units, 'units', bound)
    if (bytes !== undefined) figure(`${name}, answer`, cost.bytes / 1000, 'kB', { atMost: bytes })
  }
  note(
    `${connections} clients, ${lettersStored.toLocaleString('en')} matters, PostgreSQL ${bench.server.version}, fsync on. The unit is measured before and after each figure. Bytes as they came over the wire (gzip).`,
  )
  figure('submitting, in a long run', stored.ours / stored.bare, 'units', { atMost: 1.4 })
  await tellSearch(bench, told)
  const first = await received(bench, bench.ours, rounds * actsPerRound, 900)
  await told('a staff act, mean of five', () => playActs(bench, bench.ours, first), { atMost: 6 }, 10)
  const read = (who: 'first' | 'clerk', path: (matter: number) => string) => () => mid(bench, reading(who, first.map(path)))
  await told(
    'opening a matter',
    read('first', (matter) => `/api/matters/${matter}`),
    { atMost: 5 },
    20,
  )
  await told(`opening a matter at ${longLife} events, again`, await longOne(bench, first.length), { atMost: 6 })
  await waiting(bench, actsPerRound)
  await told(
    "a unit's desk with counters",
    read('clerk', () => '/api/duties?limit=50'),
    { atMost: 6 },
    20,
  )
  await told(
    "a unit's desk by kinds of work",
    read('clerk', () => '/api/desk'),
    { atMost: 6 },
    20,
  )
  await tellRoundTrips(bench)
  await bench.unit.stop()
  await bench.ours.server.stop()
  await bench.load.stop()
  await bench.server.stop()
}

/** What was written is swept up and looked over by the database some time later: reading does not pay for it. */
const sweep = ({ ours }: Bench) => query(ours.database.connection, 'vacuum (analyze)')

type Tell = (name: string, measure: () => Promise<Cost>, bound: Bound) => Promise<void>

/** As an office has its letters, over two years; and as the bench has sent them, all on one day, which the index of words does not divide. */
async function tellSearch(bench: Bench, told: Tell): Promise<void> {
  const paths = Array.from({ length: 320 }, () => `/api/matters?q=${word}`)
  const search = () => mid(bench, reading('first', paths))
  await told('search with its count, all letters of one day', search, {})
  const { connection } = bench.ours.database
  for (const statement of overTwoYears) await query(connection, statement)
  await told('search with its count', search, { atMost: 16 })
}

/** Makes it two years in which the letters came, one as far behind the other as the next. Only what lists read is told: their events stay as they are. */
const came = "received_at - interval '730 days' * (1 - matter::float / (select max(matter) from matter))"
const overTwoYears: readonly string[] = [
  `update matter_text set received_at = ${came}`,
  `update matter set received_at = ${came}`,
  'vacuum (analyze) matter',
  'vacuum (analyze) matter_text',
]

async function prepare(): Promise<Bench> {
  const server = await startDatabaseServer(true)
  const office = oneOffice()
  const load = startChild(['bench/ask-load.ts'])
  await load.answer()
  const unit = await startUnit(load, office.government.id)
  const playing = { server, load, office, goesTo: office.units[0]?.id ?? '' }
  return { ...playing, unit, ours: await startBuild(playing, 'ours', '.') }
}

/** Of our service, in rounds: the median of those after the first, which warms up. */
async function mid(bench: Bench, requests: Parameters<typeof ask>[2]): Promise<Cost> {
  const size = Math.floor(requests.length / rounds)
  const costs: Cost[] = []
  for (let round = 0; round < rounds; round += 1) {
    costs.push(await ask(bench, bench.ours, requests.slice(round * size, (round + 1) * size)))
  }
  return medianCost(costs.slice(1))
}

/** Both take turns until ours holds as many as are wanted. */
async function submitAll(bench: Bench, amount: number): Promise<{ readonly bare: number; readonly ours: number }> {
  const turns = 5
  const costs: { bare: number; ours: number }[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const sent = letters(bench.office.government.id, amount / turns, turn)
    const ours = await ask(bench, bench.ours, sent)
    costs.push({ bare: (await ask(bench, bench.unit.side, sent)).cpu, ours: ours.cpu })
  }
  const warm = costs.slice(1)
  return { bare: median(warm.map(({ bare }) => bare)), ours: median(warm.map(({ ours }) => ours)) }
}

/** A matter of a long life: its unit reached the requester again and again. The first round reads it whole, and counts for nothing. */
async function longOne(bench: Bench, times: number): Promise<() => Promise<Cost>> {
  const { load, ours } = bench
  const [matter = 0] = await received(bench, ours, 1, 1000)
  for (const act of ['accept', 'dispatch']) await ask(bench, ours, actOn(act, askedOf(bench, ours), [matter]))
  const again = actOn(
    'contact',
    askedOf(bench, ours),
    Array.from({ length: longLife - 3 }, () => matter),
  )
  await costOf(ours, { load, requests: again, connections: 1 })
  // As many as of the others: in fifty what the server does beside weighs more than what is asked.
  const paths = Array.from({ length: times }, () => `/api/matters/${matter}`)
  return () => mid(bench, reading('first', paths))
}

/** Letters that wait on the unit's desk. */
async function waiting(bench: Bench, amount: number): Promise<void> {
  const matters = await received(bench, bench.ours, amount, 1500)
  for (const act of ['accept', 'dispatch']) await ask(bench, bench.ours, actOn(act, askedOf(bench, bench.ours), matters))
}

/** A government written straight into the tables says nowhere how its rows were made: a second service would make all of them anew, and all of it would be counted. */
async function markAsMade({ ours: { database }, office: { government } }: Bench): Promise<void> {
  const store = await openStore(database)
  await markProjected(appOver(store, Date.now()), government.id)
  await store.close()
}

/** One after another through a go-between that counts, on a service of its own over the same database. */
async function tellRoundTrips(bench: Bench): Promise<void> {
  const { load, ours } = bench
  await markAsMade(bench)
  const { host, port, user, database } = ours.database.connection
  const counter = await countRoundTrips(`${host}/.s.PGSQL.${port}`)
  const url = `postgres://${user}@127.0.0.1:${counter.port}/${database}`
  const counted = await startSide({ ...ours.database, url }, { name: 'counted', args: ['dist/main.js', 'serve'] })
  await counter.quiet()
  const amount = 40
  const matters = await received(bench, ours, (1 + tries) * amount, 3000)
  /** What the service does by itself meanwhile is counted too, and falls into one of them. */
  const of = async (requests: Parameters<typeof ask>[2]): Promise<number> => {
    const trips: number[] = []
    for (let from = 0; from < requests.length; from += amount) {
      const before = counter.count()
      await costOf(counted, { load, requests: requests.slice(from, from + amount), connections: 1 })
      trips.push((counter.count() - before) / amount)
    }
    return median(trips)
  }
  const told = matters.slice(amount)
  const accepting = (these: readonly number[]) => actOn('accept', askedOf(bench, ours), these)
  await of(accepting(matters.slice(0, amount)))
  figure('round trips of a staff act', await of(accepting(told)), 'round trips', { atMost: 6 })
  const opening = reading(
    'first',
    told.map((each) => `/api/matters/${each}`),
  )
  figure('round trips of opening a matter', await of(opening), 'round trips')
  const desk = reading(
    'clerk',
    told.map(() => '/api/duties'),
  )
  figure("round trips of a unit's desk", await of(desk), 'round trips', { atMost: 2.5 })
  await counted.server.stop()
  counter.close()
}
