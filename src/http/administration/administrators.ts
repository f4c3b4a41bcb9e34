import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Deps, failure, recordRead, type SignedIn, wordsOf } from '../../app/index.js'
import { sendFailure } from '../problem.js'
import { signedIn } from '../who.js'

export type AdminOf = (request: FastifyRequest) => SignedIn

/** 管理门. Every route of the plug-in is behind it: who is no administrator is answered here, whatever the route. */
export function onlyAdministrators(app: FastifyInstance, deps: Deps): AdminOf {
  const known = new WeakMap<FastifyRequest, SignedIn>()
  app.addHook('preHandler', async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (who === null) return reply
    if (!who.isAdmin) return sendFailure(reply, failure(wordsOf(who.lang), 'admin-only'))
    known.set(request, who)
    if (request.method === 'GET') await recordRead(deps, who, request.routeOptions.url?.split('/').at(-1) ?? '')
    reply.header('cache-control', 'no-store')
  })
  return (request) => {
    const who = known.get(request)
    if (who === undefined) throw new Error('no administrator')
    return who
  }
}
