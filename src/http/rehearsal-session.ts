import type { FastifyReply, FastifyRequest } from 'fastify'
import { sessionLastsMs } from '../app/index.js'
import { sessionCookie, tokenOf } from './who.js'

/** The session of the office itself, kept while somebody practises beside it. */
const keptCookie = (request: FastifyRequest): string => `${sessionCookie(request)}_beside`

const put = (request: FastifyRequest, reply: FastifyReply, name: string, token: string): FastifyReply =>
  reply.setCookie(name, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: sessionLastsMs / 1000,
  })

/** Into a rehearsal, from the office or from another stand-in: the session of the office waits. */
export function stepInto(request: FastifyRequest, reply: FastifyReply, token: string): FastifyReply {
  if (request.cookies[keptCookie(request)] === undefined) put(request, reply, keptCookie(request), tokenOf(request))
  return put(request, reply, sessionCookie(request), token)
}

/** Back to where one came from; without that, signed out. */
export function stepBack(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const kept = request.cookies[keptCookie(request)]
  const options = { path: '/', secure: request.protocol === 'https' }
  reply.clearCookie(keptCookie(request), options)
  return kept === undefined
    ? reply.clearCookie(sessionCookie(request), options)
    : put(request, reply, sessionCookie(request), kept)
}
