import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { changeTemplate, type Deps, largestTemplate, listTemplates, removeTemplate, templateFile } from '../../app/index.js'
import { lang, templateAsked, templateList } from '../../contract/index.js'
import { perMinute } from '../limits.js'
import { sendFailure } from '../problem.js'
import { sendFile } from '../send-attachment.js'
import { failures } from '../shapes.js'
import { uploadedFile } from '../uploaded-file.js'
import { staffOf } from '../who.js'

const tags = ['administration']
const root = '/api/administration/templates'

/** 文书模板. Listed, taken to be edited in Word, put back, and left for the regulation's own. */
export function templateRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const querystring = z.object({ lang: lang.optional() })

  app.get(root, { schema: { querystring, response: { 200: templateList, ...failures }, tags } }, async (request) => ({
    templates: [...(await listTemplates(deps, staffOf(request)))],
  }))
  app.get(
    `${root}/file`,
    {
      schema: {
        querystring: templateAsked.extend({ lang: lang.optional() }),
        response: { 200: z.any().describe('The Word file'), ...failures },
        tags,
      },
    },
    async (request, reply) => {
      const found = await templateFile(deps, staffOf(request), request.query)
      return found.ok ? sendFile(reply, found.file) : sendFailure(reply, found.failure)
    },
  )
  app.post(
    root,
    {
      schema: {
        querystring: templateAsked.extend({ lang: lang.optional() }),
        response: { 200: z.object({}), ...failures },
        consumes: ['multipart/form-data'],
        tags,
      },
      config: perMinute(20),
    },
    async (request, reply) => {
      const sent = await uploadedFile(request, reply, staffOf(request), largestTemplate)
      if (sent === null) return reply
      const made = await changeTemplate(deps, staffOf(request), { ...request.query, file: sent.file })
      return made.ok ? {} : sendFailure(reply, made.failure)
    },
  )
  app.post(
    `${root}/remove`,
    { schema: { body: templateAsked, response: { 200: z.object({}), ...failures }, tags } },
    async (request, reply) => {
      const made = await removeTemplate(deps, staffOf(request), request.body)
      return made.ok ? {} : sendFailure(reply, made.failure)
    },
  )
}
