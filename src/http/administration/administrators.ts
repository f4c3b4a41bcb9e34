import type { FastifyInstance } from 'fastify'
import { type Deps, failure, recordRead, wordsOf } from '../../app/index.js'
import { sendFailure } from '../problem.js'
import { staffOf } from '../who.js'

/** 管理门. Every route of the plug-in is behind it: who is no administrator is answered here, whatever the route. */
export function onlyAdministrators(app: FastifyInstance, deps: Deps): void {
  app.addHook('preHandler', async (request, reply) => {
    const who = staffOf(request)
    if (!who.isAdmin) return sendFailure(reply, failure(wordsOf(who.lang), 'admin-only'))
    if (request.method === 'GET') await recordRead(deps, who, request.routeOptions.url?.split('/').at(-1) ?? '')
    reply.header('cache-control', 'no-store')
  })
}
