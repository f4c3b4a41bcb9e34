import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { doBulk, type Failure, offerBulk, previewBulk } from '../../app/index.js'
import {
  bulkOffers,
  bulkOffersRequest,
  bulkPreview,
  bulkPreviewRequest,
  bulkRequest,
  bulkResult,
  type Problem,
} from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { problemOf } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

/**
 * One act on several matters. What may be done, what would be refused, and then a few at a time: whoever asks goes on from one request
 * to the next, and where they stop, what was done is done and nothing else.
 */
export async function bulkRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/bulk/offers',
    { schema: { body: bulkOffersRequest, response: { 200: bulkOffers, ...failures }, tags: ['bulk'] } },
    async (request) => ({ offers: [...(await offerBulk(deps, staffOf(request), request.body.targets))] }),
  )

  app.post(
    '/api/bulk/preview',
    { schema: { body: bulkPreviewRequest, response: { 200: bulkPreview, ...failures }, tags: ['bulk'] } },
    async (request) => {
      const who = staffOf(request)
      const decided = await previewBulk(deps, who, request.body)
      return { decisions: decided.map(({ failure, ...rest }) => ({ ...rest, problem: problemIn(failure) })) }
    },
  )

  app.post(
    '/api/bulk',
    { schema: { body: bulkRequest, response: { 200: bulkResult, ...failures }, tags: ['bulk'] } },
    async (request) => {
      const who = staffOf(request)
      const done = await doBulk(deps, who, request.body)
      return { done: done.map(({ failure, ...rest }) => ({ ...rest, problem: problemIn(failure) })) }
    },
  )
}

const problemIn = (failure: Failure | null): Problem | null => (failure === null ? null : problemOf(failure))
