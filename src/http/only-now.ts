import type { FastifyInstance, FastifyRequest } from 'fastify'
import { failure, wordsOf } from '../app/index.js'
import { langOf } from './language.js'
import { sendFailure } from './problem.js'
import { asOfIn } from './who.js'

/**
 * 截至. A route of the interface says in its query whether it can be asked as it stood (`asOfShape`). Every other one refuses to be, so that
 * nobody takes what stands now for what stood.
 */
export function answerOnlyNow(app: FastifyInstance): void {
  app.addHook('preValidation', (request, reply, done) => {
    if (asOfIn(request) === null || !request.url.startsWith('/api/') || looksBack(request)) return done()
    sendFailure(reply, failure(wordsOf(langOf(request)), 'not-as-of'))
  })
}

function looksBack({ routeOptions }: FastifyRequest): boolean {
  const query: unknown = routeOptions.schema?.querystring
  return typeof query === 'object' && query !== null && 'shape' in query && Object.hasOwn(Object(query.shape), 'asOf')
}
