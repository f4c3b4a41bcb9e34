import type { FastifyInstance, FastifyRequest } from 'fastify'
import { failure, linesOfASite, networksOf, wordsOf } from '../app/index.js'
import type { HttpSettings } from './http-deps.js'
import { langOf } from './language.js'

const always = new Set(['/healthz', '/readyz', '/metrics'])
const timeWindow = 60_000

/** How often one line may ask, and all lines of one site together. Single routes set their own, lower number. */
export async function limitRequests(app: FastifyInstance, { requestsPerMinute }: HttpSettings): Promise<void> {
  if (requestsPerMinute === 0) return
  const { default: rateLimit } = await import('@fastify/rate-limit')
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow,
    cache: 20_000,
    keyGenerator: ({ ip }) => networksOf(ip).line,
    allowList: ({ url }: FastifyRequest) => always.has(url),
    errorResponseBuilder: (request, { ttl }) => tooMany(request, ttl),
  })
  const countSite = app.createRateLimit({
    max: requestsPerMinute * linesOfASite,
    keyGenerator: ({ ip }) => `site ${networksOf(ip).site}`,
  })
  app.addHook('onRequest', async (request) => {
    if (networksOf(request.ip).site === null) return
    const counted = await countSite(request)
    if (!counted.isAllowed && counted.isExceeded) throw tooMany(request, counted.ttl)
  })
}

const tooMany = (request: FastifyRequest, ttl: number): Error =>
  Object.assign(new Error('too many requests'), {
    statusCode: 429,
    retryAfterSeconds: Math.ceil(ttl / 1000),
    detail: failure(wordsOf(langOf(request)), 'too-many-tries').detail,
  })

/** For routes that cost much, or that somebody might guess at. */
export const perMinute = (max: number) => ({ rateLimit: { max, timeWindow } })
