import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps what travels through a browser unreadable and unforgeable, for a purpose and a time. */
export type Seal = {
  close(purpose: string, text: string, lastsMs: number): string
  /** Null for what was not closed here for this purpose, or is too old. */
  open(purpose: string, sealed: string): string | null
}

const nonceLength = 12
const tagLength = 16

export function openSeal(secret: Uint8Array, now: () => number): Seal {
  if (secret.length < 32) throw new Error('the secret of the portal is shorter than 32 bytes')
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `portal ${purpose}`, 32))

  function close(purpose: string, text: string, lastsMs: number): string {
    const nonce = randomBytes(nonceLength)
    const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
    const body = Buffer.concat([cipher.update(JSON.stringify([now() + lastsMs, text]), 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
  }

  function open(purpose: string, sealed: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url')
    if (bytes.length <= nonceLength + tagLength) return null
    const cipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, nonceLength))
    cipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
    try {
      const read = Buffer.concat([cipher.update(bytes.subarray(nonceLength + tagLength)), cipher.final()])
      const [until, text] = JSON.parse(read.toString('utf8')) as [number, string]
      return until > now() ? text : null
    } catch {
      return null
    }
  }

  return { close, open }
}
