import { takesPlace } from '../clocks/standing.js'
import { isNoFact } from '../conditions/no-fact.js'
import type { ActEvent } from '../events/event.js'
import type { Payload, Value } from '../values/value.js'
import { isDoneWithin, itemOf, type Scope } from './scope.js'
import type { Given } from './working.js'

/** Everything stated by `now` of the matter (`of` null), one share or one item; what was stated later stands, unless the field says otherwise. */
export function factsOf({ program, calendar, events, now }: Given, of: Scope | null): Payload {
  const { regulation } = program
  const days = { calendar, movesToWorkday: regulation.movesToWorkday }
  const facts: Record<string, Value> = { ...itemOf(of)?.stated }
  const standing = new Map<string, ActEvent>()
  for (const event of events) {
    if (event.at > now) break
    if (event.kind !== 'act' || !isDoneWithin(event, of) || event.item !== itemOf(of)?.id) continue
    const rule = program.acts.get(event.act)?.rule
    for (const [id, value] of Object.entries(event.with)) {
      if (isNoFact(id, rule?.of ?? 'matter', program.itemFields)) continue
      const field = regulation.fields[id]
      if (field !== undefined && field.stands.kind !== 'latest') {
        const before = standing.get(id)
        if (before !== undefined && rule?.corrects !== true && !takesPlace(field, before, event, days)) continue
        standing.set(id, event)
      }
      facts[id] = value
    }
    Object.assign(facts, rule?.sets)
  }
  return facts
}
