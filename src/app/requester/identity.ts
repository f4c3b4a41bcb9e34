import type { MatterEvent, Payload, Regulation } from '../../core/index.js'
import type { JsonObject } from '../../store/index.js'

/** Takes what tells who somebody is out of what was stated: it is sealed apart and never stands in an event. */
export function splitIdentity(
  regulation: Regulation,
  stated: Payload,
): { readonly identity: JsonObject | null; readonly rest: Payload } {
  const entries = Object.entries(stated)
  const isIdentity = ([id, value]: [string, unknown]) =>
    regulation.fields[id]?.isIdentity === true && value !== null && value !== undefined && value !== ''
  const found = entries.filter(isIdentity)
  const rest = entries.filter(([id]) => regulation.fields[id]?.isIdentity !== true)
  return { identity: found.length === 0 ? null : Object.fromEntries(found), rest: Object.fromEntries(rest) }
}

/** The same for decided events. */
export const withoutIdentity = (regulation: Regulation, events: readonly MatterEvent[]): readonly MatterEvent[] =>
  events.map((event) => (event.kind === 'act' ? { ...event, with: splitIdentity(regulation, event.with).rest } : event))
