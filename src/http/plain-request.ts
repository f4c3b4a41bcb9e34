import { isUtf8 } from 'node:buffer'
import { parse } from 'node:querystring'
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

/** Params, query and body of every request, on every route. */
export function takePlainRequestsOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = textOf(body)
    if (hasTooMuch(text)) done(new NotPlain('too-much'), undefined)
    else void parse(request, text, done)
  })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, readPairs(textOf(body))),
  )
  app.addHook('preValidation', (request, _reply, done) => {
    const fault = faultIn(request.params) ?? faultIn(request.query) ?? faultIn(request.body)
    done(fault === null ? undefined : new NotPlain(fault))
  })
}

/** Half of a pair: what no request may hold. */
const half = '\ud800'

/** What is not UTF-8 stands for no text: never kept as what it might have been, but refused with all that holds half of a pair. */
export const textOf = (bytes: string | Buffer): string => {
  if (typeof bytes === 'string') return bytes
  const text = bytes.toString()
  return isUtf8(bytes) ? text : text.replaceAll('\ufffd', half)
}

/**
 * What stands in a part of a form that holds no file. Parts are read byte by byte (`fieldsByByte`), so that what is no text can be told;
 * one whose sender names its characters comes as these.
 */
export const textOfField = (value: unknown): string => {
  const sent = String(value)
  return /^[\0-\xff]*$/.test(sent) ? textOf(Buffer.from(sent, 'latin1')) : sent
}

/** How parts of a form are read. */
export const fieldsByByte = { defCharset: 'latin1' } as const

/** An address in which bytes stand that are no text: they are read as a zero character, and refused with all that hold one. */
export function readableAddress(url: string): string {
  const [path = '', ...query] = url.split('?')
  const read = path.replace(/(?:%[0-9a-f]{0,2})+/gi, (bytes) => {
    try {
      decodeURIComponent(bytes)
      return bytes
    } catch {
      return '%00'
    }
  })
  return [read, ...query].join('?')
}

/** Names and values of a query or of a form. What stands for no text is read as half of a pair, and refused with all that hold one. */
export const readPairs = (text: string): Record<string, unknown> =>
  parse(text, '&', '=', {
    decodeURIComponent: (part) => {
      try {
        return decodeURIComponent(part)
      } catch {
        return half
      }
    },
  })

/** Counted on the text, before it is read: reading a million brackets costs more than counting the first few of them. */
export function hasTooMuch(json: string): boolean {
  let [depth, values] = [0, 0]
  for (let at = 0; at < json.length; at += 1) {
    switch (json[at]) {
      case '"':
        at = endOfText(json, at)
        break
      case '[':
      case '{':
        depth += 1
        values += 1
        break
      case ']':
      case '}':
        depth -= 1
        break
      case ',':
        values += 1
        break
    }
    if (depth > most.depth || values > most.values) return true
  }
  return false
}

/** Where a quoted text that begins here ends; a quote behind an odd number of backslashes is part of it. */
function endOfText(json: string, from: number): number {
  for (let end = json.indexOf('"', from + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let slashes = 0
    while (json[end - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return end
  }
  return json.length
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
