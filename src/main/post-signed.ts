import { createHmac } from 'node:crypto'

const longestWait = 10_000

/**
 * Posts JSON to an address of the operator's, signed (`Huiyin-Signature: sha256=…` over the body) and with an `Idempotency-Key`.
 * Anything but a 2xx is a failure; whoever sends tries again later, under the same key.
 */
export async function postSigned(
  { url, secret }: { readonly url: string; readonly secret: string },
  { key, body: given }: { readonly key: string; readonly body: object },
): Promise<void> {
  const body = JSON.stringify(given)
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': encodeURIComponent(key),
      'huiyin-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(longestWait),
  })
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
}
