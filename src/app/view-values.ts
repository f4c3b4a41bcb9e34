import type { Field, Limit, Period, Value } from '../core/index.js'
import { sayLimit, sayPeriod, sayValue } from '../load/index.js'
import { sayingFor } from './saying-for.js'
import type { Showing } from './showing.js'

/** A value as people read it. `files` names attachments. */
export const valueText = (
  showing: Showing,
  field: Field,
  value: Value | undefined,
  files: ReadonlyMap<string, string> = new Map(),
): string => sayValue(sayingFor(showing, files), field, value)

export const periodText = (showing: Showing, period: Period): string => sayPeriod(sayingFor(showing), period)

/** A limit of the regulation in words. */
export const limitText = (showing: Showing, limit: Limit | null): string => sayLimit(sayingFor(showing), limit)
