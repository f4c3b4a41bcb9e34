import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { answerPattern, readPatterns, switchPatterns } from '../../app/index.js'
import { lang, patternAnswerRequest, patternSwitchRequest, patternsView } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const done = z.object({})
const tags = ['patterns']

/** 数字自查. */
export async function patternRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/patterns',
    {
      schema: {
        querystring: z.object({ month: z.string().max(10).optional(), lang: lang.optional() }),
        response: { 200: patternsView, ...failures },
        tags,
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      const { month } = request.query
      const found = await readPatterns(deps, who, month === undefined ? {} : { month })
      return found.ok ? found.patterns : sendFailure(reply, found.failure)
    },
  )

  app.post(
    '/api/patterns/answers',
    { schema: { body: patternAnswerRequest, response: { 200: done, ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const answered = await answerPattern(deps, who, request.body)
      return answered.ok ? {} : sendFailure(reply, answered.failure)
    },
  )

  app.post(
    '/api/patterns/switch',
    { schema: { body: patternSwitchRequest, response: { 200: done, ...failures }, tags } },
    async (request, reply) => {
      const who = staffOf(request)
      const switched = await switchPatterns(deps, who, request.body)
      return switched.ok ? {} : sendFailure(reply, switched.failure)
    },
  )
}
