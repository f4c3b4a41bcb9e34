import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { type Deps, failure, importUpload, previewUpload, type SignedIn, type UploadedTable, wordsOf } from '../../app/index.js'
import { type ImportAsked, importAsked, importPreview, importReport, problem } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { perMinute } from '../limits.js'
import { faultIn, hasTooMuch, textOfField } from '../plain-request.js'
import { sendFailure } from '../problem.js'
import { uploadedFile } from '../uploaded-file.js'
import { signedIn } from '../who.js'

const failures = { '4xx': problem, '5xx': problem }
const form = { consumes: ['multipart/form-data'], tags: ['imports'] }

/** Letters from files and mails, brought in by the office: looked at first, then taken. How they are read stands in a part `asked`, before the file. */
export async function importRoutes(plain: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/imports/preview',
    { schema: { response: { 200: importPreview, ...failures }, ...form }, config: perMinute(60) },
    async (request, reply) => {
      const sent = await received(deps, request, reply)
      if (sent === null) return reply
      const found = await previewUpload(deps, sent.who, sent.asked, sent.file)
      return found.ok ? found.preview : sendFailure(reply, found.failure)
    },
  )

  app.post(
    '/api/imports',
    { schema: { response: { 200: importReport, ...failures }, ...form }, config: perMinute(20) },
    async (request, reply) => {
      const sent = await received(deps, request, reply)
      if (sent === null) return reply
      const done = await importUpload(deps, sent.who, sent.asked, sent.file)
      return done.ok ? done.report : sendFailure(reply, done.failure)
    },
  )
}

type Sent = { readonly who: SignedIn; readonly asked: ImportAsked; readonly file: UploadedTable }

async function received(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<Sent | null> {
  const who = await signedIn(deps, request, reply)
  if (who === null) return null
  const sent = await uploadedFile(request, reply, who)
  if (sent === null) return null
  const asked = askedIn(sent.fields.asked)
  if (asked !== null) return { who, asked, file: sent.file }
  sendFailure(reply, failure(wordsOf(who.lang), 'bad-request'))
  return null
}

/** Said as JSON; without it everything is found by itself. */
function askedIn(part: unknown): ImportAsked | null {
  const text = typeof part === 'object' && part !== null && 'value' in part ? textOfField(part.value) : '{}'
  if (hasTooMuch(text)) return null
  const found = importAsked.safeParse(jsonOf(text))
  return found.success && faultIn(found.data) === null ? found.data : null
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
