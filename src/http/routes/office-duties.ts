import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listOfficeDuties } from '../../app/index.js'
import { officeDuties } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { asOfShape } from '../matter-query.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

/** What the office itself owes, round after round. Each is a matter, and done as any other. */
export async function officeDutyRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/office-duties',
    { schema: { querystring: z.object(asOfShape), response: { 200: officeDuties, ...failures }, tags: ['desk'] } },
    async (request) => listOfficeDuties(deps, staffOf(request)),
  )
}
