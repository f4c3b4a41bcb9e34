import type { ActEvent } from '../events/event.js'
import { namesIn, type Payload, recordsIn, type Value } from '../values/value.js'
import type { AddedItems } from './program.js'
import type { RunningItem } from './running-item.js'
import { itemOf, type Scope, shareOf } from './scope.js'
import { FactView, type Working } from './working.js'

/** Adds the items that an act states, field by field in the regulation's order; each stands in the share of the act, or below its item, if it is of one. */
export const addItems = (
  working: Working,
  event: ActEvent,
  adds: readonly AddedItems[],
  scope: Scope | null,
): readonly RunningItem[] =>
  adds.flatMap(({ field, kind }) => recordsIn(event.with[field]).map((stated) => add(working, event, kind, { stated, scope })))

/** Adds an item for each known requester or person whom a field names by then. */
export function addItemsFor(
  working: Working,
  event: ActEvent,
  { field, kind }: AddedItems,
  scope: Scope | null,
): readonly RunningItem[] {
  const named = namesIn(new FactView(working, scope, event.with).value(field))
  const isOne = working.program.regulation.fields[kind.first]?.type === 'person'
  return named.map((each) => add(working, event, kind, { stated: { [kind.first]: isOne ? each : [each] }, scope }))
}

function add(
  working: Working,
  event: ActEvent,
  kind: AddedItems['kind'],
  { stated, scope }: { readonly stated: Payload; readonly scope: Scope | null },
): RunningItem {
  const item: RunningItem = {
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
  }
  working.items.push(item)
  return item
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
