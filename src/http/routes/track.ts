import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  actAsRequester,
  type Deps,
  failure,
  knock,
  type OwnMatter,
  readOwnAttachment,
  trackMatter,
  wordsOf,
} from '../../app/index.js'
import { actRequest, knockRequest, trackView } from '../../contract/index.js'
import type { HttpDeps } from '../http-deps.js'
import { langOf } from '../language.js'
import { perMinute } from '../limits.js'
import { sendFailure } from '../problem.js'
import { openSeal } from '../seal.js'
import { sendAttachment } from '../send-attachment.js'
import { failures, languageQuery, nothing } from '../shapes.js'
import { trackSessions } from '../track-session.js'
import { askedBy, ifMatch } from '../who.js'

const tags = ['requester']
const root = '/api/track'

/** One's own matter: opened once by number and code, then known by a cookie. No code ever stands in an address. */
export async function trackRoutes(plain: FastifyInstance, { app: deps, settings }: HttpDeps): Promise<void> {
  askedBy(plain, 'anybody')
  const sessions = trackSessions(openSeal(settings.secret, deps.now), root)

  /** The matter that was opened; null after having answered that none is. */
  const opened = (request: FastifyRequest, reply: FastifyReply): OwnMatter | null => {
    const own = sessions.of(request)
    if (own === null) sendFailure(reply, failure(wordsOf(langOf(request)), 'not-opened'))
    return own
  }
  const show = async (request: FastifyRequest, reply: FastifyReply, own: OwnMatter): Promise<FastifyReply> => {
    const found = await trackMatter(deps, { ...own, lang: langOf(request) })
    if (!found.ok) return sendFailure(reply, found.failure)
    return reply.header('cache-control', 'no-store').header('etag', `"${found.track.revision}"`).send(found.track)
  }

  openingRoutes(plain, deps, { sessions, opened, show })
  ownRoutes(plain, deps, { opened })
}

/** Whose cookie opens what: the sessions, the matter that was opened, and its page. */
type Opened = {
  readonly sessions: ReturnType<typeof trackSessions>
  readonly opened: (request: FastifyRequest, reply: FastifyReply) => OwnMatter | null
  readonly show: (request: FastifyRequest, reply: FastifyReply, own: OwnMatter) => Promise<FastifyReply>
}

/** Opened, read, closed. */
function openingRoutes(plain: FastifyInstance, deps: Deps, { sessions, opened, show }: Opened): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    root,
    {
      schema: { body: knockRequest, querystring: languageQuery, response: { 200: trackView, ...failures }, tags },
      config: perMinute(60),
    },
    async (request, reply) => {
      const { proof = null, ...typed } = request.body
      const done = await knock(deps, { ...typed, proof, address: request.ip, lang: langOf(request) })
      if (!done.ok) return sendFailure(reply, done.failure)
      sessions.start({ request, reply }, done.own)
      return show(request, reply, done.own)
    },
  )

  app.get(
    root,
    { schema: { querystring: languageQuery, response: { 200: trackView, ...failures }, tags }, config: perMinute(60) },
    async (request, reply) => {
      const own = opened(request, reply)
      return own === null ? reply : show(request, reply, own)
    },
  )

  app.delete(root, { schema: { response: { ...nothing, ...failures }, tags } }, async (_request, reply) => {
    sessions.end(reply)
    return reply.code(204).send(null)
  })
}

/** What one does in one’s own matter. */
function ownRoutes(plain: FastifyInstance, deps: Deps, { opened }: Pick<Opened, 'opened'>): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    `${root}/acts/:act`,
    {
      schema: {
        params: z.object({ act: z.string().max(64) }),
        body: actRequest,
        response: { 200: trackView, ...failures },
        tags,
      },
      config: perMinute(30),
    },
    async (request, reply) => {
      const own = opened(request, reply)
      if (own === null) return reply
      const on = ifMatch(request, reply)
      if (on === null) return reply
      const { act } = request.params
      const done = await actAsRequester(deps, { ...own, act, with: request.body.with, ...on, lang: langOf(request) })
      return done.ok ? reply.header('etag', `"${done.track.revision}"`).send(done.track) : sendFailure(reply, done.failure)
    },
  )

  app.get(
    `${root}/attachments/:attachment`,
    {
      schema: { params: z.object({ attachment: z.string().max(64) }), response: { ...failures }, tags },
      config: perMinute(60),
    },
    async (request, reply) => {
      const own = opened(request, reply)
      if (own === null) return reply
      const found = await readOwnAttachment(deps, { ...own, ...request.params, lang: langOf(request) })
      return found.ok ? sendAttachment(reply, found.file) : sendFailure(reply, found.failure)
    },
  )
}
