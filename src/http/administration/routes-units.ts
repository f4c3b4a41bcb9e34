import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { addUnit, changeUnit, type Deps, listUnitsOverTime } from '../../app/index.js'
import { newUnit, problem, unitChange, unitsView } from '../../contract/index.js'
import { sendFailure } from '../problem.js'
import type { AdminOf } from './administrators.js'

const failures = { '4xx': problem, '5xx': problem }
const tags = ['administration']
const saved = { 200: z.object({ id: z.string() }), ...failures }

/** Units, over time. */
export function unitRoutes(plain: FastifyInstance, deps: Deps, adminOf: AdminOf): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const root = '/api/administration/units'

  app.get(root, { schema: { response: { 200: unitsView, ...failures }, tags } }, async (request) =>
    listUnitsOverTime(deps, adminOf(request)),
  )
  app.post(root, { schema: { body: newUnit, response: saved, tags } }, async (request, reply) => {
    const made = await addUnit(deps, adminOf(request), request.body)
    return made.ok ? made.done : sendFailure(reply, made.failure)
  })
  app.post(
    `${root}/:id`,
    { schema: { params: z.object({ id: z.string().max(64) }), body: unitChange, response: saved, tags } },
    async (request, reply) => {
      const made = await changeUnit(deps, adminOf(request), request.params.id, request.body)
      return made.ok ? made.done : sendFailure(reply, made.failure)
    },
  )
}
