import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GovernmentView, Problem, ProofChallenge } from '../../contract/index.js'
import { KnownHomePage, KnownPasswordPage, KnownSignInPage, placeOf, TrackPage } from '../../web/portal/index.js'
import { perMinute } from '../limits.js'
import { sendAttachment } from '../send-attachment.js'
import { actOn } from './act-routes.js'
import {
  contextOf,
  type FileParams,
  type GovernmentParams,
  langOf,
  type NumberParams,
  type Portal,
  problemOf,
  queryOf,
  sendPage,
  sendProblem,
  shownOf,
  withGovernment,
} from './portal.js'
import { entryOf, readPostedForm } from './posted-form.js'
import type { Tracking } from './track-routes.js'

const lastsMs = 12 * 3_600_000

/** The cookie goes to what is theirs and nowhere else: no route of the staff ever sees it. */
const cookieOf = ({ protocol }: FastifyRequest): string => (protocol === 'https' ? '__Secure-known' : 'known')
const tokenIn = (request: FastifyRequest): string => request.cookies[cookieOf(request)] ?? ''

/** 名单上的人: sign in, what is theirs, one of it, and what they do in it. Nothing needs a script. */
export function knownRoutes(app: FastifyInstance, portal: Portal): void {
  const at =
    (next: (tracking: Tracking) => Promise<FastifyReply> | FastifyReply) =>
    (request: FastifyRequest<{ Params: GovernmentParams }>, reply: FastifyReply) =>
      withGovernment(portal, { request, reply }, (government) =>
        government.known === ''
          ? sendProblem(portal, { request, reply }, problemOf(404), government)
          : next({ portal, government, request, reply }),
      )

  app.get<{ Params: GovernmentParams }>('/:government/known', at(showHome))
  app.post<{ Params: GovernmentParams }>('/:government/known', at(enter))
  app.post<{ Params: GovernmentParams }>('/:government/known/leave', at(leave))
  app.get<{ Params: GovernmentParams }>('/:government/known/password', at(showPassword))
  app.post<{ Params: GovernmentParams }>('/:government/known/password', at(changePassword))
  app.get<{ Params: NumberParams }>('/:government/known/:number', (request, reply) =>
    at((tracking) => showOne(tracking, request.params.number))(request, reply),
  )
  app.get<{ Params: FileParams }>('/:government/known/:number/files/:file', { config: perMinute(60) }, (request, reply) =>
    at((tracking) => sendKnownFile(tracking, request.params))(request, reply),
  )
  app.post<{ Params: ActParams }>('/:government/known/:number/acts/:act', (request, reply) =>
    at((tracking) => doOne(tracking, request.params))(request, reply),
  )
}

type ActParams = NumberParams & { readonly act: string }

function doOne(tracking: Tracking, { number, act }: ActParams): Promise<FastifyReply> | FastifyReply {
  const { portal, request } = tracking
  if (tokenIn(request) === '') return showForm(tracking, { said: 'again' })
  const asked = { ...askedBy(tracking), number }
  return actOn(tracking, act, {
    place: 'known',
    number,
    track: (lang = asked.lang) => portal.deps.knownMatter({ ...asked, lang }),
    act: (done) => portal.deps.actAsKnown({ ...asked, ...done }),
  })
}

const askedBy = ({ request, government }: Pick<Tracking, 'request' | 'government'>) => ({
  token: tokenIn(request),
  government: government.id,
  lang: langOf(request),
})

const cookieFor = (government: GovernmentView, request: FastifyRequest) => ({
  path: placeOf(government, 'known'),
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: request.protocol === 'https',
})

type Shown = {
  readonly login?: string
  readonly sentence?: string
  readonly challenge?: ProofChallenge
  readonly said?: 'left' | 'again' | 'set'
  readonly status?: number
}

function showForm(tracking: Tracking, { login = '', status = 200, ...shown }: Shown): FastifyReply {
  const { portal, government, request, reply } = tracking
  const context = contextOf(portal, { request, reply, here: placeOf(government, 'known') }, government)
  return sendPage(reply, KnownSignInPage({ context, government, login, ...shown }), status)
}

