import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { failure, importUpload, previewUpload, type SignedIn, type UploadedTable, wordsOf } from '../../app/index.js'
import { type ImportAsked, importAsked, importPreview, importReport } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { perMinute } from '../limits.js'
import { faultIn, hasTooMuch, textOfField } from '../plain-request.js'
import { sendFailure } from '../problem.js'
import { failures } from '../shapes.js'
import { unknownIn } from '../unknown-in.js'
import { uploadedFile } from '../uploaded-file.js'
import { staffOf } from '../who.js'

const form = { consumes: ['multipart/form-data'], tags: ['imports'] }

/** Letters from files and mails, brought in by the office: looked at first, then taken. How they are read stands in a part `asked`, before the file. */
export async function importRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/imports/preview',
    { schema: { response: { 200: importPreview, ...failures }, ...form }, config: perMinute(60) },
    async (request, reply) => {
      const sent = await received(request, reply)
      if (sent === null) return reply
      const found = await previewUpload(deps, sent.who, sent.asked, sent.file)
      return found.ok ? found.preview : sendFailure(reply, found.failure)
    },
  )

  app.post(
    '/api/imports',
    { schema: { response: { 200: importReport, ...failures }, ...form }, config: perMinute(20) },
    async (request, reply) => {
      const sent = await received(request, reply)
      if (sent === null) return reply
      const done = await importUpload(deps, sent.who, sent.asked, sent.file)
      return done.ok ? done.report : sendFailure(reply, done.failure)
    },
  )
}

type Sent = { readonly who: SignedIn; readonly asked: ImportAsked; readonly file: UploadedTable }

async function received(request: FastifyRequest, reply: FastifyReply): Promise<Sent | null> {
  const who = staffOf(request)
  const sent = await uploadedFile(request, reply, who)
  if (sent === null) return null
  const asked = jsonIn(sent.fields.asked)
  const unknown = unknownIn(importAsked, asked)
  const found = importAsked.safeParse(asked)
  const words = wordsOf(who.lang)
  if (unknown === null && found.success && faultIn(found.data) === null) return { who, asked: found.data, file: sent.file }
  const detail = unknown === null ? {} : { detail: words.unknownKey(unknown.at.join('.'), unknown.known.toSorted()) }
  sendFailure(reply, failure(words, 'bad-request', detail))
  return null
}

/** Said as JSON; without it everything is found by itself. */
function jsonIn(part: unknown): unknown {
  const text = typeof part === 'object' && part !== null && 'value' in part ? textOfField(part.value) : '{}'
  try {
    return hasTooMuch(text) ? null : JSON.parse(text)
  } catch {
    return null
  }
}
