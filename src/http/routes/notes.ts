import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { handOver, readNotes, writeNote } from '../../app/index.js'
import { keeperRequest, noteRequest, notesView } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const params = z.object({ id: z.string().regex(/^\d{1,15}$/) })

/** What colleagues tell each other about a matter, and who of them has it in hand. */
export async function noteRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const done = { response: { 204: z.null().describe('Done'), ...failures }, tags: ['matters'] }

  app.get(
    '/api/matters/:id/notes',
    { schema: { params, response: { 200: notesView, ...failures }, tags: ['matters'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await readNotes(deps, who, Number(request.params.id))
      return found.ok ? found.notes : sendFailure(reply, found.failure)
    },
  )

  app.post('/api/matters/:id/notes', { schema: { params, body: noteRequest, ...done } }, async (request, reply) => {
    const who = staffOf(request)
    const written = await writeNote(deps, who, { matter: Number(request.params.id), ...request.body })
    return written.ok ? reply.code(204).send(null) : sendFailure(reply, written.failure)
  })

  app.put('/api/matters/:id/keeper', { schema: { params, body: keeperRequest, ...done } }, async (request, reply) => {
    const who = staffOf(request)
    const handed = await handOver(deps, who, { matter: Number(request.params.id), ...request.body })
    return handed.ok ? reply.code(204).send(null) : sendFailure(reply, handed.failure)
  })
}
