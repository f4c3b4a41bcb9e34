import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { addUnit, changeUnit, type Deps, listUnitsOverTime } from '../../app/index.js'
import { newUnit, unitChange, unitsView } from '../../contract/index.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const tags = ['administration']
const saved = { 200: z.object({ id: z.string() }), ...failures }

/** Units, over time. */
export function unitRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const root = '/api/administration/units'

  app.get(root, { schema: { response: { 200: unitsView, ...failures }, tags } }, async (request) =>
    listUnitsOverTime(deps, staffOf(request)),
  )
  app.post(root, { schema: { body: newUnit, response: saved, tags } }, async (request, reply) => {
    const made = await addUnit(deps, staffOf(request), request.body)
    return made.ok ? made.done : sendFailure(reply, made.failure)
  })
  app.post(
    `${root}/:id`,
    { schema: { params: z.object({ id: z.string().max(64) }), body: unitChange, response: saved, tags } },
    async (request, reply) => {
      const made = await changeUnit(deps, staffOf(request), request.params.id, request.body)
      return made.ok ? made.done : sendFailure(reply, made.failure)
    },
  )
}
