import type { FastifyInstance } from 'fastify'
import { AnswerPage, AnswersPage } from '../../web/portal/index.js'
import {
  contextOf,
  type GovernmentParams,
  langOf,
  type NumberParams,
  type Portal,
  queryOf,
  sendProblem,
  sendPublicPage,
  withOutward,
} from './portal.js'

const longestWords = 100

/** What was published. */
export function answersRoutes(app: FastifyInstance, portal: Portal): void {
  app.get<{ Params: GovernmentParams }>('/:government/answers', (request, reply) =>
    withOutward(portal, { request, reply }, async (government) => {
      const query = {
        words: queryOf(request, 'words').trim().slice(0, longestWords),
        category: queryOf(request, 'category'),
        after: queryOf(request, 'after'),
      }
      const found = await portal.deps.published({
        government: government.id,
        words: query.words || null,
        category: query.category || null,
        after: query.after || null,
        lang: langOf(request),
      })
      if (!found.ok) return sendProblem(portal, { request, reply }, found.problem, government)
      const context = contextOf(portal, { request, reply }, government)
      return sendPublicPage(reply, AnswersPage({ context, government, page: found.page, query }))
    }),
  )

  app.get<{ Params: NumberParams }>('/:government/answers/:number', (request, reply) =>
    withOutward(portal, { request, reply }, async (government) => {
      const { number } = request.params
      const found = await portal.deps.publishedOne({ government: government.id, number, lang: langOf(request) })
      if (!found.ok) return sendProblem(portal, { request, reply }, found.problem, government)
      const context = contextOf(portal, { request, reply }, government)
      return sendPublicPage(reply, AnswerPage({ context, government, matter: found.matter }))
    }),
  )
}
