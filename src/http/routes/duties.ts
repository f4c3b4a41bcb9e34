import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { doneToday, listDuties, listNotices, listWork, markNoticesRead, otherDesks, readDesk, whoses } from '../../app/index.js'
import { desk, doneToday as doneTodayView, dutyPage, noticePage, otherDesks as otherDesksView } from '../../contract/index.js'
import { works } from '../../core/index.js'
import type { HttpDeps } from '../http-deps.js'
import { asOfShape, listOf, pageQuery, pageShape, several } from '../matter-query.js'
import { failures, nothing } from '../shapes.js'
import { staffOf } from '../who.js'

const deskQuery = pageShape.extend({
  ...asOfShape,
  show: z.enum(['all', 'overdue', 'today', 'soon', 'undated']).optional(),
  whose: z.enum(whoses).default('seat'),
  work: z.enum(works).optional(),
  regulation: several.optional(),
})
const narrowed = ({ regulation }: { readonly regulation?: string | undefined }) =>
  regulation ? { regulations: listOf(regulation) } : {}

/** My desk: what I owe, as one list or by kinds of work. */
export async function deskRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/duties',
    { schema: { querystring: deskQuery, response: { 200: dutyPage, ...failures }, tags: ['desk'] } },
    async (request) => {
      const who = staffOf(request)
      const { show = 'all', whose, work } = request.query
      const page = pageQuery(request.query)
      return work === undefined
        ? listDuties(deps, who, { show, whose, page })
        : listWork(deps, who, { work, whose, page, ...narrowed(request.query) })
    },
  )

  app.get(
    '/api/desk',
    {
      schema: {
        querystring: deskQuery.pick({ asOf: true, whose: true, regulation: true }),
        response: { 200: desk, ...failures },
        tags: ['desk'],
      },
    },
    async (request) => readDesk(deps, staffOf(request), { whose: request.query.whose, ...narrowed(request.query) }),
  )

  app.get('/api/desk/done', { schema: { response: { 200: doneTodayView, ...failures }, tags: ['desk'] } }, async (request) =>
    doneToday(deps, staffOf(request)),
  )

  app.get(
    '/api/desk/others',
    { schema: { querystring: z.object(asOfShape), response: { 200: otherDesksView, ...failures }, tags: ['desk'] } },
    async (request) => otherDesks(deps, staffOf(request)),
  )
}

/** What I was told. */
export async function dutyRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/notices',
    { schema: { querystring: pageShape.extend(asOfShape), response: { 200: noticePage, ...failures }, tags: ['desk'] } },
    async (request) => listNotices(deps, staffOf(request), pageQuery(request.query)),
  )

  app.post(
    '/api/notices/read',
    {
      schema: {
        body: z.object({ ids: z.array(z.number().int()).max(500) }),
        response: { ...nothing, ...failures },
        tags: ['desk'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      await markNoticesRead(deps, who, request.body.ids)
      return reply.code(204).send(null)
    },
  )
}
