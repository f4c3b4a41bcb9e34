import type { FastifyInstance } from 'fastify'
import { isPlainText } from '../core/index.js'

/** What no request of ours needs more of. Single shapes set lower bounds of their own. */
const most = { depth: 20, keys: 500, values: 20_000, keyLength: 200, textLength: 200_000 } as const

/** 不收的请求. Before anything else is made of it, and in few words: nothing that is sent is read at a cost that whoever sends it chooses. */
export class NotPlain extends Error {
  override readonly name = 'NotPlain'
  readonly statusCode = 422
  constructor(readonly code: 'not-text' | 'too-much') {
    super(code)
  }
}

/** Params, query and body of every request, on every door. */
export function takePlainRequestsOnly(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    const fault = faultIn(request.params) ?? faultIn(request.query) ?? faultIn(request.body)
    done(fault === null ? undefined : new NotPlain(fault))
  })
}

/** Without recursion: whoever nests a million lists would have the stack. */
export function faultIn(sent: unknown): NotPlain['code'] | null {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: sent, depth: 0 }]
  let seen = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    seen += 1
    if (typeof value === 'string') {
      const fault = faultInText(value)
      if (fault !== null) return fault
    }
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue
    const parts = Object.values(value)
    if (depth === most.depth || seen + waiting.length + parts.length > most.values) return 'too-much'
    const fault = Array.isArray(value) ? null : faultInKeys(Object.keys(value))
    if (fault !== null) return fault
    for (const part of parts) waiting.push({ value: part, depth: depth + 1 })
  }
  return null
}

const faultInText = (text: string): NotPlain['code'] | null =>
  text.length > most.textLength ? 'too-much' : isPlainText(text) ? null : 'not-text'

function faultInKeys(keys: readonly string[]): NotPlain['code'] | null {
  if (keys.length > most.keys || keys.some((key) => key.length > most.keyLength)) return 'too-much'
  return keys.every(isPlainText) ? null : 'not-text'
}
