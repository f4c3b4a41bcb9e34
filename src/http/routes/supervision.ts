import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listSlips, listStanding, readBoard, readSlip } from '../../app/index.js'
import { slipPage, slipView, supervisionBoard, supervisionPage } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { asOfShape, pageQuery, pageShape } from '../matter-query.js'
import { sendFailure } from '../problem.js'
import { failures, languageQuery } from '../shapes.js'
import { staffOf } from '../who.js'

const boardQuery = languageQuery.extend(asOfShape)
const rowsQuery = pageShape.extend({
  ...asOfShape,
  rung: z.string().max(80),
  unit: z.string().max(64).optional(),
  office: z.literal('1').optional(),
})
const year = z.coerce.number().int().min(2000).max(9999)
const slipsQuery = pageShape.extend({
  ...asOfShape,
  year: year.optional(),
  matter: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
})
const slipParams = z.object({ act: z.string().max(64), year, number: z.coerce.number().int().min(1).max(999_999) })

/** 督办. What stands where, and the papers that were issued. */
export async function supervisionRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/supervision',
    { schema: { querystring: boardQuery, response: { 200: supervisionBoard, ...failures }, tags: ['supervision'] } },
    async (request) => readBoard(deps, staffOf(request)),
  )

  app.get(
    '/api/supervision/matters',
    { schema: { querystring: rowsQuery, response: { 200: supervisionPage, ...failures }, tags: ['supervision'] } },
    async (request) => {
      const who = staffOf(request)
      const { rung, unit, office } = request.query
      return listStanding(deps, who, { rung, unit: office === '1' ? '' : (unit ?? null) }, pageQuery(request.query))
    },
  )

  app.get(
    '/api/slips',
    { schema: { querystring: slipsQuery, response: { 200: slipPage, ...failures }, tags: ['supervision'] } },
    async (request) => {
      const who = staffOf(request)
      const { year: ofYear, matter } = request.query
      const asked = {
        ...(ofYear === undefined ? {} : { year: ofYear }),
        ...(matter === undefined ? {} : { matter: Number(matter) }),
      }
      return listSlips(deps, who, asked, pageQuery(request.query))
    },
  )

  app.get(
    '/api/slips/:act/:year/:number',
    {
      schema: { params: slipParams, querystring: boardQuery, response: { 200: slipView, ...failures }, tags: ['supervision'] },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await readSlip(deps, who, request.params)
      return found.ok ? found.slip : sendFailure(reply, found.failure)
    },
  )
}
