import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  actAsRequester,
  failure,
  listGovernments,
  listPublished,
  listRegulations,
  readOwnAttachment,
  readPublished,
  readRegulation,
  simulate,
  trackMatter,
  wordsOf,
} from '../app/index.js'
import {
  governmentView,
  lang,
  problem,
  publicMatter,
  publicPage,
  regulationSummary,
  regulationView,
  requesterActRequest,
  simulated,
  simulateRequest,
  trackView,
} from '../contract/index.js'
import type { HttpDeps } from './http-deps.js'
import { langOf } from './language.js'
import { perMinute } from './limits.js'
import { sendFailure } from './problem.js'
import { sendAttachment } from './send-attachment.js'
import { ifMatch } from './who.js'

const failures = { '4xx': problem, '5xx': problem }
const numberParams = z.object({ number: z.string().max(20) })
const languageQuery = z.object({ lang: lang.optional() })
const codeQuery = languageQuery.extend({ code: z.string().max(40).optional() })
const publicQuery = languageQuery.extend({
  q: z.string().max(200).optional(),
  category: z.string().max(64).optional(),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
})

/** What needs no account: one's own matter by number and code, published matters, governments, regulations. */
export async function openRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  const knockOf = (request: FastifyRequest, number: string, code: string | undefined) => {
    const header = request.headers['x-query-code']
    return { number, code: code ?? (typeof header === 'string' ? header : ''), address: request.ip, lang: langOf(request) }
  }

  app.get(
    '/api/track/:number',
    {
      schema: { params: numberParams, querystring: codeQuery, response: { 200: trackView, ...failures }, tags: ['requester'] },
      config: perMinute(60),
    },
    async (request, reply) => {
      const found = await trackMatter(deps, knockOf(request, request.params.number, request.query.code))
      if (!found.ok) return sendFailure(reply, found.failure)
      return reply.header('cache-control', 'no-store').header('etag', `"${found.track.revision}"`).send(found.track)
    },
  )

  app.post(
    '/api/track/:number/acts/:act',
    {
      schema: {
        params: numberParams.extend({ act: z.string().max(64) }),
        body: requesterActRequest,
        response: { 200: trackView, ...failures },
        tags: ['requester'],
      },
      config: perMinute(30),
    },
    async (request, reply) => {
      const revision = ifMatch(request)
      if (revision === 'malformed')
        return sendFailure(reply, failure(wordsOf(langOf(request)), 'bad-request', { detail: 'If-Match' }))
      const knock = knockOf(request, request.params.number, request.body.code)
      const done = await actAsRequester(deps, { ...knock, act: request.params.act, with: request.body.with, revision })
      return done.ok ? reply.header('etag', `"${done.track.revision}"`).send(done.track) : sendFailure(reply, done.failure)
    },
  )

  app.get(
    '/api/track/:number/attachments/:attachment',
    {
      schema: {
        params: numberParams.extend({ attachment: z.string().max(64) }),
        querystring: codeQuery,
        response: { ...failures },
        tags: ['requester'],
      },
      config: perMinute(60),
    },
    async (request, reply) => {
      const knock = knockOf(request, request.params.number, request.query.code)
      const found = await readOwnAttachment(deps, { ...knock, attachment: request.params.attachment })
      return found.ok ? sendAttachment(reply, found.file) : sendFailure(reply, found.failure)
    },
  )

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
        response: { 200: publicMatter, ...failures },
        tags: ['public'],
      },
    },
    async (request, reply) => {
      const found = await readPublished(deps, { ...request.params, lang: langOf(request) })
      return found.ok ? found.matter : sendFailure(reply, found.failure)
    },
  )

  app.get(
    '/api/regulations',
    { schema: { querystring: languageQuery, response: { 200: z.array(regulationSummary), ...failures }, tags: ['regulations'] } },
    async (request) => [...listRegulations(deps, langOf(request))],
  )

  const regulationParams = z.object({ id: z.string().max(64), version: z.string().max(20).optional() })
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
    async (request) => simulate(deps, { scenario: request.body.scenario, lang: langOf(request) }),
  )
}
