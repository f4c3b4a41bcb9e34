import type { Query } from './database/transaction.js'
import { iso } from './moments.js'
import type { GovernmentId, Instant, OutboxRow, Sender } from './types.js'

const columns = 'government, id, matter, event_seq as "eventSeq", kind, recipient, payload, created_at as "createdAt", attempts'

export type Delivery = 'sent' | 'failed' | 'nothing'

/**
 * Sends the next waiting message after `after` and marks it, both under one row lock: no two workers send the same one. Should we
 * die in between, it is sent again under the same key, by which the receiver knows it.
 */
export async function deliverNext(
  query: Query,
  government: GovernmentId,
  send: { after: number; sender: Sender; clock: () => Instant },
): Promise<{ outcome: Delivery; id: number }> {
  const text = `select ${columns} from outbox where government = $1 and delivered_at is null and id > $2
    and (held_until is null or held_until <= $3) order by id limit 1 for update skip locked`
  const message = (await query<OutboxRow>(text, [government, send.after, iso(send.clock())]))[0]
  if (!message) return { outcome: 'nothing', id: send.after }
  try {
    await send.sender({
      ...message,
      key: `${government}/${message.matter}/${message.eventSeq}/${message.kind}/${message.recipient}`,
    })
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error).slice(0, 500)
    await query('update outbox set attempts = attempts + 1, last_error = $3 where government = $1 and id = $2', [
      government,
      message.id,
      reason,
    ])
    return { outcome: 'failed', id: message.id }
  }
  const sent = 'update outbox set attempts = attempts + 1, delivered_at = $3, last_error = null where government = $1 and id = $2'
  await query(sent, [government, message.id, iso(send.clock())])
  return { outcome: 'sent', id: message.id }
}
