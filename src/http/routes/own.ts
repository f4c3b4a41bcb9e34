import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  beginSecondFactor,
  changeOwnPassword,
  confirmSecondFactor,
  endOwnSessions,
  readOwnAccount,
  removeSecondFactor,
} from '../../app/index.js'
import {
  endSessionsRequest,
  oneTimeCode,
  ownAccount,
  ownPasswordRequest,
  recoveryCodes,
  secondFactorBegun,
  secondFactorRequest,
} from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { perMinute } from '../limits.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { askedBy, staffOf } from '../who.js'

const tags = ['session']
const done = { 200: z.object({}), ...failures }
const root = '/api/own'
/** A password or a code is said. */
const config = perMinute(30)

/** 我的账号. One's own password, sessions and second factor: open to whoever has to see to one of them first. */
export async function ownRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  askedBy(app, 'whateverIsDue')
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

  app.get(root, { schema: { response: { 200: ownAccount, ...failures }, tags } }, async (request, reply) => {
    const who = staffOf(request)
    const found = await readOwnAccount(deps, who)
    return found.ok ? found.own : sendFailure(reply, found.failure)
  })

  app.post(`${root}/password`, { schema: { body: ownPasswordRequest, response: done, tags }, config }, async (request, reply) => {
    const who = staffOf(request)
    const changed = await changeOwnPassword(deps, who, request.body)
    return changed.ok ? {} : sendFailure(reply, changed.failure)
  })

  app.post(`${root}/sessions/end`, { schema: { body: endSessionsRequest, response: done, tags } }, async (request, reply) => {
    const who = staffOf(request)
    const ended = await endOwnSessions(deps, who, request.body.id)
    return ended.ok ? {} : sendFailure(reply, ended.failure)
  })

  app.post(
    `${root}/second-factor`,
    { schema: { body: secondFactorRequest, response: { 200: secondFactorBegun, ...failures }, tags }, config },
    async (request, reply) => {
      const who = staffOf(request)
      const begun = await beginSecondFactor(deps, who, request.body.password)
      return begun.ok ? begun.begun : sendFailure(reply, begun.failure)
    },
  )

  app.post(
    `${root}/second-factor/confirm`,
    { schema: { body: oneTimeCode, response: { 200: recoveryCodes, ...failures }, tags }, config },
    async (request, reply) => {
      const who = staffOf(request)
      const confirmed = await confirmSecondFactor(deps, who, request.body.code)
      return confirmed.ok ? confirmed.recovery : sendFailure(reply, confirmed.failure)
    },
  )

  app.post(
    `${root}/second-factor/remove`,
    { schema: { body: secondFactorRequest, response: done, tags }, config },
    async (request, reply) => {
      const who = staffOf(request)
      const removed = await removeSecondFactor(deps, who, request.body.password)
      return removed.ok ? {} : sendFailure(reply, removed.failure)
    },
  )
}
