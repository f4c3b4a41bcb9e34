import { type Instant, instant } from '../core/index.js'
import type { Deps } from './deps.js'
import type { Office } from './office.js'

/** What time it is for an office: everybody's time, unless it is a rehearsal whose clock was moved ahead. */
export const nowOf = ({ now }: Pick<Deps, 'now'>, { aheadMs }: Pick<Office, 'aheadMs'>): Instant => instant(now() + aheadMs)
