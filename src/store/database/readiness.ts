import { setTimeout as wait } from 'node:timers/promises'
import { appRole } from './app-role.js'
import type { Database } from './database.js'
import { CannotStart, StoreUnavailable, type Unavailable } from './faults.js'
import { asNoGovernment } from './transaction.js'

const longestMs = 3000

/**
 * Throws `StoreUnavailable` when the database does not write what it is given. One question at a time: who asks meanwhile hears the
 * same answer, so that a database that hangs is not asked more than it can bear. One that
 * cannot be reached does not say why: `whyAway` is asked then.
 */
export function openReadiness(
  database: Database,
  whyAway: () => Promise<Unavailable | null> = async () => null,
): () => Promise<void> {
  let asking: Promise<void> | null = null
  const ask = (): Promise<void> =>
    asNoGovernment(database, async (query) => void (await query(beat))).catch(async (error: unknown) => {
      const why = error instanceof StoreUnavailable && error.why === 'away' ? await whyAway() : null
      throw why === null ? error : new StoreUnavailable(why, { cause: error })
    })
  return async () => {
    asking ??= ask().finally(() => {
      asking = null
    })
    const late = new AbortController()
    const tooLate = wait(longestMs, 'late' as const, { signal: late.signal }).catch(() => 'in time' as const)
    const first = await Promise.race([asking, tooLate]).finally(() => late.abort())
    if (first === 'late') throw new StoreUnavailable('slow')
  }
}

/** Written, not only read: a full disk and a copy that may only be read still answer questions. */
const beat = 'insert into pulse (one, at) values (true, now()) on conflict (one) do update set at = excluded.at'

/** Refuses to start as anybody but the application's role, and says what to do. */
export async function refuseOtherRole(database: Database): Promise<void> {
  await database.app.query('select 1').catch(refused)
}

/** 28: not let in; 42501, 22023: let in, and not allowed to become the role. */
function refused(error: unknown): never {
  if (error instanceof StoreUnavailable && error.why === 'other-role') throw notThatRole(String(error.cause))
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof Error && /^(28|42501|22023)/.test(code)) throw notThatRole(error.message)
  throw error
}

const notThatRole = (detail: string): CannotStart =>
  new CannotStart({
    zh: `数据库连接没有以 ${appRole} 的身份工作，没有启动：各地数据的隔离靠它。DATABASE_URL 的账号须能成为 ${appRole}；不要经过会丢掉连接参数的连接池（事务模式）。${detail}`,
    en: `The database does not let us work as ${appRole}, so it was not started: what keeps governments apart holds for that role. The role in DATABASE_URL must be able to become ${appRole}, and no pooler in between may leave out what a connection asks for (transaction mode). ${detail}`,
  })
