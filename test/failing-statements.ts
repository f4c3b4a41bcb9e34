import pg from 'pg'
import { StoreUnavailable } from '../src/store/index.js'

type Query = (this: pg.Client, ...asked: unknown[]) => unknown

/** As a disk tells that it failed, in whatever statement this stands instead of. */
const broken = "do $$ begin raise exception 'the disk failed' using errcode = '58030'; end $$"

/**
 * Runs work in which the n-th statement that reaches the database fails there, whichever connection it goes by. Answers whether it came to
 * that many. PostgreSQL itself fails and aborts what was begun: only the words of one statement are exchanged on their way.
 */
export async function failingAt<T>(
  nth: number,
  work: (hasFailed: () => boolean) => Promise<T>,
): Promise<{ readonly result: T; readonly hasFailed: boolean }> {
  const real = pg.Client.prototype.query as Query
  let count = 0
  const exchanging: Query = function (this: pg.Client, ...asked) {
    count += 1
    if (count !== nth) return real.apply(this, asked)
    const callback = asked.find((each) => typeof each === 'function')
    return real.apply(this, callback === undefined ? [broken] : [broken, callback])
  }
  pg.Client.prototype.query = exchanging as typeof pg.Client.prototype.query
  try {
    return { result: await work(() => count >= nth), hasFailed: count >= nth }
  } finally {
    pg.Client.prototype.query = real as typeof pg.Client.prototype.query
  }
}

/** The words of every statement that reaches the database while a work is done, in their order, without what is asked with them. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const real = pg.Client.prototype.query as Query
  const said: string[] = []
  const listening: Query = function (this: pg.Client, ...asked) {
    const [first] = asked
    said.push(typeof first === 'object' && first !== null && 'text' in first ? String(first.text) : String(first))
    return real.apply(this, asked)
  }
  pg.Client.prototype.query = listening as typeof pg.Client.prototype.query
  try {
    await work()
    return said
  } finally {
    pg.Client.prototype.query = real as typeof pg.Client.prototype.query
  }
}

/** Numbers that were drawn and not used are burnt; a session that was used has been seen. */
const moves = new Set(['counter', 'migration', 'key_check', 'pulse', 'incarnation'])

/** Everything that stands in the database, as one digest for each table. */
export async function standing(client: pg.Client): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'huiyin' order by 1",
  )
  const digests = tables
    .filter(({ name }) => !moves.has(name))
    .map(({ name }) => {
      const row = name === 'session' ? "to_jsonb(t) - 'seen_at'" : 'to_jsonb(t)'
      return `select '${name}' as name, md5(coalesce(string_agg((${row})::text, '|' order by (${row})::text), '')) as digest from ${name} t`
    })
  const { rows } = await client.query<{ name: string; digest: string }>(digests.join(' union all '))
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]))
}

/** The tables in which something stands otherwise. */
export const changedIn = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(after).filter((table) => after[table] !== before[table])

/** To look at what stands, beside whoever writes: what it asks is no statement of theirs. */
export async function watching(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(connection)
  await client.connect()
  client.query = client.query.bind(client)
  await client.query('set search_path = huiyin')
  return client
}

const mostStatements = 200

/**
 * Does a work with its first statement failing, then its second, and so on until none fails. Each is told as the database's failing, and
 * `look` sees what came of it. Answers how many statements the work has.
 */
export async function failingInTurn<T>(
  make: (nth: number) => Promise<() => Promise<T>>,
  look: (nth: number, ended: { readonly hasFailed: boolean; readonly isDone: boolean }) => Promise<'enough' | unknown>,
): Promise<number> {
  for (let nth = 1; nth <= mostStatements; nth += 1) {
    const work = await make(nth)
    const { result, hasFailed } = await failingAt(nth, () => work().then(() => null, told))
    if (result !== null && (!hasFailed || !(result instanceof StoreUnavailable))) throw result
    if ((await look(nth, { hasFailed, isDone: result === null })) === 'enough' || !hasFailed) return nth - 1
  }
  throw new Error(`more than ${mostStatements} statements`)
}

const told = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
