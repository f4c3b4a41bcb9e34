import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ledgerFile } from '../src/app/index.js'
import { openStore, seesAll } from '../src/store/index.js'
import { startDatabaseServer, temporaryFolder } from './database.js'
import { figure, note } from './figure.js'
import { heldMemory, mebibyte } from './memory.js'
import { appOver, officeOf, oneOffice, putOffice } from './office.js'
import { seedQueue } from './queue-seed.js'
import type { Scale } from './scale.js'

const now = Date.parse('2026-06-15T01:30:00Z')
const formats = [
  { format: 'csv', atLeast: 20_000 },
  { format: 'xlsx', atLeast: 5_000 },
] as const
const mostGrowth = 300

/** 台账 of every matter as a file, from the rows in the database: how fast, and how much more memory the process takes. */
export async function benchLedgers({ storedMatters: [, matters], openEach }: Scale): Promise<void> {
  const server = await startDatabaseServer(false)
  const database = await server.create('ledgers')
  const store = await openStore(database)
  const { folder, remove } = temporaryFolder()
  try {
    const demo = oneOffice()
    await putOffice(store, demo)
    const deps = appOver(store, now)
    const office = await officeOf(deps, demo)
    const { regulation } = office.program
    const units = demo.units.map(({ id }) => id)
    await seedQueue(database, { government: office.id, regulation, units, matters, openEach, now })
    for (const { format, atLeast } of formats) {
      const before = heldMemory()
      let most = before
      const onRows = (): void => {
        most = Math.max(most, process.memoryUsage().rss)
      }
      const from = performance.now()
      const asked = { office, gate: seesAll, kind: 'matters', filter: {}, lang: 'zh', onRows } as const
      const file = Readable.from(ledgerFile(deps, asked, format), { objectMode: false })
      await pipeline(file, createWriteStream(join(folder, `ledger.${format}`)))
      figure(`a ledger as ${format}`, matters / ((performance.now() - from) / 1000), 'rows per second', { atLeast })
      figure(`memory of the process with ${format}, more than before`, (most - before) / mebibyte, 'MiB', { atMost: mostGrowth })
    }
    note(
      `${matters.toLocaleString('en')} matters of two years with 14 columns, through the app into a file, without HTTP; on PostgreSQL ${server.version}.`,
    )
  } finally {
    await store.close()
    await server.stop()
    await remove()
  }
}
