import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { packageType, packMany, packMatter } from '../../app/index.js'
import { lang, sentLine } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { perMinute } from '../limits.js'
import { asOfShape } from '../matter-query.js'
import { sendFailure } from '../problem.js'
import { fileHeaders, sendFile } from '../send-attachment.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const params = z.object({ id: z.string().regex(/^\d{1,15}$/) })
const purpose = sentLine.default('').describe('For whom and what for; it stands in the package and in the log')
const response = { 200: z.any().describe('The package'), ...failures }
const tags = ['packages']
const numberList = z
  .string()
  .max(20_000)
  .transform((text) => text.split(/[\s,，、;；]+/u).filter(Boolean))
  .describe('Numbers of matters, with commas between')

/** 归档包. A matter, several or a year of them, with all that proves them, as far as whoever asks may see them. */
export async function packageRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/matters/:id/package',
    {
      schema: { params, querystring: z.object({ lang: lang.optional(), purpose, ...asOfShape }), response, tags },
      config: perMinute(30),
    },
    async (request, reply) => {
      const who = staffOf(request)
      const made = await packMatter(deps, who, { matter: Number(request.params.id), purpose: request.query.purpose })
      return made.ok ? sendFile(reply, made.file) : sendFailure(reply, made.failure)
    },
  )

  app.get(
    '/api/packages',
    {
      schema: {
        querystring: z.object({
          lang: lang.optional(),
          numbers: numberList.optional(),
          year: z.coerce.number().int().min(1990).max(2099).optional(),
          purpose,
        }),
        response,
        tags,
      },
      config: perMinute(6),
    },
    async (request, reply) => {
      const who = staffOf(request)
      const { numbers = [], year = null, purpose } = request.query
      const found = await packMany(deps, who, { numbers, year, purpose })
      if (!found.ok) return sendFailure(reply, found.failure)
      const { name, bytes } = found.made
      // As it is made: whoever stops taking it stops the making.
      return fileHeaders(reply, { name, type: packageType }).send(Readable.from(bytes, { objectMode: false }))
    },
  )
}
