import { z } from 'zod'
import { sentDay, sentId, sentLine } from './limits.js'
import { named } from './parts.js'

/** 单位. As administrators see it: its names over time, what it was merged into, how many shares it still has open. */
export const unitView = z
  .object({
    id: z.string(),
    name: z.string(),
    parent: z.string().nullable(),
    /** Of which kind it is; null where that is not said, or no regulation here speaks of it. */
    kind: named.nullable(),
    /** 机关代字. What the numbers of its own papers begin with; null: they are not numbered here. */
    paperWords: z.string().nullable(),
    names: z.array(z.object({ since: z.string().nullable(), name: z.string() })),
    successor: named.nullable(),
    mergedOn: z.string().nullable(),
    isMerged: z.boolean(),
    openShares: z.number(),
  })
  .meta({ id: 'UnitOverTime' })
export type UnitView = z.infer<typeof unitView>

export const unitsView = z
  .object({
    units: z.array(unitView),
    /** The kinds of units that the regulations here speak of; none where they speak of none. */
    kinds: z.array(named),
    today: z.string(),
  })
  .meta({ id: 'Units' })
export type UnitsView = z.infer<typeof unitsView>

/** Without `id` it gets one by itself; `unitKind`: of which kind it is, where the regulations here speak of kinds. */
export const newUnit = z
  .object({ id: sentId.optional(), name: sentLine, parent: sentId.nullable(), unitKind: sentId.nullable().default(null) })
  .meta({ id: 'NewUnit' })
export type NewUnit = z.input<typeof newUnit>

/** What happens to a unit: another name, another place in the tree, another kind, words for the numbers of its papers, or its end in another unit. */
export const unitChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('rename'), name: sentLine, since: sentDay }),
    z.object({ kind: z.literal('move'), parent: sentId.nullable() }),
    z.object({ kind: z.literal('classify'), unitKind: sentId.nullable() }),
    z.object({ kind: z.literal('number'), paperWords: sentLine.nullable() }),
    z.object({ kind: z.literal('merge'), successor: sentId.nullable(), on: sentDay }),
  ])
  .meta({ id: 'UnitChange' })
export type UnitChange = z.infer<typeof unitChange>
