import { type Field, type Limit, type Period, shownLine, type Value } from '../../core/index.js'
import { sayLimit, sayPeriod, sayValue } from '../../load/index.js'
import { sayingFor } from '../saying-for.js'
import type { Showing } from '../showing.js'

/** A value as people read it; what is written in one line stands in one. `files` names attachments. */
export function valueText(
  showing: Showing,
  field: Field,
  value: Value | undefined,
  files: ReadonlyMap<string, string> = new Map(),
): string {
  const text = sayValue(sayingFor(showing, files), field, value)
  return field.type === 'longText' ? text : shownLine(text)
}

export const periodText = (showing: Showing, period: Period): string => sayPeriod(sayingFor(showing), period)

/** A limit of the regulation in words. */
export const limitText = (showing: Showing, limit: Limit | null): string => sayLimit(sayingFor(showing), limit)
