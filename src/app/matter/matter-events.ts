import { type ActEvent, type Actor, instant, type MatterEvent } from '../../core/index.js'
import { type EventRow, type Instant, type JsonObject, longLife, type NewEvent } from '../../store/index.js'

type Stored = Pick<EventRow, 'seq' | 'act' | 'kind' | 'by' | 'at' | 'data'>

/** Of lives that the store keeps, and hands out again as the same list: nothing of them is ever changed. */
const known = new WeakMap<readonly Stored[], readonly MatterEvent[]>()

/** Stored events as the core folds them: what was taken back stands with the event by which it was. */
export function coreEvents(rows: readonly Stored[]): readonly MatterEvent[] {
  if (rows.length < longLife) return foldable(rows)
  const events = known.get(rows) ?? foldable(rows)
  known.set(rows, events)
  return events
}

function foldable(rows: readonly Stored[]): readonly MatterEvent[] {
  const undos = rows.filter(({ kind }) => kind === 'undo')
  if (undos.length === 0) return rows.map(coreEvent)
  const undone = new Set(undos.flatMap(({ data }) => seqsIn(data)))
  const acts = new Map(rows.filter(({ seq }) => undone.has(seq)).map((row) => [row.seq, actEvent(row)]))
  return rows.flatMap((row) => {
    if (undone.has(row.seq)) return []
    const { seq, kind, by, at, data } = row
    if (kind !== 'undo') return [coreEvent(row)]
    const taken = seqsIn(data).flatMap((each) => acts.get(each) ?? [])
    return [{ kind, seq, by: actorOf(by), at: instant(at), acts: taken }]
  })
}

const seqsIn = (data: JsonObject): readonly number[] => (data as { readonly acts: readonly number[] }).acts

function coreEvent(row: Stored): MatterEvent {
  const { seq, kind, at, data } = row
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
  return actEvent(row)
}

function actEvent({ seq, act, kind, by, at, data }: Stored): ActEvent {
  if (kind !== 'act') throw new Error(`event ${seq}: unknown kind ${kind}`)
  const { with: stated, assignment, item, from, begun, heard, isHeard, doneWith } = data as unknown as ActData
  const others = {
    ...(from === undefined ? {} : { from: from.number }),
    ...(begun === undefined ? {} : { begun }),
    ...(item === undefined ? {} : { item }),
    ...(heard === undefined ? {} : { heard }),
    ...(isHeard === undefined ? {} : { isHeard }),
    ...(doneWith === undefined ? {} : { doneWith }),
  }
  return { kind, seq, act, by: actorOf(by), at: instant(at), with: stated, assignment, ...others }
}

/** What is kept with an act: what was stated, in whose share, of which item, and the matters that it comes from, begins, or was heard of. */
type ActData = Pick<ActEvent, 'with' | 'assignment' | 'item' | 'begun' | 'heard' | 'isHeard' | 'doneWith'> & {
  readonly from?: { readonly number: string }
}

const actorOf = ({ role, unit, account, behalf }: EventRow['by']): Actor => ({
  role,
  unit: unit ?? null,
  person: account ?? null,
  ...(behalf === undefined ? {} : { behalf }),
})

const storedActor = ({ role, unit, person, behalf }: Actor): NewEvent['by'] => ({
  role,
  unit,
  account: person,
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
    if (event.kind === 'undo') {
      const { by, at, acts } = event
      return {
        act: event.kind,
        kind: event.kind,
        by: storedActor(by),
        at,
        recordedAt,
        data: { acts: acts.map(({ seq }) => seq) },
      }
    }
    const { act, by, at, assignment, item, begun, heard, isHeard, doneWith } = event
    const others = {
      ...(event.from === undefined ? {} : { from: { number: event.from } }),
      ...(begun === undefined ? {} : { begun: begun.map((each) => ({ ...each })) }),
      ...(item === undefined ? {} : { item }),
      ...(heard === undefined ? {} : { heard: { ...heard } }),
      ...(isHeard === undefined ? {} : { isHeard }),
      ...(doneWith === undefined ? {} : { doneWith }),
    }
    return {
      act,
      kind: 'act',
      by: storedActor(by),
      at,
      recordedAt,
      data: { with: event.with, assignment, ...others, ...(place === 0 ? more : {}) },
    }
  })
}
