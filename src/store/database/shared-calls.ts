import type pg from 'pg'
import type { Database } from './database.js'
import { fault } from './fault.js'
import { StoreUnavailable } from './faults.js'
import { gather } from './gather.js'
import type { Ask } from './transaction.js'

/** Calls a function of the database; what it is called with, in the order of its parameters. */
export type Call<Answer> = (key: string, values: readonly unknown[]) => Promise<Answer>

/** So many statements of a function are under way at once where one takes long, and so many calls share one: each is a round trip and a transaction. */
const [atOnce, most] = [3, 8]

/** What shares a statement waits no longer for what somebody else holds: by itself it may, and holds nobody up. */
const patience = "set_config('lock_timeout', '100ms', true)"

/**
 * Calls that come while others of their function are under way share a statement, and with it a round trip and a transaction: each is made there
 * as if alone, in their order. Where one of them fails, each is made again by itself.
 */
export function sharedCalls<Answer>(pool: pg.Pool, name: string, parameters: number): Call<Answer> {
  return gather<readonly unknown[], Answer>(
    async (_, batch) => {
      const text = statement(name, parameters, batch.length)
      const asked = { name: `${name}_${batch.length}`, text, values: batch.flat(), rowMode: 'array' as const }
      const { rows } = await pool.query<[string, ...Answer[]]>(asked).catch(fault)
      const [, ...answers] = rows[0] ?? ['']
      return answers
    },
    { atOnce, most, isForAll: (error) => error instanceof StoreUnavailable && error.why !== 'busy' },
  )
}

/** Asks whichever function, in the same way. */
export function askShared({ app }: Database): Ask {
  const calls = new Map<string, Call<unknown>>()
  return (name, government, values) => {
    const call = calls.get(name) ?? sharedCalls(app, name, values.length)
    calls.set(name, call)
    return call(government, values)
  }
}

function statement(name: string, parameters: number, calls: number): string {
  const placed = (call: number) => Array.from({ length: parameters }, (_, at) => `$${call * parameters + at + 1}`).join(', ')
  const all = Array.from({ length: calls }, (_, call) => `${name}(${placed(call)})`).join(', ')
  return `select ${calls === 1 ? 'null' : patience}, ${all}`
}
