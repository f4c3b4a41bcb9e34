import type { FastifyInstance } from 'fastify'
import type { HttpSettings } from './http-deps.js'

/**
 * What every answer tells the browser. Answers of the programming interface are no pages and may load nothing; pages set a policy of
 * their own over this one. One constant object: a library that works each header out anew was a twelfth of the cost of a submission.
 */
export function securityHeaders(app: FastifyInstance, { trustedProxies }: HttpSettings): void {
  const headers = {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // A word to the browser for a year: only where the connection is safe, which the operator's proxy sees to.
    ...(trustedProxies > 0 ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
}
