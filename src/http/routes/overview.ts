import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { linksOf, listChoices, listSavedViews, removeSavedView, saveView } from '../../app/index.js'
import { matterChoices, matterLinks, savedView, savedViewRequest, savedViews } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { asOfShape } from '../matter-query.js'
import { sendFailure } from '../problem.js'
import { failures, idParams, languageQuery } from '../shapes.js'
import { staffOf } from '../who.js'

/** Around the list of matters: what it can be narrowed to, what people narrow it to, and which matters name each other. */
export async function overviewRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/matters/choices',
    { schema: { querystring: languageQuery, response: { 200: matterChoices, ...failures }, tags: ['matters'] } },
    async (request) => listChoices(deps, staffOf(request)),
  )

  linksRoute(plain, deps)
  app.get(
    '/api/views',
    { schema: { querystring: languageQuery, response: { 200: savedViews, ...failures }, tags: ['matters'] } },
    async (request) => ({ views: [...(await listSavedViews(deps, staffOf(request)))] }),
  )

  app.post(
    '/api/views',
    { schema: { body: savedViewRequest, response: { 201: savedView, ...failures }, tags: ['matters'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const saved = await saveView(deps, who, request.body)
      return saved.ok ? reply.code(201).send(saved.view) : sendFailure(reply, saved.failure)
    },
  )

  app.delete(
    '/api/views/:id',
    { schema: { params: idParams, response: { 204: z.null().describe('Removed'), ...failures }, tags: ['matters'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const removed = await removeSavedView(deps, who, Number(request.params.id))
      return removed.ok ? reply.code(204).send(null) : sendFailure(reply, removed.failure)
    },
  )
}

function linksRoute(plain: FastifyInstance, deps: HttpDeps['app']): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/matters/:id/links',
    {
      schema: {
        params: idParams,
        querystring: languageQuery.extend(asOfShape),
        response: { 200: matterLinks, ...failures },
        tags: ['matters'],
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await linksOf(deps, who, Number(request.params.id))
      return found.ok ? { links: [...found.links] } : sendFailure(reply, found.failure)
    },
  )
}
