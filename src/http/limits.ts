import type { FastifyInstance, FastifyRequest } from 'fastify'
import { failure, wordsOf } from '../app/index.js'
import type { HttpSettings } from './http-deps.js'
import { langOf } from './language.js'

const always = new Set(['/healthz', '/readyz', '/metrics'])

/** How often one address may ask. Single routes set their own, lower number. */
export async function limitRequests(app: FastifyInstance, { requestsPerMinute }: HttpSettings): Promise<void> {
  if (requestsPerMinute === 0) return
  const { default: rateLimit } = await import('@fastify/rate-limit')
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    cache: 20_000,
    allowList: (request: FastifyRequest) => always.has(request.url),
    errorResponseBuilder: (request, { ttl }) =>
      Object.assign(new Error('too many requests'), {
        statusCode: 429,
        retryAfterSeconds: Math.ceil(ttl / 1000),
        detail: failure(wordsOf(langOf(request)), 'too-many-tries').detail,
      }),
  })
}

/** For routes that cost much, or that somebody might guess at. */
export const perMinute = (max: number) => ({ rateLimit: { max, timeWindow: 60_000 } })
