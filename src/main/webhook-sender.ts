import { createHmac } from 'node:crypto'
import type { OutgoingMessage } from '../app/index.js'

const longestWait = 10_000

/**
 * Posts messages as JSON to one address, signed (`Huiyin-Signature: sha256=…` over the body) and with an `Idempotency-Key`.
 * Anything but a 2xx is a failure; the queue tries again later, under the same key.
 */
export const webhookSender =
  ({ url, secret }: { readonly url: string; readonly secret: string }) =>
  async (message: OutgoingMessage): Promise<void> => {
    const body = JSON.stringify(message)
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': encodeURIComponent(message.key),
        'huiyin-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(longestWait),
    })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`the gateway answered ${answer.status}`)
  }
