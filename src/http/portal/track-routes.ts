import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GovernmentView, ProofChallenge } from '../../contract/index.js'
import { placeOf, TrackFormPage, TrackPage } from '../../web/portal/index.js'
import { perMinute } from '../limits.js'
import { sendAttachment, sendFile } from '../send-attachment.js'
import { type TrackSessions, trackSessions } from '../track-session.js'
import {
  contextOf,
  type Door,
  type FileParams,
  type GovernmentParams,
  langOf,
  type NumberParams,
  queryOf,
  sendPage,
  sendProblem,
  shownOf,
  withOutward,
} from './door.js'
import { entryOf, readPostedForm } from './posted-form.js'

export type Tracking = {
  readonly door: Door
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
export function trackRoutes(app: FastifyInstance, door: Door): void {
  app.get('/track', (request, reply) => showForm(door, { request, reply }, null, { number: queryOf(request, 'number') }))
  app.post('/track', (request, reply) => knock(door, { request, reply }, null))

  app.get<{ Params: GovernmentParams }>('/:government/track', (request, reply) =>
    withOutward(door, { request, reply }, (government) => {
      const asked = { number: queryOf(request, 'number'), hasLeft: queryOf(request, 'left') === '1' }
      return showForm(door, { request, reply }, government, asked)
    }),
  )
  app.post<{ Params: GovernmentParams }>('/:government/track', (request, reply) =>
    withOutward(door, { request, reply }, (government) => knock(door, { request, reply }, government)),
  )
  app.post<{ Params: GovernmentParams }>('/:government/track/leave', (request, reply) =>
    withOutward(door, { request, reply }, (government) => {
      sessionsOf(door, government.id).end(reply)
      return reply.redirect(placeOf(government, 'track?left=1'), 303)
    }),
  )
  app.post<{ Params: NumberParams }>('/:government/track/:number/package', { config: perMinute(6) }, (request, reply) =>
    withOutward(door, { request, reply }, (government) =>
      sendPackage({ door, government, request, reply }, request.params.number),
    ),
  )
  app.get<{ Params: FileParams }>('/:government/track/:number/files/:file', { config: perMinute(60) }, (request, reply) =>
    withOutward(door, { request, reply }, (government) => sendOwnFile({ door, government, request, reply }, request.params)),
  )
  app.get<{ Params: NumberParams }>('/:government/track/:number', (request, reply) =>
    withOutward(door, { request, reply }, (government) =>
      showMatter({ door, government, request, reply }, request.params.number),
    ),
  )
}

export const sessionsOf = (door: Door, government: string): TrackSessions =>
  trackSessions(door.seal, placeOf({ id: government }, 'track'))

type At = { readonly request: FastifyRequest; readonly reply: FastifyReply }

/** Number and code are right: a cookie stands for them from now on, and leads to the page. */
async function knock(door: Door, at: At, government: GovernmentView | null): Promise<FastifyReply> {
  const { request, reply } = at
  const form = await readPostedForm(request, 0)
  const [number, code, proof] = [entryOf(form, 'number'), entryOf(form, 'code'), entryOf(form, 'proof')]
  const found = await door.deps.knock({ number, code, proof, address: request.ip, lang: langOf(request) })
  if (found.ok) {
    sessionsOf(door, found.own.government).start(at, found.own)
    return reply.redirect(placeOf({ id: found.own.government }, `track/${found.own.number}`), 303)
  }
  const { problem } = found
  if (problem.status >= 500) return sendProblem(door, at, problem, government)
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds))
  const sentence = problem.detail === '' ? problem.title : problem.detail
  const challenge = problem.challenge === undefined ? {} : { challenge: problem.challenge }
  return showForm(door, at, government, { number, sentence, status: problem.status, ...challenge })
}

function showForm(door: Door, at: At, government: GovernmentView | null, asked: Asked): FastifyReply {
  const here = government === null ? '/track' : placeOf(government, 'track')
  const context = contextOf(door, { ...at, here }, government)
  const { status = 200, ...shown } = asked
  return sendPage(at.reply, TrackFormPage({ context, government, ...shown }), status)
}

async function showMatter(tracking: Tracking, number: string): Promise<FastifyReply> {
  const { door, government, request, reply } = tracking
  const sessions = sessionsOf(door, government.id)
  const opened = sessions.of(request)
  if (opened?.number !== number || opened.government !== government.id) return showForm(door, tracking, government, { number })
  const found = await door.deps.track({ ...opened, lang: langOf(request) })
  if (!found.ok) {
    sessions.end(reply)
    const { status, detail } = found.problem
    return showForm(door, tracking, government, { number, sentence: detail, status })
  }
  sessions.start(tracking, opened)
  const context = contextOf(door, { request, reply }, government)
  const done = queryOf(request, 'done') || undefined
  return sendPage(reply, TrackPage({ context, government, track: found.track, done, ...shownOf(request) }))
}

/** A file of one's own matter, to whoever has opened it. */
async function sendOwnFile(tracking: Tracking, { number, file }: FileParams): Promise<FastifyReply> {
  const { door, government, request, reply } = tracking
  const opened = sessionsOf(door, government.id).of(request)
  if (opened?.number !== number || opened.government !== government.id) return showForm(door, tracking, government, { number })
  const found = await door.deps.ownFile({ ...opened, attachment: file, lang: langOf(request) })
  return found.ok ? sendAttachment(reply, found.file) : sendProblem(door, tracking, found.problem, government)
}

/** What its requester keeps of their matter. */
async function sendPackage(tracking: Tracking, number: string): Promise<FastifyReply> {
  const { door, government, request, reply } = tracking
  const opened = sessionsOf(door, government.id).of(request)
  if (opened?.number !== number || opened.government !== government.id) return showForm(door, tracking, government, { number })
  const found = await door.deps.packOwn({ ...opened, lang: langOf(request) })
  return found.ok ? sendFile(reply, found.file) : sendProblem(door, tracking, found.problem, government)
}
