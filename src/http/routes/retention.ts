import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  changeTerms,
  type Deps,
  decideDisposals,
  holdMatters,
  liftHold,
  listDisposals,
  listHolds,
  listOver,
  proposeDisposal,
  readRetention,
} from '../../app/index.js'
import {
  decisionDone,
  decisionRequest,
  disposalPage,
  disposalRequest,
  disposed,
  holdPage,
  holdRequest,
  keptPage,
  liftRequest,
  retentionView,
  termsRequest,
} from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const tags = ['retention']
const root = '/api/retention'
const params = z.object({ id: z.string().regex(/^\d{1,15}$/) })
const paged = z.object({ after: z.string().max(200).optional() })
const done = { 200: z.object({}), ...failures }

type Paged = { readonly after?: string | undefined }
const pageIn = ({ after }: Paged) => (after === undefined ? {} : { after })

/** 保管与销毁. How long what is kept, what is proposed to go and who decided it, and what holds it back. */
export async function retentionRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    `${root}/over`,
    {
      schema: {
        querystring: paged.extend({ what: disposed.default('matter') }),
        response: { 200: keptPage, ...failures },
        tags,
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await listOver(deps, who, { what: request.query.what, page: pageIn(request.query) })
      return found.ok ? found.page : sendFailure(reply, found.failure)
    },
  )

  app.get(
    `${root}/disposals`,
    {
      schema: {
        querystring: paged.extend({ decided: z.enum(['yes', 'no']).default('no') }),
        response: { 200: disposalPage, ...failures },
        tags,
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const asked = { areDecided: request.query.decided === 'yes', page: pageIn(request.query) }
      const found = await listDisposals(deps, who, asked)
      return found.ok ? found.page : sendFailure(reply, found.failure)
    },
  )

  app.post(
    `${root}/disposals`,
    { schema: { body: disposalRequest, response: { 200: z.object({ proposed: z.number() }), ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const made = await proposeDisposal(deps, who, request.body)
      return made.ok ? { proposed: made.proposed } : sendFailure(reply, made.failure)
    },
  )

  app.post(
    `${root}/decisions`,
    { schema: { body: decisionRequest, response: { 200: decisionDone, ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const made = await decideDisposals(deps, who, request.body)
      return made.ok ? { results: made.results } : sendFailure(reply, made.failure)
    },
  )

  holdRoutes(plain, deps)
}

/** What holds matters back, and for how long they are kept. */
function holdRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(root, { schema: { response: { 200: retentionView, ...failures }, tags } }, async (request) =>
    readRetention(deps, staffOf(request)),
  )

  app.get(
    `${root}/holds`,
    { schema: { querystring: paged, response: { 200: holdPage, ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await listHolds(deps, who, pageIn(request.query))
      return found.ok ? found.page : sendFailure(reply, found.failure)
    },
  )

  app.post(`${root}/holds`, { schema: { body: holdRequest, response: done, tags } }, async (request, reply) => {
    const who = staffOf(request)
    const made = await holdMatters(deps, who, request.body)
    return made.ok ? {} : sendFailure(reply, made.failure)
  })

  app.post(`${root}/holds/:id/lift`, { schema: { params, body: liftRequest, response: done, tags } }, async (request, reply) => {
    const who = staffOf(request)
    const made = await liftHold(deps, who, { id: Number(request.params.id), reason: request.body.reason })
    return made.ok ? {} : sendFailure(reply, made.failure)
  })

  app.post(
    `${root}/terms`,
    { schema: { body: termsRequest, response: { 200: z.object({}), ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const made = await changeTerms(deps, who, request.body)
      return made.ok ? {} : sendFailure(reply, made.failure)
    },
  )
}
