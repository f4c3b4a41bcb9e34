import type { FastifyRequest } from 'fastify'
import type { Lang } from '../contract/index.js'

/** The language asked for: in the address, else by the browser; Chinese otherwise. */
export function langOf(request: FastifyRequest): Lang {
  const query: unknown = request.query
  const asked: unknown = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined
  if (asked === 'zh' || asked === 'en') return asked
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'
}
