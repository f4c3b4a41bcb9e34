import type { ActEvent, Actor, Begun, MatterEvent } from '../events/event.js'
import { Folded } from '../fold/folded.js'
import { scopeOfEvent } from '../fold/scope.js'
import { FactView, type Given, holds } from '../fold/working.js'
import type { ClauseRef } from '../rules/clause.js'
import type { Name } from '../rules/regulation.js'
import { isFilled, type Payload } from '../values/value.js'

/** 引出. A matter of another kind that an act begins: by whom, and what it carries over. */
export type Beginning = {
  readonly kind: string
  readonly name: Name
  /** The matter that is joined instead, as it was stated in the field that names it; null: a new one begins. */
  readonly joins: { readonly field: string; readonly number: string } | null
  /** The event that begins it. */
  readonly seq: number
  readonly by: Actor
  readonly with: Payload
  readonly clause: readonly ClauseRef[]
}

/** What these events begin; `given` is the matter with them. Only what the regulation names is carried, and of that only what was stated. */
export const beginningsOf = (given: Given, events: readonly MatterEvent[]): readonly Beginning[] =>
  events.flatMap((event) => (event.kind === 'act' ? begunBy(given, event) : []))

/** The same events, each with what it began: by its number in the matter, in the regulation's order. */
export const withBegun = (
  events: readonly MatterEvent[],
  begun: ReadonlyMap<number, readonly Begun[]>,
): readonly MatterEvent[] =>
  begun.size === 0
    ? events
    : events.map((event) => {
        const own = begun.get(event.seq)
        return event.kind === 'act' && own !== undefined ? { ...event, begun: own } : event
      })

function begunBy(given: Given, event: ActEvent): readonly Beginning[] {
  const rule = given.program.regulation.acts[event.act]
  if (rule === undefined || rule.begins.length === 0) return []
  const working = Folded.workingOf(given)
  const facts = new FactView(working, scopeOfEvent(working, event), event.with, event.by)
  return rule.begins.flatMap(({ kind, name, when, carries, joins, clause }) => {
    if (!holds(when, facts)) return []
    const stated = Object.entries(carries).flatMap(([there, here]) => {
      const value = facts.value(here)
      return value === undefined || !isFilled(value) ? [] : [[there, value] as const]
    })
    const cited = clause.length > 0 ? clause : rule.clause
    const number = joins === null ? undefined : event.with[joins]
    const joined = joins !== null && typeof number === 'string' && number !== '' ? { field: joins, number } : null
    return [
      {
        kind,
        name,
        joins: joined,
        seq: event.seq,
        by: event.by,
        with: joined === null ? Object.fromEntries(stated) : {},
        clause: cited,
      },
    ]
  })
}
