import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  actDoneView,
  byRequester,
  byStaff,
  type Deps,
  failure,
  intakeActs,
  listMatters,
  readMatter,
  readThread,
  readTimeline,
  recordAct,
  requester,
  revealIdentity,
  type SignedIn,
  submitMatter,
  undoAct,
  wordsOf,
} from '../../app/index.js'
import {
  actDone,
  actRequest,
  intakeOffer,
  matterView,
  revealed,
  revealRequest,
  soughtPage,
  submitRequest,
  submitted,
  threadView,
  timelinePage,
} from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { langOf } from '../language.js'
import { perMinute } from '../limits.js'
import { asOfShape, matterFilter, matterQuery, pageQuery, underQuery } from '../matter-query.js'
import { sendFailure } from '../problem.js'
import { failures, idParams, languageQuery } from '../shapes.js'
import { tenantOf } from '../tenant.js'
import { ifMatch, staffOf, whoAsked } from '../who.js'

const actParams = idParams.extend({ act: z.string().max(64) })

/** Matters: received, listed, read, acted upon. */
export async function matterRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  receivingRoutes(plain, deps)
  openingRoutes(plain, deps)
  readingRoutes(plain, deps)
  lifeRoutes(plain, deps)
  actingRoutes(plain, deps)
  undoingRoutes(plain, deps)
}

/** What citizens write, and staff for them. */
function receivingRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/matters',
    {
      schema: {
        body: submitRequest,
        querystring: languageQuery,
        response: { 201: submitted.extend({ id: z.string().optional() }), 200: submitted, ...failures },
        tags: ['matters'],
      },
      config: { asks: 'staffOrAnybody', ...perMinute(30) },
    },
    async (request, reply) => {
      const idempotencyKey = keyOf(request)
      const who = whoAsked(request)
      if (who !== null) return receive(deps, reply, who, { ...under(request.body), with: request.body.with, idempotencyKey })
      const office = await tenantOf(deps, request, request.body.government)
      if (office === null) return sendFailure(reply, failure(wordsOf(langOf(request)), 'government-unknown'))
      const done = await submitMatter(deps, {
        office,
        actor: requester,
        ...under(request.body),
        with: request.body.with,
        lang: langOf(request),
        idempotencyKey,
        opener: byRequester,
      })
      if (!done.ok) return sendFailure(reply, done.failure)
      return reply.code(done.isRepeated ? 200 : 201).send(done.submitted)
    },
  )
}

/** Under which regulation a new matter is to begin, where one is named. */
const under = ({ regulation }: { regulation?: string | undefined }) => (regulation === undefined ? {} : { regulation })

async function receive(
  deps: Deps,
  reply: FastifyReply,
  who: SignedIn,
  asked: { with: Record<string, unknown>; idempotencyKey: string | null; act?: string; regulation?: string },
) {
  const done = await submitMatter(deps, { ...asked, office: who.office, actor: who.actor, lang: who.lang, opener: byStaff })
  if (!done.ok) return sendFailure(reply, done.failure)
  const id = done.matter === null ? {} : { id: String(done.matter) }
  return reply.code(done.isRepeated ? 200 : 201).send({ ...done.submitted, ...id })
}

