import type { FastifyReply, FastifyRequest } from 'fastify'
import type { OwnMatter } from '../app/index.js'
import type { Seal } from './seal.js'

/** Which matter somebody opened by its code: sealed in a cookie of the addresses below `path` alone, for half an hour. The code is not in it. */
export type TrackSessions = {
  start(at: At, own: OwnMatter): void
  /** Null where none was opened, or too long ago. */
  of(request: FastifyRequest): OwnMatter | null
  end(reply: FastifyReply): void
}

type At = { readonly request: FastifyRequest; readonly reply: FastifyReply }

const cookie = 'track'
const purpose = 'track'
const lastsMs = 30 * 60_000

export const trackSessions = (seal: Seal, path: string): TrackSessions => ({
  start: ({ request, reply }, own) =>
    void reply.setCookie(cookie, seal.close(purpose, JSON.stringify(own), lastsMs), {
      path,
      httpOnly: true,
      sameSite: 'lax',
      secure: request.protocol === 'https',
      maxAge: lastsMs / 1000,
    }),
  of: (request) => {
    const text = seal.open(purpose, request.cookies[cookie] ?? '')
    return text === null ? null : (JSON.parse(text) as OwnMatter)
  },
  end: (reply) => void reply.clearCookie(cookie, { path }),
})
