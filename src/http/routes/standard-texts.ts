import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { offerStandardTexts } from '../../app/index.js'
import { standardText } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const asked = z.object({ act: z.string().max(100).optional(), field: z.string().max(100).optional() })

/** Standard texts, as a form offers them to whoever fills it in. */
export async function standardTextOfferRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/standard-texts',
    { schema: { querystring: asked, response: { 200: z.array(standardText), ...failures }, tags: ['matters'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const { act, field } = request.query
      const of = { ...(act === undefined ? {} : { act }), ...(field === undefined ? {} : { field }) }
      const found = await offerStandardTexts(deps, who, of)
      return found.ok ? [...found.texts] : sendFailure(reply, found.failure)
    },
  )
}