/** What staff may open a matter by. */
function openingRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/matters/new',
    { schema: { querystring: languageQuery, response: { 200: intakeOffer, ...failures }, tags: ['matters'] } },
    async (request) => ({ acts: [...intakeActs(deps, staffOf(request))] }),
  )

  app.post(
    '/api/matters/new/acts/:act',
    {
      schema: {
        params: actParams.omit({ id: true }),
        body: actRequest,
        querystring: underQuery,
        response: { 201: submitted.extend({ id: z.string().optional() }), 200: submitted, ...failures },
        tags: ['matters'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      return receive(deps, reply, who, {
        ...under(request.query),
        with: request.body.with,
        idempotencyKey: keyOf(request),
        act: request.params.act,
      })
    },
  )
}

/** Lists, and one matter. */
function readingRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/matters',
    { schema: { querystring: matterQuery.extend(asOfShape), response: { 200: soughtPage, ...failures }, tags: ['matters'] } },
    async (request) => {
      const who = staffOf(request)
      const { query } = request
      return listMatters(deps, who, { filter: matterFilter(query), sort: query.sort ?? 'received', page: pageQuery(query) })
    },
  )

  app.get(
    '/api/matters/:id',
    {
      schema: {
        params: idParams,
        querystring: languageQuery.extend({
          ...asOfShape,
          form: z.string().max(100).optional().describe('An act whose form is told though it is closed'),
        }),
        response: { 200: matterView, ...failures },
        tags: ['matters'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await readMatter(deps, who, Number(request.params.id), request.query.form)
      if (!found.ok) return sendFailure(reply, found.failure)
      return reply.header('etag', `"${found.matter.revision}"`).send(found.matter)
    },
  )
}

/** What led to a matter and came of it, and what happened in it. */
function lifeRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/matters/:id/thread',
    {
      schema: {
        params: idParams,
        querystring: languageQuery.extend(asOfShape),
        response: { 200: threadView, ...failures },
        tags: ['matters'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await readThread(deps, who, Number(request.params.id))
      return found.ok ? found.thread : sendFailure(reply, found.failure)
    },
  )

  app.get(
    '/api/matters/:id/timeline',
    {
      schema: {
        params: idParams,
        querystring: languageQuery.extend({ ...asOfShape, before: z.coerce.number().int().min(1) }),
        response: { 200: timelinePage, ...failures },
        tags: ['matters'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await readTimeline(deps, who, { matter: Number(request.params.id), before: request.query.before })
      return found.ok ? found.page : sendFailure(reply, found.failure)
    },
  )
}

/** What is done in a matter. */
function actingRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/matters/:id/acts/:act',
    {
      schema: {
        params: actParams,
        body: actRequest,
        response: { 200: actDone, 204: z.null().describe('Done; the matter is out of sight now'), ...failures },
        tags: ['matters'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const on = ifMatch(request, reply)
      if (on === null) return reply
      const done = await recordAct(deps, {
        office: who.office,
        matter: Number(request.params.id),
        actor: who.actor,
        act: request.params.act,
        with: request.body.with,
        ...on,
        lang: who.lang,
      })
      return sendDone(reply, who, done)
    },
  )

  app.post(
    '/api/matters/:id/reveal',
    { schema: { params: idParams, body: revealRequest, response: { 200: revealed, ...failures }, tags: ['matters'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const done = await revealIdentity(deps, who, { matter: Number(request.params.id), reason: request.body.reason })
      return done.ok ? reply.header('cache-control', 'no-store').send(done.revealed) : sendFailure(reply, done.failure)
    },
  )
}

/** What was just done, taken back. */
function undoingRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/matters/:id/undo',
    {
      schema: {
        params: idParams,
        querystring: languageQuery,
        response: { 200: actDone, 204: z.null().describe('Done; the matter is out of sight now'), ...failures },
        tags: ['matters'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const on = ifMatch(request, reply)
      if (on === null) return reply
      const { office, actor, lang: reads } = who
      const done = await undoAct(deps, { office, matter: Number(request.params.id), actor, ...on, lang: reads })
      return sendDone(reply, who, done)
    },
  )
}

function sendDone(reply: FastifyReply, who: SignedIn, done: Awaited<ReturnType<typeof recordAct>>) {
  if (!done.ok) return sendFailure(reply, done.failure)
  const shown = actDoneView(who, done)
  // An act may take the matter out of the actor's sight: it is done all the same.
  if (shown === null) return reply.code(204).send(null)
  return reply.header('etag', `"${shown.revision}"`).send(shown)
}

function keyOf({ headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key']
  return typeof key === 'string' && key !== '' ? key.slice(0, 200) : null
}
