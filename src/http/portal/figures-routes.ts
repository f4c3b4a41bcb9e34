import type { FastifyInstance } from 'fastify'
import { FiguresPage } from '../../web/portal/index.js'
import { contextOf, type Door, type GovernmentParams, langOf, sendProblem, sendPublicPage, withGovernment } from './door.js'

/** 公开统计. */
export function figuresRoutes(app: FastifyInstance, door: Door): void {
  app.get<{ Params: GovernmentParams }>('/:government/figures', (request, reply) =>
    withGovernment(door, { request, reply }, async (government) => {
      const found = await door.deps.publicFigures({ government: government.id, lang: langOf(request) })
      if (!found.ok) return sendProblem(door, { request, reply }, found.problem, government)
      const context = contextOf(door, { request, reply }, government)
      return sendPublicPage(reply, FiguresPage({ context, government, figures: found.figures }))
    }),
  )
}
