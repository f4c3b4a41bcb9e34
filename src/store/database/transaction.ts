import { hash } from 'node:crypto'
import type pg from 'pg'
import { callersAddress } from '../caller.js'
import type { Database } from './database.js'
import { fault, whyUnavailable } from './fault.js'

/**
 * Runs statements inside one transaction that sees one government. One that is `planned` once is made ready the first time a connection is asked, and kept
 * there: for what is asked often, and has one good way whatever its values are.
 */
export type Query = <Row extends object = Record<string, never>>(
  text: string,
  values?: readonly unknown[],
  planned?: 'once',
) => Promise<Row[]>

/** Asks one function of the database, which sets the government itself. */
export type Ask = (name: string, government: string, values: readonly unknown[]) => Promise<unknown>

/** Among the statements of a transaction. */
export const askIn =
  (query: Query): Ask =>
  async (name, _, values) => {
    const places = values.map((_, at) => `$${at + 1}`).join(', ')
    const [row] = await query<{ answer: unknown }>(`select ${name}(${places}) as answer`, values)
    if (row === undefined) throw new Error(`${name} gave no answer`)
    return row.answer
  }

/** The setting under which policies show the rows of every government; only few tables have such a policy. */
export const every = '*'
const everyWitness = '*witness'

const tenant = /^[A-Za-z0-9_-]{1,64}$/

export async function asGovernment<T>(database: Database, government: string, work: (query: Query) => Promise<T>): Promise<T> {
  if (!tenant.test(government)) throw new Error(`not a government: ${government}`)
  return inTransaction(database.app, { begin: `begin; ${settingsFor(government)}`, end: 'commit' }, work)
}

/** The same, with all reads from one snapshot. */
export async function readGovernment<T>(database: Database, government: string, work: (query: Query) => Promise<T>): Promise<T> {
  if (!tenant.test(government)) throw new Error(`not a government: ${government}`)
  const begin = 'begin isolation level repeatable read read only'
  return inTransaction(database.app, { begin: `${begin}; ${settingsFor(government)}`, end: 'commit' }, work)
}

/** Part of a transaction that is another government's: whatever fails in it, nothing of either is done. */
export async function elsewhere<T>(
  query: Query,
  { from, to }: { readonly from: string; readonly to: string },
  work: () => Promise<T>,
): Promise<T> {
  if (!tenant.test(to)) throw new Error(`not a government: ${to}`)
  const set = "select set_config('huiyin.government', $1, true)"
  await query(set, [to])
  const done = await work()
  await query(set, [from])
  return done
}

/** A snapshot beside which what is needed for reading it may be put down: none of it outlives the transaction. */
export async function asOfGovernment<T>(database: Database, government: string, work: (query: Query) => Promise<T>): Promise<T> {
  if (!tenant.test(government)) throw new Error(`not a government: ${government}`)
  const begin = `begin isolation level repeatable read; ${settingsFor(government)}`
  return inTransaction(database.app, { begin, end: 'rollback' }, work)
}

/** For the timer and the directory of governments: sees all, in the tables that allow it. */
export async function asEveryGovernment<T>(database: Database, work: (query: Query) => Promise<T>): Promise<T> {
  return inTransaction(database.app, { begin: `begin; ${settingsFor(every)}`, end: 'commit' }, work)
}

/** For whoever witnesses: sees of all what waits to be, and nothing else. */
export async function asWitness<T>(database: Database, work: (query: Query) => Promise<T>): Promise<T> {
  return inTransaction(database.app, { begin: `begin; ${settingsFor(everyWitness)}`, end: 'commit' }, work)
}

/** For tables of no government, and sessions, which are found by their token. */
export async function asNoGovernment<T>(database: Database, work: (query: Query) => Promise<T>): Promise<T> {
  return inTransaction(database.app, { begin: 'begin', end: 'commit' }, work)
}

/** Whose rows are seen, and from where whoever writes to the log has come. */
function settingsFor(government: string): string {
  const from = callersAddress()
  const settings = `select set_config('huiyin.government', '${government}', true)`
  return from === '' ? settings : `${settings}, set_config('huiyin.address', '${from}', true)`
}

type Bounds = { readonly begin: string; readonly end: 'commit' | 'rollback' }

async function inTransaction<T>(pool: pg.Pool, { begin, end }: Bounds, work: (query: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch(fault)
  let broken: Error | undefined
  try {
    await client.query(begin)
    const result = await work(async (text, values = [], planned) => {
      const name = planned === 'once' ? { name: hash('sha256', text, 'base64url') } : {}
      return (await client.query({ text, values: [...values], ...name })).rows
    })
    await client.query(end)
    return result
  } catch (error) {
    // A connection to what hangs, or to what has become a copy, is let go: the next one may come to a better place.
    if (error instanceof Error && whyUnavailable(error) !== null) broken = error
    // A failed statement aborts the transaction: roll back, or the connection's next user fails too.
    else
      await client.query('rollback').catch((lost: Error) => {
        broken = lost
      })
    return fault(error)
  } finally {
    client.release(broken)
  }
}
