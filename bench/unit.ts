import { openStore } from '../src/store/index.js'
import type { Child } from './child.js'
import { startDatabaseServer } from './database.js'
import { type Cost, costOf, type Side, startSide } from './interface-sides.js'
import { letters } from './letters.js'

/** The bare service, and what it needs to accept one message: milliseconds of processor time, of itself and the database. */
export type Unit = {
  readonly side: Side
  /** What this costs, in units of that time: measured before it and after it, since a machine is not the same from minute to minute. */
  of(measure: () => Promise<Cost>): Promise<{ readonly cost: Cost; readonly units: number; readonly unit: number }>
  stop(): Promise<void>
}

const connections = 16
const messages = 1000

/** On a database server of its own: what the messages leave to be swept up and looked over later is nobody else's cost. */
export async function startUnit(load: Child, government: string): Promise<Unit> {
  const server = await startDatabaseServer(true)
  const tables = await server.create('bare')
  await (await openStore(tables)).close()
  const side = await startSide(tables, { name: 'bare', args: ['bench/bare-service.ts'] })
  let seed = 100_000
  const now = async (): Promise<number> => {
    seed += 1
    return (await costOf(side, { load, requests: letters(government, messages, seed), connections })).cpu
  }
  // What it compiles in its first seconds is nobody's unit.
  await now()
  await now()
  return {
    side,
    of: async (measure) => {
      const before = await now()
      const cost = await measure()
      const unit = (before + (await now())) / 2
      return { cost, units: cost.cpu / unit, unit }
    },
    stop: async () => {
      await side.server.stop()
      await server.stop()
    },
  }
}
