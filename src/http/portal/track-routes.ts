import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GovernmentView } from '../../contract/index.js'
import { placeOf, TrackFormPage, TrackPage } from '../../web/portal/index.js'
import {
  contextOf,
  type Door,
  type GovernmentParams,
  langOf,
  type NumberParams,
  queryOf,
  sendPage,
  sendProblem,
  withGovernment,
} from './door.js'
import { entryOf, readPostedForm } from './posted-form.js'
import { endSession, sessionOf, startSession } from './track-session.js'

export type Tracking = {
  readonly door: Door
  readonly government: GovernmentView
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

type Asked = { readonly number: string; readonly sentence?: string; readonly hasLeft?: boolean; readonly status?: number }

/** 进度查询: the form, and a requester's own matter. The code never stays in an address. */
export function trackRoutes(app: FastifyInstance, door: Door): void {
  // The address that an answer to a submission names; it knows the number alone.
  app.get('/track', async (request, reply) => {
    const [number, code] = [queryOf(request, 'number'), queryOf(request, 'code')]
    if (code !== '') return knock(door, { request, reply }, number, code, null)
    return showForm(door, { request, reply }, null, { number })
  })
  app.post('/track', async (request, reply) => {
    const form = await readPostedForm(request, 0)
    return knock(door, { request, reply }, entryOf(form, 'number').trim(), entryOf(form, 'code').trim(), null)
  })

  app.get<{ Params: GovernmentParams }>('/:government/track', (request, reply) =>
    withGovernment(door, { request, reply }, (government) => {
      const [number, code] = [queryOf(request, 'number'), queryOf(request, 'code')]
      if (code !== '') return knock(door, { request, reply }, number, code, government)
      return showForm(door, { request, reply }, government, { number, hasLeft: queryOf(request, 'left') === '1' })
    }),
  )
  app.post<{ Params: GovernmentParams }>('/:government/track', (request, reply) =>
    withGovernment(door, { request, reply }, async (government) => {
      const form = await readPostedForm(request, 0)
      return knock(door, { request, reply }, entryOf(form, 'number').trim(), entryOf(form, 'code').trim(), government)
    }),
  )
  app.post<{ Params: GovernmentParams }>('/:government/track/leave', (request, reply) =>
    withGovernment(door, { request, reply }, (government) => {
      endSession(reply, government.id)
      return reply.redirect(placeOf(government, 'track?left=1'), 303)
    }),
  )
  app.get<{ Params: NumberParams }>('/:government/track/:number', (request, reply) =>
    withGovernment(door, { request, reply }, (government) => {
      const code = queryOf(request, 'code')
      if (code !== '') return knock(door, { request, reply }, request.params.number, code, government)
      return showMatter({ door, government, request, reply }, request.params.number)
    }),
  )
}

type At = { readonly request: FastifyRequest; readonly reply: FastifyReply }

/** Number and code are right: keeps them in the cookie and leads to the page. */
async function knock(door: Door, at: At, number: string, code: string, government: GovernmentView | null): Promise<FastifyReply> {
  const { request, reply } = at
  const found = await door.deps.track({ number, code, address: request.ip, lang: langOf(request) })
  if (found.ok) {
    const { track } = found
    startSession(door, at, track.government.id, { number: track.number, code })
    return reply.redirect(placeOf(track.government, `track/${track.number}`), 303)
  }
  const { problem } = found
  if (problem.status >= 500) return sendProblem(door, at, problem, government)
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds))
  const sentence = problem.detail === '' ? problem.title : problem.detail
  return showForm(door, at, government, { number, sentence, status: problem.status })
}

function showForm(door: Door, at: At, government: GovernmentView | null, asked: Asked): FastifyReply {
  const here = government === null ? '/track' : placeOf(government, 'track')
  const context = contextOf(door, { ...at, here }, government)
  const { number, sentence, hasLeft = false, status = 200 } = asked
  return sendPage(at.reply, TrackFormPage({ context, government, number, sentence, hasLeft }), status)
}

async function showMatter(tracking: Tracking, number: string): Promise<FastifyReply> {
  const { door, government, request, reply } = tracking
  const session = sessionOf(door, request, government.id, number)
  if (session === null) return showForm(door, tracking, government, { number })
  const found = await door.deps.track({ ...session, address: request.ip, lang: langOf(request) })
  if (!found.ok) {
    endSession(reply, government.id)
    return knockAgain(tracking, number, found.problem.detail, found.problem.status)
  }
  startSession(door, tracking, government.id, session)
  const context = contextOf(door, { request, reply }, government)
  const done = queryOf(request, 'done') || undefined
  return sendPage(
    reply,
    TrackPage({ context, government, track: found.track, done, isHistory: queryOf(request, 'history') === '1' }),
  )
}

const knockAgain = ({ door, government, request, reply }: Tracking, number: string, sentence: string, status: number) =>
  showForm(door, { request, reply }, government, { number, sentence, status })
