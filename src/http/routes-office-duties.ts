import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { doOfficeDuty, listOfficeDuties } from '../app/index.js'
import { actRequest, officeDuties, problem } from '../contract/index.js'
import type { HttpDeps } from './http-deps.js'
import { sendFailure } from './problem.js'
import { signedIn } from './who.js'

const failures = { '4xx': problem, '5xx': problem }
const query = z.object({ show: z.enum(['open', 'all']).default('all') })
const params = z.object({ key: z.string().max(130) })

/** What the office itself owes, period after period. */
export async function officeDutyRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/office-duties',
    { schema: { querystring: query, response: { 200: officeDuties, ...failures }, tags: ['desk'] } },
    async (request, reply) => {
      const who = await signedIn(deps, request, reply)
      return who === null ? reply : listOfficeDuties(deps, who, request.query.show)
    },
  )

  app.post(
    '/api/office-duties/:key/done',
    { schema: { params, body: actRequest, response: { 200: officeDuties, ...failures }, tags: ['desk'] } },
    async (request, reply) => {
      const who = await signedIn(deps, request, reply)
      if (who === null) return reply
      const done = await doOfficeDuty(deps, who, { key: request.params.key, with: request.body.with })
      return done.ok ? listOfficeDuties(deps, who, 'open') : sendFailure(reply, done.failure)
    },
  )
}
