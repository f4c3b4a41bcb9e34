import pg from 'pg'
import { appRole, schema, verifyRole } from './app-role.js'

/**
 * Two ways into one database. `owner` migrates and sends what waits; everything else goes through `app`,
 * a role that is no superuser and owns nothing, so that row-level security holds for it.
 */
export type Database = { readonly app: pg.Pool; readonly owner: pg.Pool; close(): Promise<void> }

/** The one kind of job there is. */
export const deliveryJob = 'deliver'

export type DatabaseOptions = {
  /** Where the owner comes in, if not by the address of the application. */
  readonly ownerConnection?: pg.PoolConfig
  readonly poolSize?: number
  /** Told of connections that broke; without a listener such an error would end the process. */
  readonly onError?: (error: Error) => void
}

/** A database that takes a connection and says nothing is given up on. */
const connectWithinMs = 5000
/** The server ends a statement after the first; where not even that is heard, we do after the second. */
const statementWithinMs = 15_000
const answerWithinMs = 17_000
const idleInTransactionMs = 60_000
/** What a connection has learnt, the plans of all functions above all, costs as much to learn as many acts: one that rests a while is not given up. */
const restsForMs = 600_000

/** What takes a plan out of the planner's choice makes it look dear, and a dear one would be compiled first: half a second for a few rows. */
const names = `-c search_path=${schema} -c timezone=UTC -c jit=off`
const limits = `-c statement_timeout=${statementWithinMs} -c idle_in_transaction_session_timeout=${idleInTransactionMs}`

export function openDatabase(
  connection: pg.PoolConfig,
  { ownerConnection = connection, poolSize = 10, onError = () => {} }: DatabaseOptions = {},
): Database {
  const common = { types, connectionTimeoutMillis: connectWithinMs, idleTimeoutMillis: restsForMs, keepAlive: true }
  // The role is part of the connection's start, so RESET ROLE comes back to it, not to the owner.
  const options = `${names} ${limits} -c role=${appRole}`
  const app = new pg.Pool({ ...connection, ...common, options, query_timeout: answerWithinMs, max: poolSize, verify: verifyRole })
  const owner = new pg.Pool({ ...ownerConnection, ...common, options: names, max: 4 })
  for (const pool of [app, owner]) {
    pool.on('error', onError)
    // Between two statements of a transaction a connection has no other listener.
    pool.on('connect', (client) => client.on('error', onError))
  }
  return {
    app,
    owner,
    close: async () => {
      await Promise.all([app.end(), owner.end()])
    },
  }
}

const int8 = 20
const timestamptz = 1184
const date = 1082

const asIs = (text: string): string => text

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`number out of range: ${text}`)
  return value
}

/** Moments are milliseconds, days stay text, ids are numbers: a `Date` never comes out of the database. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === int8) return safeInteger
    if (oid === timestamptz) return Date.parse
    if (oid === date) return asIs
    return pg.types.getTypeParser(oid, format)
  },
}
