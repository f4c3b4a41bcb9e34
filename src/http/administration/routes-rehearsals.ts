import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { beginRehearsal, type Deps, discardRehearsal, lettersFor, listRehearsals, stepIn } from '../../app/index.js'
import { lettersDone, lettersRequest, rehearsals, sentId, stepInRequest } from '../../contract/index.js'
import { sendFailure } from '../problem.js'
import { stepInto } from '../rehearsal-session.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const tags = ['administration']
const root = '/api/administration/rehearsals'
const params = z.object({ id: sentId })

/** 旁设的演练: begun, filled, entered and thrown away by administrators of the office beside which it stands. */
export function rehearsalsRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(root, { schema: { response: { 200: rehearsals, ...failures }, tags } }, async (request) =>
    listRehearsals(deps, staffOf(request)),
  )
  app.post(root, { schema: { response: { 200: z.object({ id: z.string() }), ...failures }, tags } }, async (request, reply) => {
    const made = await beginRehearsal(deps, staffOf(request))
    return made.ok ? made.done : sendFailure(reply, made.failure)
  })
  app.post(
    `${root}/:id/letters`,
    { schema: { params, body: lettersRequest, response: { 200: lettersDone, ...failures }, tags } },
    async (request, reply) => {
      const made = await lettersFor(deps, staffOf(request), { rehearsal: request.params.id, count: request.body.count })
      return made.ok ? made.done : sendFailure(reply, made.failure)
    },
  )
  app.post(
    `${root}/:id/step-in`,
    { schema: { params, body: stepInRequest, response: { 200: z.object({}), ...failures }, tags } },
    async (request, reply) => {
      const made = await stepIn(deps, staffOf(request), { rehearsal: request.params.id, account: request.body.account })
      return made.ok ? stepInto(request, reply, made.token).send({}) : sendFailure(reply, made.failure)
    },
  )
  app.post(
    `${root}/:id/discard`,
    { schema: { params, response: { 200: z.object({}), ...failures }, tags } },
    async (request, reply) => {
      const made = await discardRehearsal(deps, staffOf(request), request.params.id)
      return made.ok ? {} : sendFailure(reply, made.failure)
    },
  )
}
