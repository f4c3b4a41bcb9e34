import type { FastifyInstance } from 'fastify'
import { FiguresPage } from '../../web/portal/index.js'
import { contextOf, type GovernmentParams, langOf, type Portal, sendProblem, sendPublicPage, withOpenDoor } from './portal.js'

/** 公开统计, of each kind of matter that the public may bring in. */
export function figuresRoutes(app: FastifyInstance, portal: Portal): void {
  for (const place of ['/:government', '/:government/kinds/:door'])
    app.get<{ Params: GovernmentParams }>(`${place}/figures`, (request, reply) =>
      withOpenDoor(portal, { request, reply }, async (government) => {
        const asked = { government: government.id, door: request.params.door ?? null, lang: langOf(request) }
        const found = await portal.deps.publicFigures(asked)
        if (!found.ok) return sendProblem(portal, { request, reply }, found.problem, government)
        const context = contextOf(portal, { request, reply }, government)
        return sendPublicPage(reply, FiguresPage({ context, government, figures: found.figures }))
      }),
    )
}
