import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  type Deps,
  failure,
  largestFile,
  openSealedFile,
  readAttachment,
  saveAttachment,
  sessionLastsMs,
  signIn,
  signOut,
  wordsOf,
} from '../../app/index.js'
import { attachmentView, problem, revealRequest, sessionView, signInRequest } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { knownDevices } from '../known-device.js'
import { langOf } from '../language.js'
import { perMinute } from '../limits.js'
import { sendFailure } from '../problem.js'
import { openSeal } from '../seal.js'
import { sendAttachment } from '../send-attachment.js'
import { tenantOf } from '../tenant.js'
import { holderOf, sessionCookie, signedIn, speaksAsStaff, tokenOf } from '../who.js'

const failures = { '4xx': problem, '5xx': problem }
const nothing = { 204: z.null().describe('Done') }

/** Signing in and out, and files. */
export async function sessionRoutes(plain: FastifyInstance, { app: deps, settings }: HttpDeps): Promise<void> {
  signInRoutes(plain, deps, knownDevices(openSeal(settings.secret, deps.now)))
  fileRoutes(plain, deps)
  openedFileRoutes(plain, deps)
}

/** Signing in and out. */
function signInRoutes(plain: FastifyInstance, deps: Deps, devices: ReturnType<typeof knownDevices>): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/session',
    { schema: { body: signInRequest, response: { 200: sessionView, ...failures }, tags: ['session'] }, config: perMinute(300) },
    async (request, reply) => {
      const { proof = null, code = null, ...asked } = request.body
      const device = devices.of(request, asked)
      const done = await signIn(deps, {
        ...asked,
        ...{ proof, code, device, address: request.ip, lang: langOf(request) },
        agent: request.headers['user-agent'] ?? '',
      })
      if (!done.ok) return sendFailure(reply, done.failure)
      reply.setCookie(sessionCookie(request), done.token, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: request.protocol === 'https',
        maxAge: sessionLastsMs / 1000,
      })
      devices.remember({ request, reply }, asked)
      return reply.header('cache-control', 'no-store').send(done.signedIn.session())
    },
  )

  app.get(
    '/api/session',
    { schema: { response: { 200: sessionView, ...failures }, tags: ['session'] } },
    async (request, reply) => {
      const who = await holderOf(deps, request, reply)
      return who === null ? reply : reply.header('cache-control', 'no-store').send(who.session())
    },
  )

  app.delete('/api/session', { schema: { response: { ...nothing, ...failures }, tags: ['session'] } }, async (request, reply) => {
    const who = await holderOf(deps, request, reply)
    if (who === null) return reply
    await signOut(deps, tokenOf(request))
    return reply
      .clearCookie(sessionCookie(request), { path: '/', secure: request.protocol === 'https' })
      .code(204)
      .send(null)
  })
}

/** Files handed in. */
function fileRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/attachments',
    {
      schema: {
        querystring: z.object({ government: z.string().optional() }),
        response: { 201: attachmentView, ...failures },
        consumes: ['multipart/form-data'],
        tags: ['attachments'],
      },
      config: perMinute(30),
    },
    async (request, reply) => {
      const words = wordsOf(langOf(request))
      const government = await governmentOf(deps, request, request.query.government)
      if (government === 'refused') {
        await signedIn(deps, request, reply)
        return reply
      }
      if (government === null) return sendFailure(reply, failure(words, 'government-unknown'))
      if (!request.isMultipart()) return sendFailure(reply, failure(words, 'unsupported'))
      const part = await request.file({
        throwFileSizeLimit: false,
        limits: { fileSize: largestFile, files: 1, fields: 10, fieldSize: 1000 },
      })
      if (part === undefined) return sendFailure(reply, failure(words, 'bad-request'))
      const bytes = await part.toBuffer()
      const saved = await saveAttachment(deps, {
        government,
        name: part.filename,
        bytes,
        isTruncated: part.file.truncated,
        lang: langOf(request),
        address: speaksAsStaff(request) ? null : request.ip,
      })
      return saved.ok ? reply.code(201).send(saved.attachment) : sendFailure(reply, saved.failure)
    },
  )
}

/** Staff hand files in to their own government, everybody else to the one the address names. */
async function governmentOf(deps: Deps, request: FastifyRequest, named: string | undefined): Promise<string | null | 'refused'> {
  if (!speaksAsStaff(request)) return (await tenantOf(deps, request, named))?.id ?? null
  const found = await deps.store.findSession(tokenOf(request), deps.now())
  return found !== null && found.csrf === request.headers['x-csrf-token'] ? found.government : 'refused'
}

/** Files looked at again. */
function openedFileRoutes(plain: FastifyInstance, deps: Deps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/attachments/:id/open',
    {
      schema: {
        params: z.object({ id: z.string().max(64) }),
        body: revealRequest,
        response: { ...failures },
        tags: ['attachments'],
      },
    },
    async (request, reply) => {
      const who = await signedIn(deps, request, reply)
      if (who === null) return reply
      const found = await openSealedFile(deps, who, { attachment: request.params.id, reason: request.body.reason })
      return found.ok ? sendAttachment(reply, found.file) : sendFailure(reply, found.failure)
    },
  )

  app.get(
    '/api/attachments/:id',
    { schema: { params: z.object({ id: z.string().max(64) }), response: { ...failures }, tags: ['attachments'] } },
    async (request, reply) => {
      const who = await signedIn(deps, request, reply)
      if (who === null) return reply
      const found = await readAttachment(deps, who, request.params.id)
      return found.ok ? sendAttachment(reply, found.file) : sendFailure(reply, found.failure)
    },
  )
}
