import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Deps, recordRefused } from '../app/index.js'
import { failureAnswered } from './problem.js'
import { whoAsked } from './who.js'

/**
 * 被拒绝的访问. Whatever route it was: a signed-in person who asked for what is not theirs stands in the log before they are answered.
 * What is hidden and what is not there are answered alike, so both count. It is refused either way: where the log cannot be
 * written, that is told to the operator.
 */
export function noteRefusals(app: FastifyInstance, deps: Deps): void {
  app.addHook('onSend', async (request, reply) => {
    const who = whoAsked(request)
    const code = failureAnswered(reply)
    if (who === null || code === null || !isRefusal(request, reply)) return
    const route = `${request.method} ${request.routeOptions.url ?? ''}`
    const of = namedIn(request)
    await recordRefused(deps, who, { route, of, code }).catch((error: unknown) =>
      request.log.error({ err: error }, 'a refusal is not in the log'),
    )
  })
}

const isRefusal = (request: FastifyRequest, { statusCode }: FastifyReply): boolean =>
  statusCode === 403 || (statusCode === 404 && namedIn(request) !== '')

const longest = 64

/** What the address names: ids of matters, acts, accounts. */
const namedIn = ({ params, routeOptions }: FastifyRequest): string =>
  routeOptions.url === undefined || typeof params !== 'object' || params === null
    ? ''
    : Object.values(params).map(String).join(' ').slice(0, longest)
