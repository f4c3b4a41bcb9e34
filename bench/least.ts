import { openStore } from '../src/store/index.js'
import { query, startDatabaseServer } from './database.js'
import { figure, note } from './figure.js'
import { leastSchema } from './least-sql.js'
import type { Scale } from './scale.js'
import { sizesOf, sumOf, tellTables, wavesOf } from './sizes.js'

/** How small a letter with its five acts could be kept at all: the letters of `sizes` in tables that hold what must be held and nothing else. */
export async function benchLeast({ lettersSized }: Scale): Promise<void> {
  const server = await startDatabaseServer(false)
  const database = await server.create('least')
  const store = await openStore(database)
  try {
    const wave = await wavesOf(store, database)
    await wave(lettersSized)
    for (const text of leastSchema) await query(database.connection, text)
    await query(database.connection, 'vacuum')
    const sizes = (await sizesOf(database.connection, 'least')).map((size) => ({ ...size, bytes: size.bytes / lettersSized }))
    figure('database, a matter of 6 events, the least that can be', sumOf(sizes) / 1000, 'kB')
    const stated = `select avg(bytes)::float8 as bytes from (select sum(octet_length(stated)) as bytes from least.event group by matter) one`
    const [each] = (await query(database.connection, stated)) as { bytes: number }[]
    note(`What was stated in it, without the names of its fields: ${Math.round(each?.bytes ?? 0)} bytes.`)
    tellTables(sizes)
  } finally {
    await store.close()
    await server.stop()
  }
}
