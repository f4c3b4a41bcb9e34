import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { findRequester, listColleagues } from '../../app/index.js'
import { colleagues, requesterFound, requesterSought } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { perMinute } from '../limits.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

/** What is found beside the list of matters: who wrote, and who works here. */
export async function findRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  // Not a GET: what is looked for would stand in the log of addresses.
  app.post(
    '/api/matters/by-requester',
    {
      schema: { body: requesterSought, response: { 200: requesterFound, ...failures }, tags: ['matters'] },
      config: perMinute(20),
    },
    async (request, reply) => {
      const who = staffOf(request)
      const done = await findRequester(deps, who, request.body)
      return done.ok ? reply.header('cache-control', 'no-store').send(done.found) : sendFailure(reply, done.failure)
    },
  )

  app.get('/api/colleagues', { schema: { response: { 200: colleagues, ...failures }, tags: ['session'] } }, async (request) =>
    listColleagues(deps, staffOf(request)),
  )
}
