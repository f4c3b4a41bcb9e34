import { codeAt } from '../../src/app/own/one-time-code.js'

/** What an authenticator shows now for a secret that was typed into it. */
export function codeShown(secret: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2))
  return codeAt(bytes, Math.floor(Date.now() / 30_000))
}