async function enter(tracking: Tracking): Promise<FastifyReply> {
  const { portal, government, request, reply } = tracking
  const form = await readPostedForm(request, 0)
  const login = entryOf(form, 'login').trim()
  const found = await portal.deps.signInKnown({
    ...{ government: government.id, login, password: entryOf(form, 'password'), proof: entryOf(form, 'proof') },
    ...{ address: request.ip, agent: request.headers['user-agent'] ?? '', lang: langOf(request) },
  })
  if (found.ok) {
    reply.setCookie(cookieOf(request), found.token, { ...cookieFor(government, request), maxAge: lastsMs / 1000 })
    return reply.redirect(placeOf(government, 'known'), 303)
  }
  const { problem } = found
  if (problem.status >= 500) return sendProblem(portal, { request, reply }, problem, government)
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds))
  const sentence = problem.detail === '' ? problem.title : problem.detail
  const challenge = problem.challenge === undefined ? {} : { challenge: problem.challenge }
  return showForm(tracking, { login, sentence, status: problem.status, ...challenge })
}

async function leave(tracking: Tracking): Promise<FastifyReply> {
  const { portal, government, request, reply } = tracking
  const token = tokenIn(request)
  if (token !== '') await portal.deps.signOutKnown(token)
  reply.clearCookie(cookieOf(request), { path: placeOf(government, 'known') })
  return reply.redirect(placeOf(government, 'known?left=1'), 303)
}

async function showHome(tracking: Tracking): Promise<FastifyReply> {
  const { portal, government, request, reply } = tracking
  const token = tokenIn(request)
  // Whoever has just set a password need not be who is signed in on this device.
  if (queryOf(request, 'set') === '1') return showForm(tracking, { said: 'set' })
  if (token === '') return showForm(tracking, queryOf(request, 'left') === '1' ? { said: 'left' } : {})
  const found = await portal.deps.knownHome({ ...askedBy(tracking), after: queryOf(request, 'after') || null })
  if (!found.ok) return notKnown(tracking, found.problem)
  const context = contextOf(portal, { request, reply }, government)
  return sendPage(reply, KnownHomePage({ context, government, home: found.home }))
}

async function showOne(tracking: Tracking, number: string): Promise<FastifyReply> {
  const { portal, government, request, reply } = tracking
  if (tokenIn(request) === '') return showForm(tracking, {})
  const found = await portal.deps.knownMatter({ ...askedBy(tracking), number })
  if (!found.ok) return notKnown(tracking, found.problem)
  const context = contextOf(portal, { request, reply }, government)
  const done = queryOf(request, 'done') || undefined
  return sendPage(reply, TrackPage({ context, government, track: found.track, done, ...shownOf(request), place: 'known' }))
}

async function sendKnownFile(tracking: Tracking, { number, file }: FileParams): Promise<FastifyReply> {
  const { portal, request, reply } = tracking
  if (tokenIn(request) === '') return showForm(tracking, { said: 'again' })
  const found = await portal.deps.knownFile({ ...askedBy(tracking), number, attachment: file })
  return found.ok ? sendAttachment(reply, found.file) : notKnown(tracking, found.problem)
}

/** Anybody may look at the form; it serves whoever is signed in. */
const showPassword = (tracking: Tracking): FastifyReply =>
  tokenIn(tracking.request) === '' ? showForm(tracking, {}) : showPasswordForm(tracking, { isDue: false })

type PasswordShown = { readonly isDue: boolean; readonly problem?: Problem; readonly status?: number }

function showPasswordForm(tracking: Tracking, { isDue, problem, status = 200 }: PasswordShown): FastifyReply {
  const { portal, government, request, reply } = tracking
  const context = contextOf(portal, { request, reply, here: placeOf(government, 'known/password') }, government)
  return sendPage(reply, KnownPasswordPage({ context, government, isDue, problem }), status)
}

async function changePassword(tracking: Tracking): Promise<FastifyReply> {
  const { portal, government, request, reply } = tracking
  if (tokenIn(request) === '') return showForm(tracking, { said: 'again' })
  const form = await readPostedForm(request, 0)
  const [current, password, again] = [entryOf(form, 'current'), entryOf(form, 'password'), entryOf(form, 'again')]
  const found = await portal.deps.changeKnownPassword({ ...askedBy(tracking), current, password, again })
  if (found.ok) return reply.redirect(placeOf(government, 'known'), 303)
  const { problem } = found
  if (problem.code === 'not-signed-in' || problem.status >= 500) return notKnown(tracking, problem)
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds))
  return showPasswordForm(tracking, { isDue: false, problem, status: problem.status })
}

/** Whose session has ended signs in anew; what is not theirs is not there. */
function notKnown(tracking: Tracking, problem: Problem): FastifyReply {
  const { portal, government, request, reply } = tracking
  if (problem.code === 'password-due') return showPasswordForm(tracking, { isDue: true, status: problem.status })
  if (problem.code !== 'not-signed-in') return sendProblem(portal, { request, reply }, problem, government)
  reply.clearCookie(cookieOf(request), { path: placeOf(government, 'known') })
  return showForm(tracking, { said: 'again', status: problem.status })
}
