import { gateOf, listDuties, listMatters, listPublished, type Office } from '../src/app/index.js'
import type { Actor } from '../src/core/index.js'
import { openStore, type Store } from '../src/store/index.js'
import { cpuOfTree } from './cpu.js'
import { type DatabaseServer, startDatabaseServer } from './database.js'
import { type Bound, figure, median, note } from './figure.js'
import { appOver, officeOf, oneOffice, putOffice } from './office.js'
import { seedQueue } from './queue-seed.js'
import { rareWord } from './queue-seed-sql.js'
import type { Scale } from './scale.js'

const rows = 50
const batches = 8
/** The desk's bounds: so much processor time, and so much more of it with a hundred times the matters. */
const deskMilliseconds = 2
const deskGrowth = 1.5
/** A Monday morning. */
const now = Date.parse('2026-06-15T01:30:00Z')

type Cost = { readonly node: number; readonly postgres: number; readonly both: number; readonly wall: number }
type Listing = { readonly name: string; readonly isDesk?: boolean; run(turn: number): Promise<unknown> }

/** Lists with few and with many matters stored: what grows with what is stored would be seen here. */
export async function benchQueue({ storedMatters, queriesEach, openEach }: Scale): Promise<void> {
  const server = await startDatabaseServer(false)
  const few = await measureWith(server, storedMatters[0], { queriesEach, openEach })
  const many = await measureWith(server, storedMatters[1], { queriesEach, openEach })
  await server.stop()
  const [small, large] = storedMatters.map((count) => count.toLocaleString('en'))
  note(
    `Each list ${queriesEach} times, one after another, on one connection pool; CPU of Node and PostgreSQL, medians of ${batches} batches.`,
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
    const costs = new Map<Listing, Cost>()
    for (const listing of listings(store, { deps, office, units })) costs.set(listing, await cost(server, listing, queriesEach))
    return costs
  } finally {
    await store.close()
    await server.drop(name)
  }
}

type Desk = { readonly deps: ReturnType<typeof appOver>; readonly office: Office; readonly units: readonly string[] }

function listings(store: Store, { deps, office, units }: Desk): readonly Listing[] {
  const { id: government, program } = office
  const officer: Actor = { role: 'office', unit: null, person: 'a' }
  const clerk = (turn: number): Actor => ({ role: 'unit', unit: units[turn % units.length] ?? null, person: 'b' })
  const gate = (actor: Actor) => gateOf(program.regulation, actor)
  const viewer = (actor: Actor) => ({ office, actor, account: 'a', lang: 'zh' as const })
  const all = gate(officer)
  const page = { limit: rows }
  const queue = (actor: Actor) =>
    filled(store.dutyQueue(government, { holders: [{ role: actor.role, unit: actor.unit }], gate: gate(actor), page }))
  const list = (actor: Actor, filter = {}) => store.listMatters(government, { filter, gate: gate(actor), page })
  const published = { government, category: null, after: null, limit: rows, lang: 'zh' as const }
  return [
    { name: `my desk, ${rows} rows by due time`, isDesk: true, run: (turn) => queue(clerk(turn)) },
    { name: `the office's desk, ${rows} rows by due time`, run: () => queue(officer) },
    {
      name: 'my desk as the page shows it, with its four counters',
      run: (turn) => listDuties(deps, viewer(clerk(turn)), { show: 'all', page }),
    },
    { name: `first page of the matters, ${rows} rows, the office`, run: () => list(officer) },
    { name: `first page of the matters, ${rows} rows, a unit`, run: (turn) => list(clerk(turn)) },
    {
      name: 'the same page with its total, the office',
      run: () => listMatters(deps, viewer(officer), { filter: {}, sort: 'received', page }),
    },
    { name: 'search, two frequent words', run: () => list(officer, { text: '路灯 老人' }) },
    { name: 'search, a phrase of four characters', run: () => list(officer, { text: '加装电梯' }) },
    { name: 'search, a rare word', run: () => list(officer, { text: rareWord }) },
    { name: 'search in a unit, a phrase of four characters', run: (turn) => list(clerk(turn), { text: '加装电梯' }) },
    { name: 'count of the matters, up to 1,000, the office', run: () => store.countMatters(government, { gate: all }) },
    {
      name: 'count of the matters, up to 1,000, a unit',
      run: (turn) => store.countMatters(government, { gate: gate(clerk(turn)) }),
    },
    { name: `public list, ${rows} rows with the total`, run: () => listPublished(deps, { ...published, words: null }) },
    {
      name: 'public list, search for a phrase, with the total',
      run: () => listPublished(deps, { ...published, words: '加装电梯' }),
    },
  ]
}

/** A desk that is shorter than a page would measure nothing. */
async function filled(found: ReturnType<Store['dutyQueue']>): Promise<unknown> {
  const { length } = (await found).rows
  if (length !== rows) throw new Error(`the desk has ${length} rows, not ${rows}`)
  return length
}

/** Milliseconds of processor time for one, and until it answers. */
async function cost({ pid }: DatabaseServer, { run }: Listing, times: number): Promise<Cost> {
  for (let turn = 0; turn < times / 2; turn += 1) await run(turn)
  const each = Math.ceil(times / batches)
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
