import pg from 'pg'

/**
 * Two ways into one database. `owner` migrates and runs the job queue; everything else goes through `app`,
 * a role that is no superuser and owns nothing, so that row-level security holds for it.
 */
export type Database = { readonly app: pg.Pool; readonly owner: pg.Pool; close(): Promise<void> }

export const appRole = 'huiyin_app'
export const schema = 'huiyin'
/** The one kind of job there is. */
export const deliveryJob = 'deliver'

export type DatabaseOptions = {
  readonly poolSize?: number
  /** Told of connections that broke; without a listener such an error would end the process. */
  readonly onError?: (error: Error) => void
}

export function openDatabase(connection: pg.PoolConfig, { poolSize = 10, onError = () => {} }: DatabaseOptions = {}): Database {
  const settings = `-c search_path=${schema} -c timezone=UTC`
  // The role is part of the connection's start, so RESET ROLE comes back to it, not to the owner.
  const app = new pg.Pool({ ...connection, types, max: poolSize, options: `${settings} -c role=${appRole}` })
  const owner = new pg.Pool({ ...connection, types, max: 4, options: settings })
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
