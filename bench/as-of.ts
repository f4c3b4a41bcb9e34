import { type Deps, listDuties, listMatters, readStatistics, type Viewer } from '../src/app/index.js'
import { type Instant, instant } from '../src/core/index.js'
import { openStore } from '../src/store/index.js'
import { cpuOfTree } from './cpu.js'
import { startDatabaseServer } from './database.js'
import { figure, median, note } from './figure.js'
import { seedLives } from './lives.js'
import { appOver, officeOf, oneOffice, putOffice } from './office.js'
import { searched } from './queue-listings.js'
import type { Scale } from './scale.js'

const times = 5
const [day, week] = [86_400_000, 7 * 86_400_000]
/** A Monday morning, in a year whose days off are known. */
const from = Date.parse('2026-03-02T02:00:00Z')
const weeks = 8
const copiedWeeks = 96
const each = 3
const deskSeconds = 2
const searchSeconds = 2

/** What stood on a past day, beside the same ask of now. */
export async function benchAsOf({ lettersStored }: Scale): Promise<void> {
  const server = await startDatabaseServer(false)
  const database = await server.create('asof')
  const demo = oneOffice()
  const store = await openStore(database)
  try {
    await putOffice(store, demo)
    let now = instant(from)
    const deps: Deps = { ...appOver(store, from), now: () => now }
    const office = await officeOf(deps, demo)
    const units = demo.units.map(({ id }) => id)
    const lettersEach = Math.round(lettersStored / ((weeks + copiedWeeks) * each))
    const lives = { office, units, from, weeks, lettersEach, times: each, copiedWeeks }
    await seedLives(deps, database, lives, (at) => {
      now = at
    })
    now = instant(from + weeks * week)
    const stored = lettersEach * (weeks + copiedWeeks) * each
    const viewer = { office, account: 'bench', lang: 'zh' } as const
    const clerk: Viewer = { ...viewer, actor: { role: 'unit', unit: units[0] ?? '', person: 'clerk' } }
    const officer: Viewer = { ...viewer, actor: { role: 'office', unit: null, person: 'first' } }
    const bench = { deps, pid: server.pid }
    await ask(bench, "a unit's desk with its counters", (asOf) => desk(deps, { ...clerk, ...asOf }), { atMost: deskSeconds })
    await ask(bench, "the office's list of matters with its total", (asOf) => list(deps, { ...officer, ...asOf }))
    for (const { text, what } of searched)
      await ask(bench, `the office's search with its total, ${what}`, (asOf) => list(deps, { ...officer, ...asOf }, { text }), {
        atMost: searchSeconds,
      })
    await ask(bench, 'figures of a month', (asOf) => month(deps, { ...officer, ...asOf }))
    note(
      `${stored.toLocaleString('en')} matters with their events over ${weeks + copiedWeeks} weeks, PostgreSQL ${server.version}. Median of ${times}, one after another, without HTTP.`,
    )
  } finally {
    await store.close()
    await server.stop()
  }
}

const moments = [
  ['now', null],
  ['as of four weeks ago', from + 4 * week],
  ['as of a year ago', from + 8 * week - 364 * day],
] as const

const desk = async (deps: Deps, viewer: Viewer): Promise<number> =>
  (await listDuties(deps, viewer, { show: 'all', page: { limit: 50 } })).counts.open

const list = async (deps: Deps, viewer: Viewer, filter: { readonly text?: string } = {}): Promise<number> =>
  (await listMatters(deps, viewer, { filter, sort: 'received', page: { limit: 50 } })).rows.length

async function month(deps: Deps, viewer: Viewer): Promise<number> {
  const found = await readStatistics(deps, viewer, { from: '2025-03-01', to: '2025-03-31', part: {} })
  if (!found.ok) throw new Error(found.failure.detail)
  return found.statistics.figures[0]?.now.numerator ?? 0
}

type Bench = { readonly deps: Deps; readonly pid: number }

async function ask(
  { pid }: Bench,
  name: string,
  work: (asOf: { readonly asOf?: Instant }) => Promise<number>,
  bound: { readonly atMost?: number } = {},
): Promise<void> {
  for (const [when, moment] of moments) {
    const asOf = moment === null ? {} : { asOf: instant(moment) }
    let found = await work(asOf)
    const taken: { seconds: number; node: number; postgres: number }[] = []
    for (let turn = 0; turn < times; turn += 1) {
      const [begun, node, postgres] = [performance.now(), process.cpuUsage(), cpuOfTree(pid)]
      found = await work(asOf)
      const used = process.cpuUsage(node)
      taken.push({
        seconds: (performance.now() - begun) / 1000,
        node: (used.user + used.system) / 1e6,
        postgres: cpuOfTree(pid) - postgres,
      })
    }
    const mid = (read: (one: (typeof taken)[number]) => number) => median(taken.map(read))
    const cpu = `CPU of Node ${mid(({ node }) => node).toFixed(2)}, PostgreSQL ${mid(({ postgres }) => postgres).toFixed(2)} s`
    figure(
      `${name}, ${when} (${found} found; ${cpu})`,
      mid(({ seconds }) => seconds),
      's',
      moment === null ? {} : bound,
    )
  }
}
