import { openStore } from '../src/store/index.js'
import { build } from './build.js'
import { startChild } from './child.js'
import { canReadCpu } from './cpu.js'
import { startDatabaseServer } from './database.js'
import { figure, median, note } from './figure.js'
import { type Cost, costOf, furnish, startSide } from './interface-sides.js'
import { reading } from './letters.js'
import { appOver, officeOf, oneOffice } from './office.js'
import { searched } from './queue-listings.js'
import { seedQueue } from './queue-seed.js'
import { planted } from './queue-seed-sql.js'
import type { Scale } from './scale.js'
import { startUnit } from './unit.js'

const connections = 16
const rounds = 4
const each = 48

type Asked = { readonly name: string; readonly by: 'first' | 'clerk'; readonly path: string; readonly atMost: number }

/** Desks and searches of a government with a million matters, as a user gets them: through HTTP, in units of the bare service. */
export async function benchMany({ storedMatters: [, matters], openEach }: Scale): Promise<void> {
  if (!canReadCpu) return note('Processor time of other processes can be read on Linux only: nothing was measured.')
  build()
  const server = await startDatabaseServer(true)
  const demo = oneOffice()
  const load = startChild(['bench/ask-load.ts'])
  await load.answer()
  const unit = await startUnit(load, demo.government.id)
  const database = await server.create('many')
  const store = await openStore(database)
  await furnish(database, demo)
  const { regulation } = (await officeOf(appOver(store, Date.now()), demo)).program
  const units = demo.units.map(({ id }) => id)
  const seeding = { government: demo.government.id, regulation, units, matters, openEach, now: Date.now() }
  const seeded = await seedQueue(database, seeding)
  await store.close()
  const ours = await startSide(database, { name: 'many', args: ['dist/main.js', 'serve'] })
  note(
    `${connections} clients; ${matters.toLocaleString('en')} matters, seeded as in \`queue\`, ${seeded.megabytes.toLocaleString('en')} MiB. The unit is measured before and after each figure; medians of ${rounds - 1} rounds of ${each}.`,
  )
  const category = regulation.fields.category?.options[0]?.id ?? ''
  const stage = (heldBy: string) => Object.values(regulation.stages).find((each) => each.heldBy === heldBy)?.id ?? ''
  const filters = { unit: units[0] ?? '', category, frequentStage: stage('nobody'), rareStage: stage('unit') }
  for (const { name, by, path, atMost } of askedOf(filters)) {
    const requests = reading(
      by,
      Array.from({ length: each }, () => path),
    )
    const measured = await unit.of(async () => {
      const costs: Cost[] = []
      for (let round = 0; round < rounds; round += 1) costs.push(await costOf(ours, { load, requests, connections }))
      const [, ...warm] = costs
      const of = (read: (cost: Cost) => number) => median(warm.map(read))
      return {
        ...costs[0],
        cpu: of(({ cpu }) => cpu),
        node: of(({ node }) => node),
        postgres: of(({ postgres }) => postgres),
      } as Cost
    })
    const { node, postgres } = measured.cost
    figure(`${name} (Node ${node.toFixed(2)}, PostgreSQL ${postgres.toFixed(2)} ms)`, measured.units, 'units', { atMost })
  }
  await unit.stop()
  await ours.server.stop()
  await load.stop()
  await server.stop()
}

/** Every word from frequent to seldom, alone and beside each kind of filter. */
function askedOf({ unit, category, frequentStage, rareStage }: Readonly<Record<string, string>>): readonly Asked[] {
  const words = [
    ...searched.map(({ text, what }) => ({ text, what })),
    ...planted.map(({ word, oneIn }) => ({ text: word, what: `a word in one of ${oneIn.toLocaleString('en')}` })),
  ]
  const beside = [
    { what: '', query: '' },
    { what: ' and a unit', query: `&unit=${unit}` },
    { what: ' and a category', query: `&category=${category}` },
    { what: ' and a frequent channel', query: '&channel=phone' },
    { what: ' and a past half-year', query: '&from=2025-10-01&to=2026-03-31' },
    {
      what: ' and a category, a unit and a stage that most are in',
      query: `&category=${category}&unit=${unit}&stage=${frequentStage}`,
    },
    {
      what: ' and a category, a unit and a stage that few are in',
      query: `&category=${category}&unit=${unit}&stage=${rareStage}`,
    },
  ]
  return [
    { name: "a unit's desk with counters", by: 'clerk', path: '/api/duties?limit=50', atMost: 6 },
    { name: "a unit's desk by kinds of work", by: 'clerk', path: '/api/desk', atMost: 6 },
    ...beside
      .filter(({ query }) => query.includes('&stage='))
      .map(({ what, query }) => ({
        name: `a list with its count,${what.slice(4)}`,
        by: 'first' as const,
        path: `/api/matters?${query.slice(1)}`,
        atMost: 25,
      })),
    ...words.flatMap(({ text, what }) =>
      beside.map((filter) => ({
        name: `search with its count, ${what}${filter.what}`,
        by: 'first' as const,
        path: `/api/matters?q=${encodeURIComponent(text)}${filter.query}`,
        atMost: 25,
      })),
    ),
  ]
}
