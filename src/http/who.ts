import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Deps, failure, findSignedIn, momentAsked, type SignedIn, wordsOf } from '../app/index.js'
import { langOf } from './language.js'
import { sendFailure } from './problem.js'

/**
 * Over TLS the name itself says that the cookie is of this host, for all of it, and never sent in the open. Browsers take such a name
 * over TLS alone: on a plain line inside a house it is called otherwise, and no better than the line.
 */
export const sessionCookie = ({ protocol }: FastifyRequest): string =>
  protocol === 'https' ? '__Host-huiyin_session' : 'huiyin_session'

export const tokenOf = (request: FastifyRequest): string => request.cookies[sessionCookie(request)] ?? ''

const headerText = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** The role chosen: in the header, or in the address where a browser cannot send headers. */
export function hatOf(request: FastifyRequest): string | null {
  const query: unknown = request.query
  const asked: unknown = typeof query === 'object' && query !== null && 'role' in query ? query.role : undefined
  return headerText(request, 'x-role') ?? (typeof asked === 'string' && asked !== '' ? asked : null)
}

/** Whose session it is, whatever they still owe; null after having answered why there is none. A change must bring the session's own word. */
export async function holderOf(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<SignedIn | null> {
  const found = await sessionOf(deps, request)
  if (found.ok) return found.signedIn
  sendFailure(reply, found.failure)
  return null
}

/** The same for what can also be read as it stood: with the moment that the address names, if any. */
export async function lookingBack(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<SignedIn | null> {
  const who = await owingNothing(deps, request, reply)
  if (who === null) return null
  const found = momentAsked(deps, who, asOfIn(request) ?? undefined)
  if (!found.ok) {
    sendFailure(reply, found.failure)
    return null
  }
  return found.asOf === null ? who : { ...who, asOf: found.asOf }
}

/** The signed-in person, who owes nothing before anything else can be done. */
export const signedIn = owingNothing

/** In the address, whatever else a route reads of it. */
export const asOfIn = ({ url }: FastifyRequest): string | null => {
  const at = url.indexOf('?')
  return at === -1 ? null : new URLSearchParams(url.slice(at + 1)).get('asOf')
}

/** Their session goes on. */
async function owingNothing(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<SignedIn | null> {
  const found = await sessionOf(deps, request)
  if (!found.ok) {
    sendFailure(reply, found.failure)
    return null
  }
  const { signedIn: who, seenAt } = found
  if (who.due !== null) {
    sendFailure(reply, failure(wordsOf(who.lang), `${who.due}-due`))
    return null
  }
  if (seenAt + seenEveryMs <= deps.now()) await deps.store.accounts.touchSession(who.office.id, tokenOf(request), deps.now())
  return who
}

const seenEveryMs = 60_000

async function sessionOf(deps: Deps, request: FastifyRequest): Promise<Awaited<ReturnType<typeof findSignedIn>>> {
  const lang = langOf(request)
  const token = tokenOf(request)
  if (token === '') return { ok: false, failure: failure(wordsOf(lang), 'not-signed-in') }
  const found = await findSignedIn(deps, { token, hat: hatOf(request), lang })
  if (found.ok) known.set(request, found.signedIn)
  const meant = headerText(request, 'x-government')
  // Another tab of the same browser has signed in elsewhere, or stepped into a rehearsal: what is on the screen is not of this session.
  if (found.ok && meant !== null && meant !== found.signedIn.office.id)
    return { ok: false, failure: failure(wordsOf(lang), 'csrf') }
  if (found.ok && changes(request) && headerText(request, 'x-csrf-token') !== found.signedIn.csrf)
    return { ok: false, failure: failure(wordsOf(lang), 'csrf') }
  return found
}

const known = new WeakMap<FastifyRequest, SignedIn>()

/** Whoever this request turned out to come from; null where nobody asked, or it was nobody of the staff. */
export const whoAsked = (request: FastifyRequest): SignedIn | null => known.get(request) ?? null

const changes = ({ method }: FastifyRequest): boolean => method !== 'GET' && method !== 'HEAD'

/** Whether somebody speaks as staff: with a session and its word, not only with a cookie that the browser adds by itself. */
export const speaksAsStaff = (request: FastifyRequest): boolean =>
  tokenOf(request) !== '' && headerText(request, 'x-csrf-token') !== null

/** The revision a change was made on: `"7"`; `revision` null: any. Null: what is written there is none, and has been answered. */
export function ifMatch(request: FastifyRequest, reply: FastifyReply): { readonly revision: number | null } | null {
  const written = headerText(request, 'if-match')
  if (written === null || written === '*') return { revision: null }
  const found = /^(?:W\/)?"?(\d{1,9})"?$/.exec(written.trim())
  if (found !== null) return { revision: Number(found[1]) }
  sendFailure(reply, failure(wordsOf(langOf(request)), 'bad-request', { detail: 'If-Match' }))
  return null
}
