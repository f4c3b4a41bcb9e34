import { type Actor, containersIn, fieldsOfHeld, type Given, heldStates, type Payload } from '../../core/index.js'
import { asTold } from './told-events.js'

/**
 * What is stated of a matter that holds others: the field by which they came names all that it holds; what was said of each, one after the
 * other, is told in its place and not as if it were the matter's own.
 */
export function factsWithHeld(given: Given, actor: Actor, facts: Payload): Payload {
  const { regulation } = given.program
  const containers = containersIn(regulation)
  if (containers.length === 0) return facts
  const told = asTold(given, actor)
  return containers.reduce<Payload>((stated, container) => {
    const about = fieldsOfHeld(regulation, container)
    const own = Object.entries(stated).filter(([field]) => !about.has(field))
    const came = new Map<string, string[]>()
    for (const { number, joined } of heldStates(told, container)) {
      const field = container.joins.find(({ act }) => act === joined?.act)?.field
      if (field !== undefined && about.has(field)) came.set(field, [...(came.get(field) ?? []), number])
    }
    return Object.fromEntries([...own, ...came])
  }, facts)
}
