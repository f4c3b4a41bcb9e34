import { readStatistics } from '../src/app/index.js'
import { openStore } from '../src/store/index.js'
import { query, startDatabaseServer } from './database.js'
import { figure, median, note } from './figure.js'
import { appOver, officeOf, oneOffice, putOffice } from './office.js'
import { seedQueue } from './queue-seed.js'
import type { Scale } from './scale.js'
import { seedEvents } from './statistics-seed-sql.js'

const times = 7
const monthMilliseconds = 300
/** A Monday morning. */
const now = Date.parse('2026-06-15T01:30:00Z')
const spans = [
  ['one month', '2026-05-01', '2026-05-31', { atMost: monthMilliseconds }],
  ['one quarter', '2026-01-01', '2026-03-31', {}],
  ['one year', '2025-06-01', '2026-05-31', {}],
] as const

/** The page of statistics: the figures of a time span, of the one before and of a year ago, and the table by unit, with drawings. */
export async function benchStatistics({ storedMatters, openEach }: Scale): Promise<void> {
  const server = await startDatabaseServer(false)
  const database = await server.create('statistics')
  const demo = oneOffice()
  const store = await openStore(database)
  try {
    await putOffice(store, demo)
    const deps = appOver(store, now)
    const office = await officeOf(deps, demo)
    const { regulation } = office.program
    const [, matters] = storedMatters
    const units = demo.units.map(({ id }) => id)
    await seedQueue(database, { government: office.id, regulation, units, matters, openEach, now })
    for (const text of seedEvents) await query(database.connection, text)
    const viewer = { office, actor: { role: 'office', unit: null, person: 'bench' }, account: 'bench', lang: 'zh' } as const
    for (const [name, from, to, bound] of spans) {
      const asked = { from, to, by: 'unit', part: {} } as const
      const found = await readStatistics(deps, viewer, asked)
      if (!found.ok) throw new Error(found.failure.detail)
      const counted = found.statistics.figures.find(({ id }) => id === 'active')?.now.numerator ?? 0
      const taken: number[] = []
      for (let turn = 0; turn < times; turn += 1) {
        const begun = performance.now()
        await readStatistics(deps, viewer, asked)
        taken.push(performance.now() - begun)
      }
      figure(
        `statistics of ${name}: ${counted.toLocaleString('en')} of ${matters.toLocaleString('en')} matters`,
        median(taken),
        'ms',
        bound,
      )
    }
    note(
      `Two years of matters; each page reads its span, the one before and the one a year ago. Median of ${times}, answered one after another.`,
    )
  } finally {
    await store.close()
    await server.stop()
  }
}
