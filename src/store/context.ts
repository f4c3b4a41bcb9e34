import type { Database } from './database/database.js'
import type { Call } from './database/shared-calls.js'
import type { Keys } from './keys/keys.js'
import type { Reserves } from './reserve.js'
import type { GovernmentId, Instant, MatterId } from './types.js'

export type Written = {
  readonly government: GovernmentId
  readonly matter: MatterId
  readonly revision: number
  /** The revision before. */
  readonly since: number
  readonly lookAt: Instant | null
}

/** What `record` answers: nothing when it was written, else who was there before, or that rows stand otherwise than was thought. */
export type Answer = { imported?: number; repeated?: string; isSame?: boolean; conflict?: number; isOtherwise?: boolean }

/** What the parts of the store share. */
export type Context = {
  readonly database: Database
  readonly keys: Keys
  readonly reserves: Reserves
  /** Records a new matter, together with whatever else waits: the answer of `record`, as text that is sent. */
  readonly recordNew: (government: GovernmentId, writing: string) => Promise<Answer>
  /** Records what happened to a matter, in a statement with what others record at that moment. */
  readonly record: Call<Answer>
  /** Called after each commit of a matter. */
  readonly written: (written: Written) => void
}
