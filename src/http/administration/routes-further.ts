import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { addGovernment, type Deps, previewGovernment, readFurtherGovernments } from '../../app/index.js'
import { accountLink, furtherGovernmentRequest, furtherGovernments, furtherPreview } from '../../contract/index.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { staffOf } from '../who.js'

const tags = ['administration']
const root = '/api/administration/governments'
const added = z.object({ isSet: z.boolean(), link: accountLink.nullable() })

/** 增设政府. Further governments beside this one. */
export function furtherRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(root, { schema: { response: { 200: furtherGovernments, ...failures }, tags } }, async (request) =>
    readFurtherGovernments(deps, staffOf(request)),
  )
  app.post(
    `${root}/preview`,
    { schema: { body: furtherGovernmentRequest, response: { 200: furtherPreview, ...failures }, tags } },
    async (request, reply) => {
      const found = await previewGovernment(deps, staffOf(request), request.body)
      return found.ok ? found.preview : sendFailure(reply, found.failure)
    },
  )
  app.post(
    root,
    { schema: { body: furtherGovernmentRequest, response: { 200: added, ...failures }, tags } },
    async (request, reply) => {
      const made = await addGovernment(deps, staffOf(request), request.body)
      return made.ok ? made.done : sendFailure(reply, made.failure)
    },
  )
}
