import type { Within } from '../../core/index.js'
import type { Among } from './option.js'
import type { StageKind } from './passage.js'
import type { Reading } from './reading.js'

/** What an act or a duty is of, as written: `matter`, `assignment`, or a kind of items by its name. */
export const withinOf = (written: string): Within => (written === 'matter' || written === 'assignment' ? written : 'item')

/** The kind of items it is of; null where it is of none. */
export function itemIn(reading: Reading, written: string | undefined, path: readonly (string | number)[]): string | null {
  if (written === undefined || withinOf(written) !== 'item') return null
  return reading.name('item', written, [...path, 'of'])
}

/** Among which stages something moves that is of a matter, a share or an item. */
export const stageKindOf = (within: Within): StageKind =>
  (({ matter: 'stage', assignment: 'assignment-stage', item: 'item-stage' }) as const)[within]

export const stagesIn = (within: Within, { stages, assignmentStages, itemStages }: Among): readonly string[] =>
  ({ matter: stages, assignment: assignmentStages, item: itemStages })[within]
