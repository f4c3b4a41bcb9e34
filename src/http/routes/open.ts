import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  type Deps,
  failure,
  listGovernments,
  listPublished,
  listRegulations,
  readPublicFile,
  readPublished,
  readRegulation,
  wordsOf,
} from '../../app/index.js'
import {
  governmentView,
  publicMatterPage,
  publicPage,
  regulationSummary,
  regulationView,
  simulated,
  simulateRequest,
} from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { langOf } from '../language.js'
import { perMinute } from '../limits.js'
import { sendFailure } from '../problem.js'
import { sendAttachment } from '../send-attachment.js'
import { failures, languageQuery } from '../shapes.js'
import { askedBy } from '../who.js'

const numberParams = z.object({ number: z.string().max(20) })
const publicQuery = languageQuery.extend({
  q: z.string().max(200).optional(),
  category: z.string().max(64).optional(),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
})

/** What anybody may ask: governments, published matters, regulations, and how a scenario would go. */
export async function openRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  askedBy(plain, 'anybody')
  publishedRoutes(plain, deps)
  publicFileRoutes(plain, deps)
  regulationRoutes(plain, deps)
}

/** Governments, and what they published. */
function publishedRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/governments',
    { schema: { querystring: languageQuery, response: { 200: z.array(governmentView), ...failures }, tags: ['public'] } },
    async (request) => [...(await listGovernments(deps, langOf(request)))],
  )

  app.get(
    '/api/public/:government',
    {
      schema: {
        params: z.object({ government: z.string().max(64) }),
        querystring: publicQuery,
        response: { 200: publicPage, ...failures },
        tags: ['public'],
      },
    },
    async (request, reply) => {
      const { q, category, after, limit } = request.query
      const found = await listPublished(deps, {
        government: request.params.government,
        words: q ?? null,
        category: category ?? null,
        after: after ?? null,
        lang: langOf(request),
        ...(limit === undefined ? {} : { limit }),
      })
      return found.ok ? found.page : sendFailure(reply, found.failure)
    },
  )

  app.get(
    '/api/public/:government/:number',
    {
      schema: {
        params: numberParams.extend({ government: z.string().max(64) }),
        querystring: languageQuery,
        response: { 200: publicMatterPage, ...failures },
        tags: ['public'],
      },
    },
    async (request, reply) => {
      const found = await readPublished(deps, { ...request.params, lang: langOf(request) })
      return found.ok ? found.matter : sendFailure(reply, found.failure)
    },
  )
}

/** The files of what they published. */
function publicFileRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/public/:government/:number/attachments/:attachment',
    {
      schema: {
        params: numberParams.extend({ government: z.string().max(64), attachment: z.string().max(64) }),
        querystring: languageQuery,
        response: { ...failures },
        tags: ['public'],
      },
      config: perMinute(60),
    },
    async (request, reply) => {
      const found = await readPublicFile(deps, { ...request.params, lang: langOf(request) })
      return found.ok ? sendAttachment(reply, found.file) : sendFailure(reply, found.failure)
    },
  )
}

const regulationParams = z.object({ id: z.string().max(64), version: z.string().max(20).optional() })

/** Regulations, and how an example would go. */
function regulationRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/regulations',
    { schema: { querystring: languageQuery, response: { 200: z.array(regulationSummary), ...failures }, tags: ['regulations'] } },
    async (request) => [...listRegulations(deps, langOf(request))],
  )

  for (const path of ['/api/regulations/:id', '/api/regulations/:id/:version']) {
    app.get(
      path,
      {
        schema: {
          params: regulationParams,
          querystring: languageQuery,
          response: { 200: regulationView, ...failures },
          tags: ['regulations'],
        },
      },
      async (request, reply) => {
        const { id, version } = request.params
        const found = readRegulation(deps, { id, version: version ?? null, lang: langOf(request) })
        return found.ok ? found.regulation : sendFailure(reply, found.failure)
      },
    )
  }

  app.post(
    '/api/simulate',
    {
      schema: {
        body: simulateRequest,
        querystring: languageQuery,
        response: { 200: simulated, ...failures },
        tags: ['regulations'],
      },
      config: perMinute(30),
      bodyLimit: 200_000,
    },
    async (request, reply) => {
      const found = await deps.simulate({ scenario: request.body.scenario, lang: langOf(request) })
      return found ?? sendFailure(reply, failure(wordsOf(langOf(request)), 'too-costly'))
    },
  )
}
