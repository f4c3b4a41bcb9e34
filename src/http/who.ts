import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Deps, failure, findSignedIn, type SignedIn, wordsOf } from '../app/index.js'
import { langOf } from './language.js'
import { sendFailure } from './problem.js'

export const sessionCookie = 'huiyin_session'

const headerText = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** The role chosen: in the header, or in the address where a browser cannot send headers. */
function hatOf(request: FastifyRequest): string | null {
  const query: unknown = request.query
  const asked: unknown = typeof query === 'object' && query !== null && 'role' in query ? query.role : undefined
  return headerText(request, 'x-role') ?? (typeof asked === 'string' && asked !== '' ? asked : null)
}

/** The signed-in person; null after having answered why there is none. A change must bring the session's own word in a header. */
export async function signedIn(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<SignedIn | null> {
  const lang = langOf(request)
  const token = request.cookies[sessionCookie]
  if (token === undefined || token === '') {
    sendFailure(reply, failure(wordsOf(lang), 'not-signed-in'))
    return null
  }
  const found = await findSignedIn(deps, { token, hat: hatOf(request), lang })
  if (!found.ok) {
    sendFailure(reply, found.failure)
    return null
  }
  if (changes(request) && headerText(request, 'x-csrf-token') !== found.signedIn.csrf) {
    sendFailure(reply, failure(wordsOf(lang), 'csrf'))
    return null
  }
  return found.signedIn
}

const changes = ({ method }: FastifyRequest): boolean => method !== 'GET' && method !== 'HEAD'

/** Whether somebody speaks as staff: with a session and its word, not only with a cookie that the browser adds by itself. */
export const speaksAsStaff = (request: FastifyRequest): boolean =>
  request.cookies[sessionCookie] !== undefined && headerText(request, 'x-csrf-token') !== null

/** The revision a change was made on: `"7"`. */
export function ifMatch(request: FastifyRequest): number | null | 'malformed' {
  const written = headerText(request, 'if-match')
  if (written === null || written === '*') return null
  const found = /^(?:W\/)?"?(\d{1,9})"?$/.exec(written.trim())
  return found === null ? 'malformed' : Number(found[1])
}
