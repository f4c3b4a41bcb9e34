import { instant, type OfficeEvent, type Payload } from '../../core/index.js'
import type { EventRow, Instant, NewEvent } from '../../store/index.js'

/** The office's record as the core folds it. */
export const officeEvents = (rows: readonly EventRow[]): readonly OfficeEvent[] => rows.map(officeEvent)

function officeEvent({ seq, act, kind, by, at, data }: EventRow): OfficeEvent {
  if (kind === 'rung') {
    const { period, rung, due, reachedAt } = data as { period: string; rung: string; due: number; reachedAt: number }
    return { kind, seq, duty: act, period, rung, due: instant(due), reachedAt: instant(reachedAt), at: instant(at) }
  }
  if (kind !== 'done') throw new Error(`event ${seq}: unknown kind ${kind}`)
  const { period, with: stated } = data as { period: string; with: Payload }
  const { role, unit, account, behalf } = by
  const actor = { role, unit: unit ?? null, person: account ?? null, ...(behalf === undefined ? {} : { behalf }) }
  return { kind, seq, duty: act, period, by: actor, at: instant(at), with: stated }
}

/** And as it is stored. */
export const storedOfficeEvents = (events: readonly OfficeEvent[], recordedAt: Instant): readonly NewEvent[] =>
  events.map((event): NewEvent => {
    const { duty, period, at } = event
    if (event.kind === 'rung') {
      const { rung, due, reachedAt } = event
      return { act: duty, kind: 'rung', by: { role: 'system' }, at, recordedAt, data: { period, rung, due, reachedAt } }
    }
    const { role, unit, person, behalf } = event.by
    const by = { role, unit, account: person, ...(behalf === undefined ? {} : { behalf }) }
    return { act: duty, kind: 'done', by, at, recordedAt, data: { period, with: event.with } }
  })
