import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Deps, type Failure, failure, findSignedIn, momentAsked, type SignedIn, wordsOf } from '../app/index.js'
import { langOf } from './language.js'
import { isOfInterface } from './only-what-is-asked.js'
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

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may ask a route of the interface; nothing said: staff alone. */
    readonly asks?: WhoAsks
  }
}

/**
 * Who may ask a route: `anybody`; `staffOrAnybody`, where both sides do the same and who comes as staff is taken as such; `whateverIsDue`, who is
 * signed in, whatever they still have to see to first (a password, a second factor). Listening and seeing to that do not keep a session going.
 */
export type WhoAsks = 'anybody' | 'staffOrAnybody' | 'whateverIsDue'

/** All routes of a plug-in are asked by those. */
export function askedBy(app: FastifyInstance, asks: WhoAsks): void {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, asks }
  })
}

/**
 * 先认人. Every route of the interface is closed to whoever is not signed in, owing nothing, unless it says otherwise (`asks`): a route that
 * forgets to say is closed. A change must bring the session's own word. Where a moment is asked for (`asOf`), it goes along with them.
 */
export function knowWhoAsks(app: FastifyInstance, deps: Deps): void {
  app.addHook('preValidation', async (request, reply) => {
    if (!isOfInterface(request)) return
    const { asks } = request.routeOptions.config
    if (asks === 'anybody' || (asks === 'staffOrAnybody' && !speaksAsStaff(request))) return
    const found = asks === 'whateverIsDue' ? await sessionOf(deps, request) : await owingNothing(deps, request)
    if (!found.ok) return sendFailure(reply, found.failure)
    known.set(request, found.who)
  })
}

/** Whoever of the staff asks. A programming error where the route is asked by anybody. */
export function staffOf(request: FastifyRequest): SignedIn {
  const who = known.get(request)
  if (who === undefined) throw new Error(`nobody of the staff is known to ask ${request.routeOptions.url}`)
  return who
}

type Found = { readonly ok: true; readonly who: SignedIn } | { readonly ok: false; readonly failure: Failure }

/** In the address, whatever else a route reads of it. */
const asOfIn = ({ url }: FastifyRequest): string | null => {
  const at = url.indexOf('?')
  return at === -1 ? null : new URLSearchParams(url.slice(at + 1)).get('asOf')
}

/** Their session goes on. */
async function owingNothing(deps: Deps, request: FastifyRequest): Promise<Found> {
  const found = await sessionOf(deps, request)
  if (!found.ok) return found
  const { who, seenAt } = found
  if (who.due !== null) return { ok: false, failure: failure(wordsOf(who.lang), `${who.due}-due`) }
  if (seenAt + seenEveryMs <= deps.now()) await deps.store.accounts.touchSession(who.office.id, tokenOf(request), deps.now())
  const moment = momentAsked(deps, who, asOfIn(request) ?? undefined)
  if (!moment.ok) return moment
  return { ok: true, who: moment.asOf === null ? who : { ...who, asOf: moment.asOf } }
}

const seenEveryMs = 60_000

async function sessionOf(
  deps: Deps,
  request: FastifyRequest,
): Promise<(Found & { ok: false }) | { ok: true; who: SignedIn; seenAt: number }> {
  const refused = (code: 'not-signed-in' | 'csrf') => ({ ok: false, failure: failure(wordsOf(lang), code) }) as const
  const lang = langOf(request)
  const token = tokenOf(request)
  if (token === '') return refused('not-signed-in')
  const found = await findSignedIn(deps, { token, hat: hatOf(request), lang })
  if (!found.ok) return found
  known.set(request, found.signedIn)
  const meant = headerText(request, 'x-government')
  // Another tab of the same browser has signed in elsewhere, or stepped into a rehearsal: what is on the screen is not of this session.
  if (meant !== null && meant !== found.signedIn.office.id) return refused('csrf')
  if (changes(request) && headerText(request, 'x-csrf-token') !== found.signedIn.csrf) return refused('csrf')
  return { ok: true, who: found.signedIn, seenAt: found.seenAt }
}

const known = new WeakMap<FastifyRequest, SignedIn>()

/** Whoever this request turned out to come from; null where nobody asked, or it was nobody of the staff. */
export const whoAsked = (request: FastifyRequest): SignedIn | null => known.get(request) ?? null

const changes = ({ method }: FastifyRequest): boolean => method !== 'GET' && method !== 'HEAD'

/** Whether somebody speaks as staff: with a session and its word, not only with a cookie that the browser adds by itself. */
const speaksAsStaff = (request: FastifyRequest): boolean =>
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
