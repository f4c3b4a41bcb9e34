import type { MatterEvent } from './event.js'
import type { Instant } from './instant.js'
import { isNoFact, type Program } from './program.js'
import type { Payload, Value } from './value.js'

/** Everything stated by `now` of the matter (`share` null) or of one share; what was stated later stands. */
export function factsOf(program: Program, events: readonly MatterEvent[], now: Instant, share: number | null): Payload {
  const facts: Record<string, Value> = {}
  for (const event of events) {
    if (event.at > now) break
    if (event.kind !== 'act' || event.assignment !== share) continue
    for (const [field, value] of Object.entries(event.with)) if (!isNoFact(field, share !== null)) facts[field] = value
    Object.assign(facts, program.acts.get(event.act)?.rule.sets)
  }
  return facts
}
