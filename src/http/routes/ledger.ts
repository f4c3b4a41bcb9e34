import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readFollowed, readLedger } from '../../app/index.js'
import { followedPage, followedShows, ledgerPage, ledgerShows } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { asOfShape, pageQuery, pageShape } from '../matter-query.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const ledgerQuery = pageShape.extend({
  ...asOfShape,
  regulation: z.string().max(64).optional(),
  show: z.enum(ledgerShows).optional(),
  unit: z.string().max(64).optional(),
})

const followedQuery = pageShape.extend({
  ...asOfShape,
  regulation: z.string().max(64).optional(),
  duty: z.string().max(64).optional(),
  /** `-`: what no unit owes. */
  unit: z.string().max(64).optional(),
  year: z.coerce.number().int().min(1900).max(9999).optional(),
  show: z.enum(followedShows).optional(),
})

/** 台账. The matters of a kind with who owes what in each; and what is followed over the years. */
export async function ledgerRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/supervision/ledger',
    { schema: { querystring: ledgerQuery, response: { 200: ledgerPage, ...failures }, tags: ['supervision'] } },
    async (request) => {
      const who = staffOf(request)
      const { regulation = null, show = 'open', unit = null } = request.query
      return readLedger(deps, who, { kind: regulation, show, unit, page: pageQuery(request.query) })
    },
  )

  app.get(
    '/api/supervision/followed',
    { schema: { querystring: followedQuery, response: { 200: followedPage, ...failures }, tags: ['supervision'] } },
    async (request) => {
      const who = staffOf(request)
      const { regulation = null, duty = null, unit, year = null, show = 'open' } = request.query
      const place = { kind: regulation, duty, unit: unit === '-' ? '' : (unit ?? null), year, show }
      return readFollowed(deps, who, place, pageQuery(request.query))
    },
  )
}
