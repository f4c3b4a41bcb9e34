import type { FastifyReply, FastifyRequest } from 'fastify'
import { placeOf } from '../../web/portal/index.js'
import { type Door, isSecure } from './door.js'

/** Number and code of the matter somebody is looking at: sealed in a cookie of the tracking pages alone, for half an hour. */
export type TrackSession = { readonly number: string; readonly code: string }

const cookie = 'track'
const lastsMs = 30 * 60_000
const pathOf = (government: string): string => placeOf({ id: government }, 'track')

type At = { readonly request: FastifyRequest; readonly reply: FastifyReply }

export function startSession(door: Door, { request, reply }: At, government: string, session: TrackSession): void {
  reply.setCookie(cookie, door.seal.close(`track ${government}`, JSON.stringify(session), lastsMs), {
    path: pathOf(government),
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(request),
    maxAge: lastsMs / 1000,
  })
}

export function sessionOf(door: Door, request: FastifyRequest, government: string, number: string): TrackSession | null {
  const text = door.seal.open(`track ${government}`, request.cookies[cookie] ?? '')
  const session = text === null ? null : (JSON.parse(text) as TrackSession)
  return session?.number === number ? session : null
}

export function endSession(reply: FastifyReply, government: string): void {
  reply.clearCookie(cookie, { path: pathOf(government) })
}
