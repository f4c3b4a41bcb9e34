import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import {
  BadPageKey,
  Destroyed,
  type Failure,
  type FailureCode,
  failure,
  NoRegulation,
  StoreUnavailable,
  wordsOf,
} from '../app/index.js'
import { langOf } from './language.js'
import { NotPlain } from './plain-request.js'
import { sendFailure } from './problem.js'

/** Everything that goes wrong is answered as a problem; what is our fault is logged and says nothing of its inside. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => sendFailure(reply, failureOf(error, request)))
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) =>
    sendFailure(reply, failure(wordsOf(langOf(request)), 'not-found')),
  )
}

const byStatus: Readonly<Record<number, FailureCode>> = {
  400: 'bad-request',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported',
}
/** A form that ends before it says so, or names no boundary: whoever reads it gives these no code. */
const brokenForm = /unexpected end of multipart data|boundary not found/i
const pause = 5
const mostFaults = 5
const longestFault = 200

/** What went wrong in words, for whichever face answers; what is our fault is logged. */
export function failureOf(error: FastifyError, request: FastifyRequest): Failure {
  const words = wordsOf(langOf(request))
  if (hasZodFastifySchemaValidationErrors(error)) {
    // In few words, however many faults there are.
    const first = error.validation.slice(0, mostFaults)
    const where = first.map(({ instancePath, message }) =>
      `${instancePath || '/'} ${message ?? ''}`.trim().slice(0, longestFault),
    )
    return failure(words, 'bad-request', { detail: `${words.failures['bad-request']}: ${where.join('; ')}` })
  }
  if (error instanceof NotPlain) return failure(words, error.code)
  if (error instanceof BadPageKey) return failure(words, 'bad-page-key')
  if (error instanceof Destroyed) return failure(words, 'destroyed')
  if (error instanceof StoreUnavailable) {
    request.log.error({ err: error }, 'store unavailable')
    return failure(words, 'unavailable', { retryAfterSeconds: pause })
  }
  if (error instanceof NoRegulation) {
    request.log.error({ err: error }, 'no regulation')
    return failure(words, 'no-rules')
  }
  if (error.statusCode === 429) return failure(words, 'too-many-tries', { retryAfterSeconds: retryAfter(error) })
  const code = brokenForm.test(error.message) ? 'bad-request' : byStatus[error.statusCode ?? 500]
  if (code !== undefined) return failure(words, code)
  request.log.error({ err: error }, 'request failed')
  return failure(words, 'internal')
}

const retryAfter = (error: FastifyError): number =>
  'retryAfterSeconds' in error && typeof error.retryAfterSeconds === 'number' ? error.retryAfterSeconds : 60
