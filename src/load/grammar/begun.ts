import { z } from 'zod'
import type { Condition } from '../../core/index.js'
import { type Edit, isRecord } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import type { Reading } from './reading.js'
import { word } from './shapes.js'

/** How the matters stand that were begun here. */
const begunStands = z.enum(['open', 'ended'])
export const begunTest = z.strictObject({
  kind: word.optional(),
  every: begunStands.optional(),
  some: begunStands.optional(),
  none: begunStands.optional(),
})

/** The other way for a begun matter to stand. */
export const begunEdits = (written: unknown, path: Path): readonly Edit[] =>
  ['every', 'some', 'none'].flatMap((quantity) => {
    const stands = isRecord(written) ? written[quantity] : undefined
    const other = stands === 'open' ? 'ended' : 'open'
    return stands === undefined ? [] : [{ path: [...path, quantity], what: `${quantity} ${other}`, value: other }]
  })

/** What a file asks of them, as a condition. */
export function readBegun(reading: Reading, written: z.infer<typeof begunTest>, path: Path): readonly Condition[] {
  const quantities = (['every', 'some', 'none'] as const).filter((quantity) => written[quantity] !== undefined)
  const [quantity] = quantities
  if (quantities.length !== 1 || quantity === undefined) {
    reading.report(path, 'exactly-one', { words: 'every, some, none' }, 'key')
    return []
  }
  return [{ op: 'begun', kind: written.kind ?? null, isEnded: written[quantity] === 'ended', quantity }]
}
