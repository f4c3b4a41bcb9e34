import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  countCharged,
  countReturns,
  listChanged,
  listCounted,
  readGlance,
  readStatistics,
  recordExport,
  type StatisticsAsked,
  statisticsWorkbook,
} from '../../app/index.js'
import { changedMatters, chargedView, glanceView, lang, matterPage, returnsView, statisticsView } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { perMinute } from '../limits.js'
import { asOfShape, pageQuery, pageShape } from '../matter-query.js'
import { sendFailure } from '../problem.js'
import { sendFile, spreadsheet } from '../send-attachment.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const value = z.string().max(64).optional()
/** Days are read with the regulation's words for what is wrong with them, not here. */
const day = z.string().max(40).optional()
const asked = {
  ...asOfShape,
  from: day,
  to: day,
  by: z.enum(['unit', 'category', 'channel', 'month', 'duty', 'regulation']).optional(),
  unit: value,
  category: value,
  channel: value,
  duty: value,
  regulation: value,
}
const statisticsQuery = z.object({ ...asked, lang: lang.optional(), role: z.string().max(300).optional() })
const countedQuery = pageShape.extend({ ...asked, figure: z.string().max(80) })
const changedQuery = statisticsQuery.omit({ asOf: true }).extend({ figure: z.string().max(80) })

/** 统计. */
export async function statisticsRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/statistics',
    { schema: { querystring: statisticsQuery, response: { 200: statisticsView, ...failures }, tags: ['statistics'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await readStatistics(deps, who, askedIn(request.query))
      return found.ok ? found.statistics : sendFailure(reply, found.failure)
    },
  )

  app.get(
    '/api/statistics/matters',
    { schema: { querystring: countedQuery, response: { 200: matterPage, ...failures }, tags: ['statistics'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const { query } = request
      const found = await listCounted(deps, who, { ...askedIn(query), figure: query.figure, page: pageQuery(query) })
      return found.ok ? found.matters : sendFailure(reply, found.failure)
    },
  )

  app.get(
    '/api/statistics/changes',
    { schema: { querystring: changedQuery, response: { 200: changedMatters, ...failures }, tags: ['statistics'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await listChanged(deps, who, { ...askedIn(request.query), figure: request.query.figure })
      return found.ok ? found.changed : sendFailure(reply, found.failure)
    },
  )

  glanceRoute(plain, deps)
  goneThroughRoutes(plain, deps)

  app.get(
    '/api/statistics.xlsx',
    { schema: { querystring: statisticsQuery, tags: ['statistics'] }, config: perMinute(6) },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await statisticsWorkbook(deps, who, askedIn(request.query))
      if (!found.ok) return sendFailure(reply, found.failure)
      await recordExport(deps, who, { kind: 'statistics', format: 'xlsx' })
      return sendFile(reply, { name: found.name, type: spreadsheet, bytes: found.file })
    },
  )
}

/** 一页要览. */
function glanceRoute(plain: FastifyInstance, deps: HttpDeps['app']): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/statistics/glance',
    { schema: { querystring: statisticsQuery, response: { 200: glanceView, ...failures }, tags: ['statistics'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await readGlance(deps, who, askedIn(request.query))
      return found.ok ? found.glance : sendFailure(reply, found.failure)
    },
  )
}

/** What is gone through matter by matter, and only when asked for. */
function goneThroughRoutes(plain: FastifyInstance, deps: HttpDeps['app']): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const schema = { querystring: statisticsQuery, tags: ['statistics'] }
  app.get(
    '/api/statistics/returns',
    { schema: { ...schema, response: { 200: returnsView, ...failures } }, config: perMinute(20) },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await countReturns(deps, who, askedIn(request.query))
      return found.ok ? found.returns : sendFailure(reply, found.failure)
    },
  )

  app.get(
    '/api/statistics/charged',
    { schema: { ...schema, response: { 200: chargedView, ...failures } }, config: perMinute(20) },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await countCharged(deps, who, askedIn(request.query))
      return found.ok ? found.charged : sendFailure(reply, found.failure)
    },
  )
}

function askedIn({ from, to, by, unit, category, channel, duty, regulation }: z.infer<typeof statisticsQuery>): StatisticsAsked {
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(by === undefined ? {} : { by }),
    part: {
      ...(unit === undefined ? {} : { unit }),
      ...(category === undefined ? {} : { category }),
      ...(channel === undefined ? {} : { channel }),
      ...(duty === undefined ? {} : { duty }),
      ...(regulation === undefined ? {} : { regulation }),
    },
  }
}
