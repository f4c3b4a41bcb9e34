import { join } from 'node:path'
import type { PoolConfig } from 'pg'

/** What the operator set; everything has a default that works on a fresh machine. */
export type Environment = {
  readonly dataFolder: string
  /** A server named by `DATABASE_URL`; null: our own, in the data folder. */
  readonly database: PoolConfig | null
  /** `DATABASE_OWNER_URL`: where whoever may change tables comes in; null: by the same address. */
  readonly databaseOwner: PoolConfig | null
  readonly keysFolder: string
  /** Where witnesses are told outside the database: a file, and an address or null. */
  readonly anchorsFile: string
  readonly anchorUrl: string | null
  readonly witnessMinutes: number
  /** Where the log is sent as well: a receiver of syslog, an address; null: nowhere. */
  readonly auditSyslog: string | null
  readonly auditUrl: string | null
  readonly host: string
  readonly port: number
  readonly poolSize: number
  readonly trustedProxies: number
  readonly requestsPerMinute: number
  readonly logLevel: string
  /** Where messages for people are posted (a gateway for SMS or mail); null: they are read in the product alone. */
  /** Signs whatever is posted to an address of the operator's: messages, witnesses, the log. */
  readonly webhookSecret: string
  readonly webhook: { readonly url: string; readonly secret: string } | null
}

export function readEnvironment(set: NodeJS.ProcessEnv, root: string): Environment {
  const dataFolder = set.HUIYIN_DATA || join(root, 'data')
  return {
    dataFolder,
    database: set.DATABASE_URL ? { connectionString: set.DATABASE_URL } : null,
    databaseOwner: set.DATABASE_OWNER_URL ? { connectionString: set.DATABASE_OWNER_URL } : null,
    keysFolder: set.HUIYIN_KEYS || join(dataFolder, 'keys'),
    anchorsFile: set.HUIYIN_ANCHORS || join(dataFolder, 'anchors.jsonl'),
    anchorUrl: set.HUIYIN_ANCHOR_URL || null,
    witnessMinutes: Math.max(whole(set.HUIYIN_WITNESS_MINUTES, 5), 1),
    auditSyslog: set.HUIYIN_AUDIT_SYSLOG || null,
    auditUrl: set.HUIYIN_AUDIT_URL || null,
    host: set.HOST || '127.0.0.1',
    port: whole(set.PORT, 8080),
    poolSize: whole(set.HUIYIN_POOL, 10),
    trustedProxies: whole(set.HUIYIN_PROXIES, 0),
    requestsPerMinute: whole(set.HUIYIN_REQUESTS_PER_MINUTE, 600),
    logLevel: set.HUIYIN_LOG || 'warn',
    webhookSecret: set.HUIYIN_WEBHOOK_SECRET ?? '',
    webhook: set.HUIYIN_WEBHOOK ? { url: set.HUIYIN_WEBHOOK, secret: set.HUIYIN_WEBHOOK_SECRET ?? '' } : null,
  }
}

const whole = (text: string | undefined, fallback: number): number => {
  const value = Number(text)
  return text !== undefined && text !== '' && Number.isInteger(value) && value >= 0 ? value : fallback
}
