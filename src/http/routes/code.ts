import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { renewCode } from '../../app/index.js'
import { newCode, revealRequest } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { sendFailure } from '../problem.js'
import { failures, idParams } from '../shapes.js'
import { staffOf } from '../who.js'

/** 补发查询码. A new code for whoever lost theirs, for a reason that is recorded. */
export async function codeRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  plain.withTypeProvider<ZodTypeProvider>().post(
    '/api/matters/:id/code',
    {
      schema: {
        params: idParams,
        body: revealRequest,
        response: { 200: newCode, ...failures },
        tags: ['matters'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const done = await renewCode(deps, who, { matter: Number(request.params.id), reason: request.body.reason })
      return done.ok ? reply.header('cache-control', 'no-store').send(done.renewed) : sendFailure(reply, done.failure)
    },
  )
}
