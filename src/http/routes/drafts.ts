import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { forgetDraft, listDrafts, readDraft, saveDraft } from '../../app/index.js'
import { draftRequest, draftSaved, draftsView, draftView } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const nothing = { 204: z.null().describe('None') }
const params = z.object({ id: z.string().regex(/^\d{1,15}$/), act: z.string().max(130) })

/** What one has begun to fill in: kept for oneself, on whatever machine, until it is sent or thrown away. */
export async function draftRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get('/api/drafts', { schema: { response: { 200: draftsView, ...failures }, tags: ['desk'] } }, async (request) =>
    listDrafts(deps, staffOf(request)),
  )

  app.get(
    '/api/matters/:id/drafts/:act',
    { schema: { params, response: { 200: draftView, ...nothing, ...failures }, tags: ['matters'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await readDraft(deps, who, { matter: Number(request.params.id), act: request.params.act })
      if (!found.ok) return sendFailure(reply, found.failure)
      return found.draft === null ? reply.code(204).send(null) : found.draft
    },
  )

  app.put(
    '/api/matters/:id/drafts/:act',
    { schema: { params, body: draftRequest, response: { 200: draftSaved, ...failures }, tags: ['matters'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const { id, act } = request.params
      const { values, after } = request.body
      const saved = await saveDraft(deps, who, { matter: Number(id), act, values, after })
      return saved.ok ? { savedAt: saved.savedAt } : sendFailure(reply, saved.failure)
    },
  )

  app.delete(
    '/api/matters/:id/drafts/:act',
    { schema: { params, response: { ...nothing, ...failures }, tags: ['matters'] } },
    async (request, reply) => {
      const who = staffOf(request)
      await forgetDraft(deps, who, { matter: Number(request.params.id), act: request.params.act })
      return reply.code(204).send(null)
    },
  )
}
