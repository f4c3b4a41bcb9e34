import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  listReports,
  madeReportFile,
  readMadeReport,
  readReport,
  readReportChoices,
  recordExport,
  removeReport,
  reportFile,
  reportFormats,
  saveReport,
} from '../../app/index.js'
import {
  lang,
  madeReport,
  type ReportAsked,
  reportChoices,
  reportParts,
  reportRequest,
  reportSpans,
  reportView,
  savedReport,
  savedReports,
} from '../../contract/index.js'
import { countedWays } from '../../core/index.js'
import type { HttpDeps } from '../http-deps.js'
import { perMinute } from '../limits.js'
import { asOfShape } from '../matter-query.js'
import { sendFailure } from '../problem.js'
import { sendFile } from '../send-attachment.js'
import { failures, idParams, languageQuery } from '../shapes.js'
import { staffOf } from '../who.js'

const value = z.string().max(300).optional()
/** A file is fetched by a link, which says as whom. */
const fileShape = { format: z.enum(reportFormats).default('xlsx'), role: value, lang: lang.optional() }
const reportQuery = z.object({
  ...asOfShape,
  lang: lang.optional(),
  over: z.enum(reportSpans).default('thisMonth'),
  // Days are read with our words for what is wrong with them, not here.
  from: z.string().max(40).default(''),
  to: z.string().max(40).default(''),
  rows: z.enum(countedWays).default('month'),
  across: z.enum(countedWays).optional(),
  figures: z.string().max(2000).default('received').describe('Ids of figures, between commas'),
  unit: value,
  category: value,
  channel: value,
  duty: value,
  regulation: value,
})
const reportFileQuery = reportQuery.extend({ ...fileShape, name: value })

/** 报表. What people build of the figures, keep, share and have made on a schedule. */
export async function reportRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/report',
    { schema: { querystring: reportQuery, response: { 200: reportView, ...failures }, tags: ['statistics'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await readReport(deps, who, askedIn(request.query))
      return found.ok ? found.report : sendFailure(reply, found.failure)
    },
  )

  app.get(
    '/api/report/choices',
    { schema: { querystring: languageQuery, response: { 200: reportChoices, ...failures }, tags: ['statistics'] } },
    async (request) => readReportChoices(staffOf(request)),
  )

  app.get(
    '/api/report/file',
    { schema: { querystring: reportFileQuery, tags: ['statistics'] }, config: perMinute(10) },
    async (request, reply) => {
      const who = staffOf(request)
      const { format, name = '' } = request.query
      const found = await reportFile(deps, who, { asked: askedIn(request.query), name, format })
      if (!found.ok) return sendFailure(reply, found.failure)
      await recordExport(deps, who, { kind: 'statistics', format })
      return sendFile(reply, found.file)
    },
  )
  savedRoutes(plain, deps)
  madeRoutes(plain, deps)
}

function savedRoutes(plain: FastifyInstance, deps: HttpDeps['app']): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/reports',
    { schema: { querystring: languageQuery, response: { 200: savedReports, ...failures }, tags: ['statistics'] } },
    async (request) => ({ reports: [...(await listReports(deps, staffOf(request)))] }),
  )

  app.post(
    '/api/reports',
    { schema: { body: reportRequest, response: { 201: savedReport, ...failures }, tags: ['statistics'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const saved = await saveReport(deps, who, request.body)
      return saved.ok ? reply.code(201).send(saved.report) : sendFailure(reply, saved.failure)
    },
  )

  app.delete(
    '/api/reports/:id',
    { schema: { params: idParams, response: { 204: z.null().describe('Removed'), ...failures }, tags: ['statistics'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const removed = await removeReport(deps, who, Number(request.params.id))
      return removed.ok ? reply.code(204).send(null) : sendFailure(reply, removed.failure)
    },
  )
}

function madeRoutes(plain: FastifyInstance, deps: HttpDeps['app']): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/reports/made/:id',
    {
      schema: {
        params: idParams,
        querystring: languageQuery,
        response: { 200: madeReport, ...failures },
        tags: ['statistics'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await readMadeReport(deps, who, Number(request.params.id))
      return found.ok ? found.made : sendFailure(reply, found.failure)
    },
  )

  app.get(
    '/api/reports/made/:id/file',
    { schema: { params: idParams, querystring: z.object(fileShape), tags: ['statistics'] }, config: perMinute(10) },
    async (request, reply) => {
      const who = staffOf(request)
      const { format } = request.query
      const found = await madeReportFile(deps, who, { id: Number(request.params.id), format })
      if (!found.ok) return sendFailure(reply, found.failure)
      await recordExport(deps, who, { kind: 'statistics', format })
      return sendFile(reply, found.file)
    },
  )
}

function askedIn({ over, from, to, rows, across, figures, ...query }: z.infer<typeof reportQuery>): ReportAsked {
  const part = Object.fromEntries(
    reportParts.flatMap((name) => {
      const only = query[name]
      return only === undefined ? [] : [[name, only] as const]
    }),
  )
  return { over, from, to, rows, across: across ?? null, figures: figures.split(',').filter((id) => id !== ''), part }
}
