import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Deps, largestEmblem, removeEmblem, setEmblem } from '../../app/index.js'
import { seen } from '../../contract/index.js'
import { perMinute } from '../limits.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { uploadedFile } from '../uploaded-file.js'
import { staffOf } from '../who.js'

const tags = ['administration']
const root = '/api/administration/emblem'

/** 徽标. The picture on the pages of a government; the revision it was seen at stands in a part `revision`, before the file. */
export function emblemRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const set = z.object({ emblem: z.string() })

  app.post(
    root,
    {
      schema: { response: { 200: set, ...failures }, consumes: ['multipart/form-data'], tags },
      config: perMinute(20),
    },
    async (request, reply) => {
      const sent = await uploadedFile(request, reply, staffOf(request), largestEmblem)
      if (sent === null) return reply
      const revision = Number(saidIn(sent.fields.revision))
      const made = await setEmblem(deps, staffOf(request), { file: sent.file, revision })
      return made.ok ? made.done : sendFailure(reply, made.failure)
    },
  )
  app.post(
    `${root}/remove`,
    { schema: { body: seen, response: { 200: z.object({}), ...failures }, tags } },
    async (request, reply) => {
      const made = await removeEmblem(deps, staffOf(request), request.body.revision)
      return made.ok ? {} : sendFailure(reply, made.failure)
    },
  )
}

const saidIn = (part: unknown): unknown => (typeof part === 'object' && part !== null && 'value' in part ? part.value : null)
