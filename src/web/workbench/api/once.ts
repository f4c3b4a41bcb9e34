import { useRef } from 'react'

/** A key for a submission: the same while the same is sent, so that a second try after a lost answer records nothing twice. */
export function useOnce(): (content: unknown) => string {
  const last = useRef<{ readonly content: string; readonly key: string } | null>(null)
  return (stated) => {
    const content = JSON.stringify(stated)
    if (last.current?.content !== content) last.current = { content, key: newKey() }
    return last.current.key
  }
}

/** Sixteen random bytes in hexadecimal; `randomUUID` is missing where the page is served without TLS. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
