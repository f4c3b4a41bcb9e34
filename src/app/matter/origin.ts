import { instant, instantText, type Regulation, shanghai } from '../../core/index.js'
import type { EventRow, Json } from '../../store/index.js'
import type { Words } from '../words/index.js'

/** 来源. Where an imported matter was taken from: the source, its own number there, and when it was written. */
export type Origin = { readonly source: string; readonly number: string; readonly writtenAt: string }

/** A row that had no number of its own is known by a hash of what it says; that is nothing to show. */
const isNumber = (id: string): boolean => !id.startsWith('sm3:')

/** What an import kept beside the first event; null for what did not come in that way. */
export function readOrigin(kept: Json | undefined): Origin | null {
  if (kept === undefined || kept === null || typeof kept !== 'object' || !('source' in kept)) return null
  const { source, id, time } = kept
  const at = typeof time === 'string' ? Date.parse(time) : Number.NaN
  return {
    source: String(source),
    number: typeof id === 'string' && isNumber(id) ? id : '',
    writtenAt: Number.isNaN(at) ? '' : instantText(instant(at), shanghai),
  }
}

/** For those who see every matter of the office: with the number there one finds who wrote, which is kept from the units. */
export function originLines(
  { columns }: Words,
  { roles }: Regulation,
  { role, events }: { readonly role: string; readonly events: readonly Pick<EventRow, 'data'>[] },
): readonly { readonly name: string; readonly value: string }[] {
  const kind = roles[role]?.kind
  const origin = kind === 'office' || kind === 'leader' ? readOrigin(events[0]?.data.source) : null
  if (origin === null) return []
  return [
    { name: columns.source, value: origin.source },
    { name: columns.sourceNumber, value: origin.number },
    { name: columns.writtenAt, value: origin.writtenAt },
  ].filter(({ value }) => value !== '')
}
