import { z } from 'zod'
import type { Condition } from '../../core/index.js'
import { type Edit, isRecord } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import type { Reading } from './reading.js'
import { word } from './shapes.js'

type Written = Readonly<Record<string, unknown>>

/** How the matters stand that are held here: open or ended, or such that a condition holds of what was heard of them. */
const begunStands = z.enum(['open', 'ended'])
export const begunTestOf = (condition: z.ZodType<Written>) => {
  const stands = z.union([begunStands, condition])
  return z.strictObject({
    kind: word.optional(),
    every: stands.optional(),
    some: stands.optional(),
    none: stands.optional(),
    first: word.optional(),
    asMany: word.optional(),
    where: condition.optional(),
  })
}
type BegunInput = z.infer<ReturnType<typeof begunTestOf>>

/** The other way for a matter to stand, or its condition otherwise. */
export const begunEdits = (
  written: unknown,
  path: Path,
  otherwise: (held: Written, path: Path) => readonly Edit[],
): readonly Edit[] =>
  ['every', 'some', 'none', 'where'].flatMap((quantity) => {
    const stands = isRecord(written) ? written[quantity] : undefined
    if (isRecord(stands)) return otherwise(stands, [...path, quantity])
    const other = stands === 'open' ? 'ended' : 'open'
    return stands === undefined ? [] : [{ path: [...path, quantity], what: `${quantity} ${other}`, value: other }]
  })

type ReadCondition = (reading: Reading, written: Written | undefined, path: Path) => Condition | null

export function readBegun(reading: Reading, written: BegunInput, path: Path, conditionOf: ReadCondition): readonly Condition[] {
  const quantities = (['every', 'some', 'none', 'first', 'asMany'] as const).filter((quantity) => written[quantity] !== undefined)
  const [quantity] = quantities
  if (quantities.length !== 1 || quantity === undefined) {
    reading.report(path, 'exactly-one', { words: 'every, some, none, first, asMany' }, 'key')
    return []
  }
  const stands = quantity === 'first' || quantity === 'asMany' ? undefined : written[quantity]
  const named = written.first ?? written.asMany
  const where = typeof stands === 'object' ? stands : written.where
  const at = typeof stands === 'object' ? quantity : 'where'
  return [
    {
      op: 'begun',
      kind: written.kind ?? null,
      isEnded: typeof stands === 'string' ? stands === 'ended' : null,
      where: conditionOf(reading, where, [...path, at]),
      quantity,
      field: named === undefined ? null : reading.name('field', named, [...path, quantity]),
    },
  ]
}
