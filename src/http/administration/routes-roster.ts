import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Deps, importRoster, previewRoster, rosterTemplate } from '../../app/index.js'
import { lang, rosterKind, rosterPreview, rosterReport } from '../../contract/index.js'
import { perMinute } from '../limits.js'
import { sendFailure } from '../problem.js'
import { sendFile, spreadsheet } from '../send-attachment.js'
import { failures } from '../shapes.js'
import { uploadedFile } from '../uploaded-file.js'
import { staffOf } from '../who.js'

const tags = ['administration']
const root = '/api/administration/roster/:of'
const form = { params: rosterKind, consumes: ['multipart/form-data'], tags }

/** 花名册. Units, people and known requesters from a list: the template, the look before, the list itself. */
export function rosterRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    `${root}/template`,
    { schema: { params: rosterKind, querystring: z.object({ lang: lang.optional() }), response: failures, tags } },
    async (request, reply) => {
      const { file, name } = await rosterTemplate(staffOf(request), request.params.of)
      return sendFile(reply, { name, type: spreadsheet, bytes: file })
    },
  )
  app.post(
    `${root}/preview`,
    { schema: { ...form, response: { 200: rosterPreview, ...failures } }, config: perMinute(60) },
    async (request, reply) => {
      const sent = await uploadedFile(request, reply, staffOf(request))
      if (sent === null) return reply
      const found = await previewRoster(deps, staffOf(request), { of: request.params.of, file: sent.file })
      return found.ok ? found.preview : sendFailure(reply, found.failure)
    },
  )
  app.post(
    root,
    { schema: { ...form, response: { 200: rosterReport, ...failures } }, config: perMinute(20) },
    async (request, reply) => {
      const sent = await uploadedFile(request, reply, staffOf(request))
      if (sent === null) return reply
      const done = await importRoster(deps, staffOf(request), { of: request.params.of, file: sent.file })
      return done.ok ? done.report : sendFailure(reply, done.failure)
    },
  )
}
