import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startPrivatePostgres } from '../src/store/index.js'
import { freePort } from '../test/browser/free-port.js'
import { build, mustBeInstalled } from './build.js'
import { startCommand, untilPrinted, untilServed } from './child.js'
import { onEnd } from './cleanup.js'
import { cpuOf } from './cpu.js'

export type DemoServer = {
  readonly pid: number
  readonly url: string
  /** From the command to the first page, in seconds; and the processor time of Node until then. */
  readonly firstPage: { readonly seconds: number; readonly cpu: number }
  untilDemoIsReady(): Promise<void>
  stop(): Promise<void>
}

/** `script/server`, as a person starts it, on a built tree and a free port. */
export async function startDemoServer(dataFolder: string): Promise<DemoServer> {
  build()
  mustBeInstalled()
  const port = await freePort()
  const stopDatabase = onEnd(`the database in ${dataFolder}`, () => stopOrphan(dataFolder))
  const since = performance.now()
  const env = { PORT: String(port), HUIYIN_DATA: dataFolder, HUIYIN_REQUESTS_PER_MINUTE: '0', DATABASE_URL: '' }
  const child = startCommand('script/server', [], env)
  const url = `http://127.0.0.1:${port}`
  const seconds = (await untilServed(child, `${url}/`, { since })) / 1000
  const cpu = cpuOf(child.pid)
  if (/^(Building|Installing)/m.test(child.output())) throw new Error('the sources changed while this ran: it was built again')
  return {
    pid: child.pid,
    url,
    firstPage: { seconds, cpu },
    untilDemoIsReady: () => untilPrinted(child, 'demo data is ready'),
    stop: async () => {
      await child.stop()
      await stopDatabase()
    },
  }
}

/** A server that was killed leaves its database running. */
async function stopOrphan(dataFolder: string): Promise<void> {
  if (!existsSync(join(dataFolder, 'postgres/data/postmaster.pid'))) return
  await (await startPrivatePostgres({ dataFolder })).stop()
}
