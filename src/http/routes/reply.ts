import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { actOutlook, checkReply, type Deps, leaderDesk, neededFields, readDigest } from '../../app/index.js'
import {
  actRequest,
  bulletinDigest,
  leaderDesk as leaderDeskView,
  neededFields as needed,
  actOutlook as outlook,
  replyCheck,
  replyCheckRequest,
} from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { perMinute } from '../limits.js'
import { asOfShape, underQuery } from '../matter-query.js'
import { sendFailure } from '../problem.js'
import { failures, idParams, languageQuery } from '../shapes.js'
import { staffOf } from '../who.js'

const actParam = z.object({ act: z.string().max(64) })

/** While an act is being filled in: what is needed, what is worth a second look; and what waits for a leader. Nothing here is recorded. */
export async function replyRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  needsRoutes(plain, deps)
  outlookRoute(plain, deps)
  lookingRoutes(plain, deps)
}

/** What an act needs with what is typed so far, of a matter or of one that is being opened. */
function needsRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/matters/:id/acts/:act/needs',
    {
      schema: {
        params: idParams.extend(actParam.shape),
        body: actRequest,
        response: { 200: needed, ...failures },
        tags: ['matters'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const { id, act } = request.params
      const found = await neededFields(deps, who, { matter: Number(id), act, with: request.body.with })
      return found.ok ? { needed: [...found.needed], requirements: [...found.requirements] } : sendFailure(reply, found.failure)
    },
  )

  app.post(
    '/api/matters/new/acts/:act/needs',
    {
      schema: {
        params: actParam,
        querystring: underQuery,
        body: actRequest,
        response: { 200: needed, ...failures },
        tags: ['matters'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await neededFields(deps, who, {
        matter: null,
        ...(request.query.regulation === undefined ? {} : { regulation: request.query.regulation }),
        act: request.params.act,
        with: request.body.with,
      })
      return found.ok ? { needed: [...found.needed], requirements: [...found.requirements] } : sendFailure(reply, found.failure)
    },
  )
}

/** What an act would do to the days. */
function outlookRoute(plain: FastifyInstance, deps: Deps): void {
  plain.withTypeProvider<ZodTypeProvider>().post(
    '/api/matters/:id/acts/:act/outlook',
    {
      schema: {
        params: idParams.extend(actParam.shape),
        body: actRequest,
        response: { 200: outlook, ...failures },
        tags: ['matters'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const { id, act } = request.params
      const found = await actOutlook(deps, who, { matter: Number(id), act, with: request.body.with })
      return found.ok ? found.outlook : sendFailure(reply, found.failure)
    },
  )
}

/** What in an answer is worth a second look; what waits for a leader. */
function lookingRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/matters/:id/reply-check',
    {
      schema: { params: idParams, body: replyCheckRequest, response: { 200: replyCheck, ...failures }, tags: ['matters'] },
      config: perMinute(60),
    },
    async (request, reply) => {
      const who = staffOf(request)
      const done = await checkReply(deps, who, { ...request.body, matter: Number(request.params.id) })
      return done.ok ? reply.header('cache-control', 'no-store').send(done.check) : sendFailure(reply, done.failure)
    },
  )

  app.get(
    '/api/leader',
    { schema: { querystring: languageQuery.extend(asOfShape), response: { 200: leaderDeskView, ...failures }, tags: ['desk'] } },
    async (request) => leaderDesk(deps, staffOf(request)),
  )

  app.get(
    '/api/bulletins',
    { schema: { querystring: languageQuery.extend(asOfShape), response: { 200: bulletinDigest, ...failures }, tags: ['desk'] } },
    async (request) => readDigest(deps, staffOf(request)),
  )
}
