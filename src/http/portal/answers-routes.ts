import type { FastifyInstance } from 'fastify'
import { AnswerPage, AnswersPage } from '../../web/portal/index.js'
import {
  contextOf,
  type Door,
  type GovernmentParams,
  langOf,
  type NumberParams,
  queryOf,
  sendProblem,
  sendPublicPage,
  withOutward,
} from './door.js'

const longestWords = 100

/** What was published. */
export function answersRoutes(app: FastifyInstance, door: Door): void {
  app.get<{ Params: GovernmentParams }>('/:government/answers', (request, reply) =>
    withOutward(door, { request, reply }, async (government) => {
      const query = {
        words: queryOf(request, 'words').trim().slice(0, longestWords),
        category: queryOf(request, 'category'),
        after: queryOf(request, 'after'),
      }
      const found = await door.deps.published({
        government: government.id,
        words: query.words || null,
        category: query.category || null,
        after: query.after || null,
        lang: langOf(request),
      })
      if (!found.ok) return sendProblem(door, { request, reply }, found.problem, government)
      const context = contextOf(door, { request, reply }, government)
      return sendPublicPage(reply, AnswersPage({ context, government, page: found.page, query }))
    }),
  )

  app.get<{ Params: NumberParams }>('/:government/answers/:number', (request, reply) =>
    withOutward(door, { request, reply }, async (government) => {
      const { number } = request.params
      const found = await door.deps.publishedOne({ government: government.id, number, lang: langOf(request) })
      if (!found.ok) return sendProblem(door, { request, reply }, found.problem, government)
      const context = contextOf(door, { request, reply }, government)
      return sendPublicPage(reply, AnswerPage({ context, government, matter: found.matter }))
    }),
  )
}
