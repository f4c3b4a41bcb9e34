import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listAccounts, putAccount, putUnits, recordRead } from '../../app/index.js'
import { accountRequest, accountView, unitRequest } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { sendFailure } from '../problem.js'
import { failures, nothing } from '../shapes.js'
import { staffOf } from '../who.js'

/** Units and accounts of one's own government. */
export async function adminRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.put(
    '/api/units',
    { schema: { body: z.array(unitRequest).max(2000), response: { ...nothing, ...failures }, tags: ['administration'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const done = await putUnits(deps, who, request.body)
      return done.ok ? reply.code(204).send(null) : sendFailure(reply, done.failure)
    },
  )

  app.get(
    '/api/accounts',
    { schema: { response: { 200: z.array(accountView), ...failures }, tags: ['administration'] } },
    async (request, reply) => {
      const who = staffOf(request)
      if (who.isAdmin) await recordRead(deps, who, 'people')
      const found = await listAccounts(deps, who)
      return found.ok ? [...found.accounts] : sendFailure(reply, found.failure)
    },
  )

  app.post(
    '/api/accounts',
    { schema: { body: accountRequest, response: { 200: accountView, ...failures }, tags: ['administration'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const done = await putAccount(deps, who, request.body)
      return done.ok ? done.account : sendFailure(reply, done.failure)
    },
  )
}
