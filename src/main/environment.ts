import { join } from 'node:path'
import type { PoolConfig } from 'pg'

/** What the operator set; everything has a default that works on a fresh machine. */
export type Environment = {
  readonly dataFolder: string
  /** A server named by `DATABASE_URL`; null: our own, in the data folder. */
  readonly database: PoolConfig | null
  readonly keysFolder: string
  readonly host: string
  readonly port: number
  readonly poolSize: number
  readonly trustedProxies: number
  readonly requestsPerMinute: number
  readonly logLevel: string
}

export function readEnvironment(set: NodeJS.ProcessEnv, root: string): Environment {
  const dataFolder = set.HUIYIN_DATA || join(root, 'data')
  return {
    dataFolder,
    database: set.DATABASE_URL ? { connectionString: set.DATABASE_URL } : null,
    keysFolder: set.HUIYIN_KEYS || join(dataFolder, 'keys'),
    host: set.HOST || '127.0.0.1',
    port: whole(set.PORT, 8080),
    poolSize: whole(set.HUIYIN_POOL, 10),
    trustedProxies: whole(set.HUIYIN_PROXIES, 0),
    requestsPerMinute: whole(set.HUIYIN_REQUESTS_PER_MINUTE, 600),
    logLevel: set.HUIYIN_LOG || 'warn',
  }
}

const whole = (text: string | undefined, fallback: number): number => {
  const value = Number(text)
  return text !== undefined && text !== '' && Number.isInteger(value) && value >= 0 ? value : fallback
}
