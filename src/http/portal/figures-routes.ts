import type { FastifyInstance } from 'fastify'
import { FiguresPage } from '../../web/portal/index.js'
import { contextOf, type Door, type GovernmentParams, langOf, sendProblem, sendPublicPage, withOpenDoor } from './door.js'

/** 公开统计, of each kind of matter that the public may bring in. */
export function figuresRoutes(app: FastifyInstance, door: Door): void {
  for (const place of ['/:government', '/:government/kinds/:door'])
    app.get<{ Params: GovernmentParams }>(`${place}/figures`, (request, reply) =>
      withOpenDoor(door, { request, reply }, async (government) => {
        const asked = { government: government.id, door: request.params.door ?? null, lang: langOf(request) }
        const found = await door.deps.publicFigures(asked)
        if (!found.ok) return sendProblem(door, { request, reply }, found.problem, government)
        const context = contextOf(door, { request, reply }, government)
        return sendPublicPage(reply, FiguresPage({ context, government, figures: found.figures }))
      }),
    )
}
