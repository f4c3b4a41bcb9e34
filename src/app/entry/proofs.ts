import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1'
import type { ProofChallenge } from '../../contract/index.js'
import type { Instant } from '../../core/index.js'

/** 工作量证明. Work that a browser does in a second or two, asked instead of a wait; each piece of work serves once. */
export type Proofs = {
  /** A number below `effort` is to be found; the half of it has to be tried on the average. */
  ask(effort: number): Promise<ProofChallenge>
  /** `sent` is the challenge with the number that was found, as JSON. */
  isDone(sent: string): Promise<boolean>
}

const lastsMs = 10 * 60_000
const mostKept = 20_000

/** `secret` signs what is asked, so that nothing has to be kept of what nobody solves. */
export function openProofs(secret: Uint8Array, now: () => Instant): Proofs {
  const hmacKey = Buffer.from(secret).toString('base64')
  const spent = new Map<string, number>()

  const ask = async (effort: number): Promise<ProofChallenge> => {
    const made = await createChallenge({ hmacKey, maxnumber: effort, params: { until: String(now() + lastsMs) } })
    return { challenge: made.challenge, salt: made.salt, signature: made.signature, maxnumber: effort }
  }

  async function isDone(sent: string): Promise<boolean> {
    const payload = read(sent)
    if (payload === null || spent.has(payload.challenge)) return false
    const until = Number(extractParams({ ...payload, maxnumber: 0 }).until)
    if (!(until > now())) return false
    // Before it is weighed: two that come together are not both good.
    spent.set(payload.challenge, until)
    for (const [old, end] of spent) {
      if (end > now() && spent.size <= mostKept) break
      spent.delete(old)
    }
    return verifySolution(payload, hmacKey, false)
  }

  return { ask, isDone }
}

type Payload = Parameters<typeof verifySolution>[0] & object

function read(sent: string): Payload | null {
  try {
    const found: unknown = JSON.parse(sent)
    if (typeof found !== 'object' || found === null) return null
    const { challenge, salt, signature, number } = found as Record<string, unknown>
    if (typeof challenge !== 'string' || typeof salt !== 'string' || typeof signature !== 'string') return null
    return typeof number === 'number' ? { algorithm: 'SHA-256', challenge, salt, signature, number } : null
  } catch {
    return null
  }
}
