import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GovernmentView, Lang, Problem, ProofChallenge } from '../../contract/index.js'
import { placeOf, TrackFormPage, TrackPage } from '../../web/portal/index.js'
import { perMinute } from '../limits.js'
import { sendAttachment, sendFile } from '../send-attachment.js'
import { type TrackSessions, trackSessions } from '../track-session.js'
import {
  contextOf,
  type FileParams,
  type GovernmentParams,
  langOf,
  type NumberParams,
  type Portal,
  queryOf,
  sendPage,
  sendProblem,
  shownOf,
  withOutward,
} from './portal.js'
import { entryOf, readPostedForm } from './posted-form.js'

export type Tracking = {
  readonly portal: Portal
  readonly government: GovernmentView
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

type Asked = {
  readonly number: string
  readonly sentence?: string
  readonly challenge?: ProofChallenge
  readonly hasLeft?: boolean
  readonly status?: number
}

/** 进度查询: the form, and a requester's own matter. The code is sent in a form, exchanged for a cookie, and never stands in an address. */
export function trackRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/track', (request, reply) => showForm(portal, { request, reply }, null, { number: queryOf(request, 'number') }))
  app.post('/track', (request, reply) => knock(portal, { request, reply }, null))

  app.get<{ Params: GovernmentParams }>('/:government/track', (request, reply) =>
    withOutward(portal, { request, reply }, (government) => {
      const asked = { number: queryOf(request, 'number'), hasLeft: queryOf(request, 'left') === '1' }
      return showForm(portal, { request, reply }, government, asked)
    }),
  )
  app.post<{ Params: GovernmentParams }>('/:government/track', (request, reply) =>
    withOutward(portal, { request, reply }, (government) => knock(portal, { request, reply }, government)),
  )
  app.post<{ Params: GovernmentParams }>('/:government/track/leave', (request, reply) =>
    withOutward(portal, { request, reply }, (government) => {
      sessionsOf(portal, government.id).end(reply)
      return reply.redirect(placeOf(government, 'track?left=1'), 303)
    }),
  )
  app.post<{ Params: NumberParams }>('/:government/track/:number/package', { config: perMinute(6) }, (request, reply) =>
    withOutward(portal, { request, reply }, (government) =>
      sendPackage({ portal, government, request, reply }, request.params.number),
    ),
  )
  app.get<{ Params: FileParams }>('/:government/track/:number/files/:file', { config: perMinute(60) }, (request, reply) =>
    withOutward(portal, { request, reply }, (government) => sendOwnFile({ portal, government, request, reply }, request.params)),
  )
  app.get<{ Params: NumberParams }>('/:government/track/:number', (request, reply) =>
    withOutward(portal, { request, reply }, (government) =>
      showMatter({ portal, government, request, reply }, request.params.number),
    ),
  )
}

export const sessionsOf = (portal: Portal, government: string): TrackSessions =>
  trackSessions(portal.seal, placeOf({ id: government }, 'track'))

type At = { readonly request: FastifyRequest; readonly reply: FastifyReply }

/** Number and code are right: a cookie stands for them from now on, and leads to the page. */
async function knock(portal: Portal, at: At, government: GovernmentView | null): Promise<FastifyReply> {
  const { request, reply } = at
  const form = await readPostedForm(request, 0)
  const [number, code, proof] = [entryOf(form, 'number'), entryOf(form, 'code'), entryOf(form, 'proof')]
  const found = await portal.deps.knock({ number, code, proof, address: request.ip, lang: langOf(request) })
  if (found.ok) {
    sessionsOf(portal, found.own.government).start(at, found.own)
    return reply.redirect(placeOf({ id: found.own.government }, `track/${found.own.number}`), 303)
  }
  const { problem } = found
  if (problem.status >= 500) return sendProblem(portal, at, problem, government)
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds))
  const challenge = problem.challenge === undefined ? {} : { challenge: problem.challenge }
  const sentence = sentenceOf(problem, langOf(request))
  return showForm(portal, at, government, { number, sentence, status: problem.status, ...challenge })
}

/** Whoever is told how long to wait is told why. */
const sentenceOf = ({ title, detail, retryAfterSeconds }: Problem, lang: Lang): string => {
  if (detail === '' || detail === title) return title
  return retryAfterSeconds === undefined ? detail : `${title}${lang === 'zh' ? '。' : '. '}${detail}`
}

function showForm(portal: Portal, at: At, government: GovernmentView | null, asked: Asked): FastifyReply {
  const here = government === null ? '/track' : placeOf(government, 'track')
  const context = contextOf(portal, { ...at, here }, government)
  const { status = 200, ...shown } = asked
  return sendPage(at.reply, TrackFormPage({ context, government, ...shown }), status)
}

async function showMatter(tracking: Tracking, number: string): Promise<FastifyReply> {
  const { portal, government, request, reply } = tracking
  const sessions = sessionsOf(portal, government.id)
  const opened = sessions.of(request)
  if (opened?.number !== number || opened.government !== government.id) return showForm(portal, tracking, government, { number })
  const found = await portal.deps.track({ ...opened, lang: langOf(request) })
  if (!found.ok) {
    sessions.end(reply)
    const { status, detail } = found.problem
    return showForm(portal, tracking, government, { number, sentence: detail, status })
  }
  sessions.start(tracking, opened)
  const context = contextOf(portal, { request, reply }, government)
  const done = queryOf(request, 'done') || undefined
  return sendPage(reply, TrackPage({ context, government, track: found.track, done, ...shownOf(request) }))
}

/** A file of one's own matter, to whoever has opened it. */
async function sendOwnFile(tracking: Tracking, { number, file }: FileParams): Promise<FastifyReply> {
  const { portal, government, request, reply } = tracking
  const opened = sessionsOf(portal, government.id).of(request)
  if (opened?.number !== number || opened.government !== government.id) return showForm(portal, tracking, government, { number })
  const found = await portal.deps.ownFile({ ...opened, attachment: file, lang: langOf(request) })
  return found.ok ? sendAttachment(reply, found.file) : sendProblem(portal, tracking, found.problem, government)
}

/** What its requester keeps of their matter. */
async function sendPackage(tracking: Tracking, number: string): Promise<FastifyReply> {
  const { portal, government, request, reply } = tracking
  const opened = sessionsOf(portal, government.id).of(request)
  if (opened?.number !== number || opened.government !== government.id) return showForm(portal, tracking, government, { number })
  const found = await portal.deps.packOwn({ ...opened, lang: langOf(request) })
  return found.ok ? sendFile(reply, found.file) : sendProblem(portal, tracking, found.problem, government)
}
