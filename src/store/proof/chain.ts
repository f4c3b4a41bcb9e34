import { hash } from 'node:crypto'
import type { EventRow, GovernmentId, Head, MatterId, NewEvent } from '../types.js'
import { canonical } from './canonical.js'
import { firstAlgorithm } from './hash-of-events.js'

/** Named in every link, so that another may follow one day and old links still be checked. */
const algorithm = firstAlgorithm

export type Place = { readonly government: GovernmentId; readonly matter: MatterId }

/** What has a chain of its own: a matter, or the office's record under a regulation. */
export type Chained = Place | { readonly government: GovernmentId; readonly regulation: string }

/** Before the first event. */
export const noEvents: Head = { revision: 0, hash: '' }

/** Links new events to a chain: each hash covers all of its event, where it belongs, and the hash before. */
export function chain(place: Chained, head: Head, events: readonly NewEvent[]): { rows: EventRow[]; head: Head } {
  const rows: EventRow[] = []
  let { revision, hash } = head
  for (const event of events) {
    const link = { ...event, seq: revision + 1, algorithm, previous: hash }
    hash = linkHash(place, link)
    revision += 1
    rows.push({ ...link, hash })
  }
  return { rows, head: { revision, hash } }
}

export const isKnownAlgorithm = (name: string): boolean => name === algorithm

export function linkHash(place: Chained, event: Omit<EventRow, 'hash'>): string {
  const { seq, act, kind, by, at, recordedAt, data, previous } = event
  const covered = canonical({
    algorithm: event.algorithm,
    government: place.government,
    ...('matter' in place ? { matter: place.matter } : { regulation: place.regulation }),
    seq,
    act,
    kind,
    by,
    at,
    recordedAt,
    data,
    previous,
  })
  return hash('sm3', covered)
}
