import { type ActEvent, type Actor, instant, type MatterEvent } from '../core/index.js'
import type { EventRow, Instant, JsonObject, NewEvent } from '../store/index.js'

type Stored = Pick<EventRow, 'seq' | 'act' | 'kind' | 'by' | 'at' | 'data'>

/** Stored events as the core folds them. */
export const coreEvents = (rows: readonly Stored[]): readonly MatterEvent[] => rows.map(coreEvent)

function coreEvent({ seq, act, kind, by, at, data }: Stored): MatterEvent {
  if (kind === 'rung') {
    const { duty, key, rung, due, reachedAt } = data as {
      duty: string
      key: string
      rung: string
      due: number
      reachedAt: number
    }
    return { kind, seq, duty, key, rung, due: instant(due), reachedAt: instant(reachedAt), at: instant(at) }
  }
  if (kind !== 'act') throw new Error(`event ${seq}: unknown kind ${kind}`)
  const { with: stated, assignment, item, from, begun, heard } = data as unknown as ActData
  const others = {
    ...(from === undefined ? {} : { from: from.number }),
    ...(begun === undefined ? {} : { begun }),
    ...(item === undefined ? {} : { item }),
    ...(heard === undefined ? {} : { heard }),
  }
  return { kind, seq, act, by: actorOf(by), at: instant(at), with: stated, assignment, ...others }
}

/** What is kept with an act: what was stated, in whose share, of which item, and the matters that it comes from, begins, or was heard of. */
type ActData = Pick<ActEvent, 'with' | 'assignment' | 'item' | 'begun' | 'heard'> & {
  readonly from?: { readonly number: string }
}

const actorOf = ({ role, unit, account, behalf }: EventRow['by']): Actor => ({
  role,
  unit: unit ?? null,
  person: account ?? null,
  ...(behalf === undefined ? {} : { behalf }),
})

/** The core's events as they are recorded; `more` is kept beside what the first of them stated (where an import took it from). */
export function storedEvents(events: readonly MatterEvent[], recordedAt: Instant, more: JsonObject = {}): readonly NewEvent[] {
  return events.map((event, place) => {
    if (event.kind === 'rung') {
      const { duty, key, rung, due, reachedAt, at } = event
      return {
        act: `${duty}/${rung}`,
        kind: 'rung',
        by: { role: 'system' },
        at,
        recordedAt,
        data: { duty, key, rung, due, reachedAt },
      }
    }
    const { act, by, at, assignment, item, begun, heard } = event
    const others = {
      ...(event.from === undefined ? {} : { from: { number: event.from } }),
      ...(begun === undefined ? {} : { begun: begun.map((each) => ({ ...each })) }),
      ...(item === undefined ? {} : { item }),
      ...(heard === undefined ? {} : { heard: { ...heard } }),
    }
    return {
      act,
      kind: 'act',
      by: { role: by.role, unit: by.unit, account: by.person, ...(by.behalf === undefined ? {} : { behalf: by.behalf }) },
      at,
      recordedAt,
      data: { with: event.with, assignment, ...others, ...(place === 0 ? more : {}) },
    }
  })
}
