import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listContainers, readContainer } from '../../app/index.js'
import { containerList, containerView } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { asOfShape } from '../matter-query.js'
import { sendFailure } from '../problem.js'
import { failures, idParams, languageQuery } from '../shapes.js'
import { staffOf } from '../who.js'

const monthQuery = languageQuery.extend({
  ...asOfShape,
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
})

/** 会场. Matters that hold others: when each takes place, what waits to be held, and each with what it holds. */
export async function containerRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/containers',
    { schema: { querystring: monthQuery, response: { 200: containerList, ...failures }, tags: ['matters'] } },
    async (request) => listContainers(deps, staffOf(request), request.query.month ?? null),
  )

  app.get(
    '/api/containers/:id',
    {
      schema: {
        params: idParams,
        querystring: languageQuery.extend(asOfShape),
        response: { 200: containerView, ...failures },
        tags: ['matters'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await readContainer(deps, who, Number(request.params.id))
      return found.ok ? found.container : sendFailure(reply, found.failure)
    },
  )
}
