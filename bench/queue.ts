import { openStore } from '../src/store/index.js'
import { searchQuery, textWords, typedWords } from '../src/store/search/search-words.js'
import { cpuOfTree } from './cpu.js'
import { type Database, type DatabaseServer, query, startDatabaseServer } from './database.js'
import { type Bound, figure, median, note } from './figure.js'
import { appOver, officeOf, oneOffice, putOffice } from './office.js'
import { type Listing, listings, searched } from './queue-listings.js'
import { seedQueue } from './queue-seed.js'
import type { Scale } from './scale.js'

const batches = 8
/** A list that is slow is asked for less often. */
const longestBatch = 1500
/** The desk's bounds: so much processor time, and so much more of it with a hundred times the matters. */
const deskMilliseconds = 2
const deskGrowth = 1.5
/** A Monday morning. */
const now = Date.parse('2026-06-15T01:30:00Z')

type Cost = { readonly node: number; readonly postgres: number; readonly both: number; readonly wall: number }

/** Lists with few and with many matters stored: what grows with what is stored would be seen here. */
export async function benchQueue({ storedMatters, queriesEach, openEach }: Scale): Promise<void> {
  const server = await startDatabaseServer(false)
  const few = await measureWith(server, storedMatters[0], { queriesEach, openEach })
  const many = await measureWith(server, storedMatters[1], { queriesEach, openEach })
  await server.stop()
  const [small, large] = storedMatters.map((count) => count.toLocaleString('en'))
  note(
    `Each list up to ${queriesEach} times, one after another, on one connection pool; CPU of Node and PostgreSQL, medians of ${batches} batches.`,
  )
  for (const [{ name, isDesk }, before] of few) {
    const after = [...many].find(([each]) => each.name === name)?.[1]
    if (after === undefined) continue
    const bound: Bound = isDesk ? { atMost: deskMilliseconds } : {}
    figure(`${name}, ${small} matters (${parts(before)})`, before.both, 'ms of CPU', bound)
    figure(`${name}, ${large} matters (${parts(after)})`, after.both, 'ms of CPU', bound)
    figure(`${name}, ${large} to ${small}`, after.both / before.both, 'times', isDesk ? { atMost: deskGrowth } : {})
  }
}

const parts = ({ node, postgres, wall }: Cost): string =>
  `Node ${node.toFixed(2)}, PostgreSQL ${postgres.toFixed(2)}; answered in ${wall.toFixed(1)} ms`

async function measureWith(
  server: DatabaseServer,
  matters: number,
  { queriesEach, openEach }: Pick<Scale, 'queriesEach' | 'openEach'>,
): Promise<Map<Listing, Cost>> {
  const name = `stored_${matters}`
  const database = await server.create(name)
  const demo = oneOffice()
  const store = await openStore(database)
  try {
    await putOffice(store, demo)
    const deps = appOver(store, now)
    const office = await officeOf(deps, demo)
    const { regulation } = office.program
    const units = demo.units.map(({ id }) => id)
    const begun = performance.now()
    const seeded = await seedQueue(database, { government: office.id, regulation, units, matters, openEach, now })
    note(
      `${matters.toLocaleString('en')} matters of two years, seeded in ${((performance.now() - begun) / 1000).toFixed(0)} s, ${seeded.megabytes.toLocaleString('en')} MiB: ${units.length} units with ${openEach} open duties each and the office with as many (${seeded.open.toLocaleString('en')} of ${seeded.duties.toLocaleString('en')} duties open), 10 % with a second unit, 1 % hidden from a unit, ${seeded.published.toLocaleString('en')} published; texts of about 130 characters; no events, which lists do not read.`,
    )
    for (const { text, what } of searched) {
      note(`${what}: in ${(await hits(database, text)).toLocaleString('en')} of them.`)
    }
    const costs = new Map<Listing, Cost>()
    const lists = listings(store, { deps, office, units })
    // What a server compiles in its first seconds would else be charged to whichever list comes first.
    for (const { run } of lists.filter(({ isDesk }) => isDesk)) for (let turn = 0; turn < queriesEach; turn += 1) await run(turn)
    for (const listing of lists) costs.set(listing, await cost(server, listing, queriesEach))
    return costs
  } finally {
    await store.close()
    await server.drop(name)
  }
}

async function hits(database: Database, text: string): Promise<number> {
  const words = typedWords(text)
  const asked = words === null ? '' : searchQuery(words).replaceAll("'", "''")
  const rows = await query(
    database.connection,
    `select count(*)::int as hits from matter_text t where ${textWords} @@ '${asked}'::tsquery`,
  )
  return (rows[0] as { hits: number }).hits
}

/** Milliseconds of processor time for one, and until it answers. */
async function cost({ pid }: DatabaseServer, { run }: Listing, times: number): Promise<Cost> {
  const begun = performance.now()
  let warmed = 0
  for (; warmed < times / 2 && performance.now() - begun < longestBatch; warmed += 1) await run(warmed)
  const fitting = (longestBatch * warmed) / (performance.now() - begun)
  const each = Math.max(1, Math.floor(Math.min(fitting, times / batches)))
  const measured: Cost[] = []
  for (let batch = 0; batch < batches; batch += 1) {
    const [node, postgres, wall] = [process.cpuUsage(), cpuOfTree(pid), performance.now()]
    for (let turn = 0; turn < each; turn += 1) await run(turn)
    const { user, system } = process.cpuUsage(node)
    const [ofNode, ofPostgres] = [(user + system) / 1000 / each, ((cpuOfTree(pid) - postgres) * 1000) / each]
    measured.push({ node: ofNode, postgres: ofPostgres, both: ofNode + ofPostgres, wall: (performance.now() - wall) / each })
  }
  const of = (read: (one: Cost) => number) => median(measured.map(read))
  return {
    node: of((one) => one.node),
    postgres: of((one) => one.postgres),
    both: of((one) => one.both),
    wall: of((one) => one.wall),
  }
}
