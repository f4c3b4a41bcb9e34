import { importFile } from '../src/app/index.js'
import type { Lang } from '../src/contract/index.js'
import { openStore } from '../src/store/index.js'
import { startDatabaseServer } from './database.js'
import { heldMemory } from './memory.js'
import { appOver, officeOf, oneOffice, putOffice } from './office.js'

/** What became of it; seconds on the clock and of the processor, and by how many bytes the process grew. */
export type ListImported = {
  readonly known: number
  readonly refused: string
  readonly seconds: number
  readonly cpu: number
  readonly growth: number
}

const now = Date.parse('2026-06-15T01:30:00Z')

/** A process that brings in one list, all of whose rows are known, and tells what that took. */
async function bringIn(file: string): Promise<ListImported> {
  const server = await startDatabaseServer(false)
  const store = await openStore(await server.create('lists'))
  const demo = oneOffice()
  await putOffice(store, demo)
  const deps = appOver({ ...store, findImported: async () => 1, loadMatter: async () => null }, now)
  const office = await officeOf(deps, demo)
  const asked = {
    office,
    file,
    source: 'lists',
    kind: null,
    head: null,
    sheet: null,
    mapping: null,
    saveAs: null,
    map: {},
    set: {},
  }
  const how = { isAccepting: false, isTrial: false, takesAutomatic: false, lang: 'zh' as Lang }
  const before = heldMemory()
  let most = before
  const onRows = (): void => {
    most = Math.max(most, process.memoryUsage().rss)
  }
  const [used, from] = [process.cpuUsage(), performance.now()]
  const report = await importFile(deps, { ...asked, ...how }, onRows)
  const { user, system } = process.cpuUsage(used)
  const seconds = (performance.now() - from) / 1000
  await store.close()
  await server.stop()
  const refused = report.refused[0]?.reason ?? ''
  return { known: report.known, refused, seconds, cpu: (user + system) / 1e6, growth: most - before }
}

process.send?.(await bringIn(process.argv[2] ?? ''))
process.disconnect()
