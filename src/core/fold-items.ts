import type { ActEvent } from './event.js'
import type { AddedItems } from './program.js'
import type { RunningItem } from './running-item.js'
import { itemOf, type Scope, shareOf } from './scope.js'
import { recordsIn, type Value } from './value.js'
import type { Working } from './working.js'

/** Adds the items that an act states, field by field in the regulation's order; each stands in the share of the act, or below its item, if it is of one. */
export function addItems(
  working: Working,
  event: ActEvent,
  adds: readonly AddedItems[],
  scope: Scope | null,
): readonly RunningItem[] {
  const first = working.items.length
  for (const { field, kind } of adds) {
    for (const stated of recordsIn(event.with[field])) {
      working.items.push({
        is: 'item',
        id: working.items.length + 1,
        kind,
        share: shareOf(scope),
        above: itemOf(scope),
        since: event.at,
        addedBy: event.seq,
        stated,
        stage: kind.begins,
        endedAt: null,
        view: null,
        ...factsStated(working, { ...event, with: stated }, kind),
      })
    }
  }
  return working.items.slice(first)
}

/** What was stated of it, as if an act of its own had. */
function factsStated(
  { program }: Working,
  event: ActEvent,
  { states }: AddedItems['kind'],
): Pick<RunningItem, 'facts' | 'statements'> {
  const facts: (Value | undefined)[] = new Array(program.slots.size)
  const statements: (ActEvent | undefined)[] = []
  for (const { field, slot, kept } of states) {
    const value = event.with[field]
    if (value === undefined) continue
    facts[slot] = value
    if (kept !== null) statements[slot] = event
  }
  return { facts, statements }
}
