import type { ActEvent } from '../events/event.js'
import type { Field } from '../rules/regulation.js'
import type { Calendar } from '../time/calendar.js'
import type { Instant } from '../time/instant.js'
import { unreachable } from '../values/unreachable.js'
import { endOfStated } from './resolve-limit.js'

/** What an end of a stated limit is worked out with. */
export type Days = { readonly calendar: Calendar; readonly movesToWorkday: boolean }

/** Whether what `after` states of a field takes the place of what `before` stated. */
export function takesPlace(field: Field, before: ActEvent, after: ActEvent, days: Days): boolean {
  switch (field.stands.kind) {
    case 'latest':
      return true
    case 'earliest': {
      const [standing, other] = [endStated(field, before, days), endStated(field, after, days)]
      return standing === null || (other !== null && other < standing)
    }
    case 'ranked': {
      const { by, order } = field.stands
      return rank(after, by, order) <= rank(before, by, order)
    }
    default:
      return unreachable(field.stands)
  }
}

const endStated = (field: Field, event: ActEvent, days: Days): Instant | null => endOfStated(event.with[field.id], event.at, days)

/** 0 is the highest; whoever is not named ranks last. */
function rank(event: ActEvent, by: string | null, order: readonly string[]): number {
  const holder = by === null ? event.by.role : event.with[by]
  const place = typeof holder === 'string' ? order.indexOf(holder) : -1
  return place === -1 ? order.length : place
}
