import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { changeCalendar, type Deps, previewCalendar, readLocalCalendar } from '../../app/index.js'
import { calendarPreview, calendarRequest, localCalendar } from '../../contract/index.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const tags = ['administration']

/** Local days off: what would move, and the change itself. */
export function calendarRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const root = '/api/administration/calendar'

  app.get(root, { schema: { response: { 200: localCalendar, ...failures }, tags } }, async (request) =>
    readLocalCalendar(deps, staffOf(request)),
  )
  app.post(
    `${root}/preview`,
    { schema: { body: calendarRequest, response: { 200: calendarPreview, ...failures }, tags } },
    async (request, reply) => {
      const found = await previewCalendar(deps, staffOf(request), request.body)
      return found.ok ? found.preview : sendFailure(reply, found.failure)
    },
  )
  app.post(
    root,
    { schema: { body: calendarRequest, response: { 200: z.object({ moved: z.number() }), ...failures }, tags } },
    async (request, reply) => {
      const made = await changeCalendar(deps, staffOf(request), request.body)
      return made.ok ? made.done : sendFailure(reply, made.failure)
    },
  )
}
