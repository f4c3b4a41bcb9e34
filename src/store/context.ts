import type { Database } from './database.js'
import type { Keys } from './keys.js'
import type { Reserves } from './reserve.js'
import type { GovernmentId, Instant, MatterId } from './types.js'

export type Written = {
  readonly government: GovernmentId
  readonly matter: MatterId
  readonly revision: number
  readonly lookAt: Instant | null
}

/** What the parts of the store share. */
export type Context = {
  readonly database: Database
  readonly keys: Keys
  readonly reserves: Reserves
  /** Called after each commit of a matter. */
  readonly written: (written: Written) => void
}
