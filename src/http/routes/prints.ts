import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { recordPrint } from '../../app/index.js'
import type { HttpDeps } from '../http-deps.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

/** A page of the workbench: letters, digits and what stands between them, nothing of what was searched for. */
const printRequest = z.object({ page: z.string().regex(/^[\w/.~@-]{0,200}$/) }).meta({ id: 'PrintRequest' })

/** 打印. The workbench says that one of its pages is about to be printed. */
export async function printRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.post(
    '/api/prints',
    { schema: { body: printRequest, response: { 200: z.object({}), ...failures }, tags: ['audit'] } },
    async (request) => {
      const who = staffOf(request)
      await recordPrint(deps, who, request.body.page)
      return {}
    },
  )
}
