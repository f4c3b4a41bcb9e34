import type { FastifyInstance } from 'fastify'
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
import { attachmentView, revealRequest, sessionView, signInRequest } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { knownDevices } from '../known-device.js'
import { langOf } from '../language.js'
import { perMinute } from '../limits.js'
import { sendFailure } from '../problem.js'
import { openSeal } from '../seal.js'
import { sendAttachment } from '../send-attachment.js'
import { failures, nothing } from '../shapes.js'
import { tenantOf } from '../tenant.js'
import { sessionCookie, staffOf, tokenOf, whoAsked } from '../who.js'

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
    {
      schema: { body: signInRequest, response: { 200: sessionView, ...failures }, tags: ['session'] },
      config: { asks: 'anybody', ...perMinute(300) },
    },
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
    { schema: { response: { 200: sessionView, ...failures }, tags: ['session'] }, config: { asks: 'whateverIsDue' } },
    async (request, reply) => reply.header('cache-control', 'no-store').send(staffOf(request).session()),
  )

  app.delete(
    '/api/session',
    { schema: { response: { ...nothing, ...failures }, tags: ['session'] }, config: { asks: 'whateverIsDue' } },
    async (request, reply) => {
      await signOut(deps, tokenOf(request))
      return reply
        .clearCookie(sessionCookie(request), { path: '/', secure: request.protocol === 'https' })
        .code(204)
        .send(null)
    },
  )
}

/** Files handed in: by staff to their own government, by everybody else to the one the address names. */
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
      config: { asks: 'staffOrAnybody', ...perMinute(30) },
    },
    async (request, reply) => {
      const words = wordsOf(langOf(request))
      const who = whoAsked(request)
      const { id: government } = who?.office ?? (await tenantOf(deps, request, request.query.government)) ?? { id: null }
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
        address: who === null ? request.ip : null,
      })
      return saved.ok ? reply.code(201).send(saved.attachment) : sendFailure(reply, saved.failure)
    },
  )
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
      const who = staffOf(request)
      const found = await openSealedFile(deps, who, { attachment: request.params.id, reason: request.body.reason })
      return found.ok ? sendAttachment(reply, found.file) : sendFailure(reply, found.failure)
    },
  )

  app.get(
    '/api/attachments/:id',
    { schema: { params: z.object({ id: z.string().max(64) }), response: { ...failures }, tags: ['attachments'] } },
    async (request, reply) => {
      const who = staffOf(request)
      const found = await readAttachment(deps, who, request.params.id)
      return found.ok ? sendAttachment(reply, found.file) : sendFailure(reply, found.failure)
    },
  )
}
