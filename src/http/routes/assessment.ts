import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  type AssessmentAsked,
  assessmentWorkbook,
  listPoints,
  readAssessment,
  recordExport,
  recountAssessment,
} from '../../app/index.js'
import { assessmentRecounted, assessmentView, lang, pointsTaken } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { perMinute } from '../limits.js'
import { asOfShape, pageQuery, pageShape } from '../matter-query.js'
import { sendFailure } from '../problem.js'
import { sendFile, spreadsheet } from '../send-attachment.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const value = z.string().max(64).optional()
const day = z.string().max(40).optional()
const asked = { ...asOfShape, from: day, to: day, unit: value, regulation: value }
const assessmentQuery = z.object({ ...asked, lang: lang.optional(), role: z.string().max(300).optional() })
const pointsQuery = pageShape.extend(asked)
const recountQuery = z.object({
  ...asked,
  unit: z.string().min(1).max(64),
  regulation: z.string().min(1).max(64),
  lang: lang.optional(),
})
const tags = ['assessment']
/** So many matters a page has counted again at most: more is for the command line. */
const mostRecounted = 2000

/** 考核. */
export async function assessmentRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/assessment',
    { schema: { querystring: assessmentQuery, response: { 200: assessmentView, ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await readAssessment(deps, who, askedIn(request.query))
      return found.ok ? found.assessment : sendFailure(reply, found.failure)
    },
  )

  app.get(
    '/api/assessment/points',
    { schema: { querystring: pointsQuery, response: { 200: pointsTaken, ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await listPoints(deps, who, { ...askedIn(request.query), page: pageQuery(request.query) })
      return found.ok ? found.points : sendFailure(reply, found.failure)
    },
  )

  app.get(
    '/api/assessment/recount',
    { schema: { querystring: recountQuery, response: { 200: assessmentRecounted, ...failures }, tags }, config: perMinute(6) },
    async (request, reply) => {
      const who = staffOf(request)
      const { unit, regulation } = request.query
      const found = await recountAssessment(deps, who, { ...askedIn(request.query), unit, regulation, most: mostRecounted })
      return found.ok ? found.recounted : sendFailure(reply, found.failure)
    },
  )

  app.get(
    '/api/assessment.xlsx',
    { schema: { querystring: assessmentQuery, tags }, config: perMinute(6) },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await assessmentWorkbook(deps, who, askedIn(request.query))
      if (!found.ok) return sendFailure(reply, found.failure)
      await recordExport(deps, who, { kind: 'assessment', format: 'xlsx' })
      return sendFile(reply, { name: found.name, type: spreadsheet, bytes: found.file })
    },
  )
}

const askedIn = ({ from, to, unit, regulation }: Omit<z.infer<typeof assessmentQuery>, 'lang' | 'role'>): AssessmentAsked => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(unit === undefined ? {} : { unit }),
  ...(regulation === undefined ? {} : { regulation }),
})
