import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { choose, finishSelection, listSelections, readCandidates } from '../../app/index.js'
import { candidatesView, selectionAmong, selectionRequest, selectionsView, selectionView } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const params = z.object({ id: z.string().regex(/^\d{1,9}$/) })
const tags = ['selections']

/** 选取. For which acts matters are chosen, among which, and what was drawn. */
export async function selectionRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get('/api/selections', { schema: { response: { 200: selectionsView, ...failures }, tags } }, async (request) =>
    listSelections(deps, staffOf(request)),
  )

  app.get(
    '/api/selections/candidates',
    { schema: { querystring: selectionAmong, response: { 200: candidatesView, ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const read = await readCandidates(deps, who, request.query)
      return read.ok ? read.found : sendFailure(reply, read.failure)
    },
  )

  app.post(
    '/api/selections',
    { schema: { body: selectionRequest, response: { 200: selectionView, ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const made = await choose(deps, who, request.body)
      return made.ok ? made.selection : sendFailure(reply, made.failure)
    },
  )

  app.post(
    '/api/selections/:id/finish',
    { schema: { params, response: { 200: selectionView, ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const done = await finishSelection(deps, who, Number(request.params.id))
      return done.ok ? done.selection : sendFailure(reply, done.failure)
    },
  )
}
