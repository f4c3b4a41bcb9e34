import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Deps, listStandardTexts, removeStandardText, saveStandardText } from '../../app/index.js'
import { keptTexts, seen, textRequest } from '../../contract/index.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const tags = ['administration']
const saved = z.object({ id: z.number() })
const one = z.object({ id: z.coerce.number().int() })

/** Standard texts, as administrators keep them. */
export function standardTextRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const root = '/api/administration/standard-texts'

  app.get(root, { schema: { response: { 200: keptTexts, ...failures }, tags } }, async (request) =>
    listStandardTexts(deps, staffOf(request)),
  )

  app.post(root, { schema: { body: textRequest, response: { 200: saved, ...failures }, tags } }, async (request, reply) => {
    const done = await saveStandardText(deps, staffOf(request), request.body)
    return done.ok ? done.done : sendFailure(reply, done.failure)
  })

  app.post(
    `${root}/:id`,
    { schema: { params: one, body: textRequest.extend(seen.shape), response: { 200: saved, ...failures }, tags } },
    async (request, reply) => {
      const done = await saveStandardText(deps, staffOf(request), { ...request.body, id: request.params.id })
      return done.ok ? done.done : sendFailure(reply, done.failure)
    },
  )

  app.post(
    `${root}/:id/remove`,
    { schema: { params: one, body: seen, response: { 200: z.object({}), ...failures }, tags } },
    async (request, reply) => {
      const done = await removeStandardText(deps, staffOf(request), { ...request.params, ...request.body })
      return done.ok ? {} : sendFailure(reply, done.failure)
    },
  )
}
