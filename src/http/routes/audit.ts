import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { failure, readAudit, wordsOf } from '../../app/index.js'
import { auditPage, sentDay, sentId } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { pageQuery, pageShape } from '../matter-query.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const auditQuery = pageShape.extend({
  account: sentId.optional(),
  kind: sentId.optional(),
  from: sentDay.optional(),
  to: sentDay.optional(),
})

/** 审计日志. It can only be read, by auditors; no administrator is one. */
export async function auditRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/audit',
    { schema: { querystring: auditQuery, response: { 200: auditPage, ...failures }, tags: ['audit'] } },
    async (request, reply) => {
      const who = staffOf(request)
      if (!who.isAuditor) return sendFailure(reply, failure(wordsOf(who.lang), 'auditor-only'))
      const { account, kind, from, to } = request.query
      const asked = Object.fromEntries(Object.entries({ account, kind, from, to }).filter(([, value]) => value))
      return reply.header('cache-control', 'no-store').send(await readAudit(deps, who, asked, pageQuery(request.query)))
    },
  )
}
