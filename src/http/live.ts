import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { failure, findSignedIn, gateFor, hasNews, type SignedIn, wordsOf } from '../app/index.js'
import type { HttpDeps } from './http-deps.js'
import { langOf } from './language.js'
import { sendFailure } from './problem.js'
import { hatOf, holderOf, tokenOf } from './who.js'

type Listener = { who: SignedIn; readonly reply: FastifyReply; readonly token: string; readonly hat: string | null }

/** A matter that was written to, and its revision before. */
type Changed = { readonly government: string; readonly matter: number; readonly since: number }

/** How long a line outlives its session at most. */
const heartbeat = 15_000
const settle = 500
const mostListeners = 2000
/** Pages that one account looks at at the same time. */
const mostPerAccount = 8

/**
 * Server-sent events: `{"matter":"7"}` when something that the signed-in person may see has changed, and nothing when all that was
 * done is kept from them. The gate decides here too, for the person as they are now: a line ends with its session, and whoever lost a
 * role hears nothing by it any more.
 */
export async function liveRoutes(app: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const listeners = new Set<Listener>()
  const changed = new Map<string, Changed>()
  let timer: NodeJS.Timeout | undefined

  const forget = deps.store.onWritten(({ government, matter, since }) => {
    if (listeners.size === 0) return
    const key = `${government}/${matter}`
    changed.set(key, { government, matter, since: Math.min(since, changed.get(key)?.since ?? since) })
    timer ??= setTimeout(() => void tellAll().catch((error: unknown) => app.log.error({ err: error }, 'live')), settle)
  })

  async function tellAll(): Promise<void> {
    timer = undefined
    const all = [...changed.values()]
    changed.clear()
    for (const each of all) await tell(each)
  }

  /** One look for each gate and role, however many people stand behind it. */
  async function tell({ government, matter, since }: Changed): Promise<void> {
    const answers = new Map<string, boolean>()
    for (const { who, reply } of listeners) {
      if (who.office.id !== government) continue
      const key = JSON.stringify([who.actor.role, gateFor(who.office, who.actor)])
      const isNews = answers.get(key) ?? (await hasNews(deps, who, { matter, since }))
      answers.set(key, isNews)
      if (isNews) reply.raw.write(`data: {"matter":"${matter}"}\n\n`)
    }
  }

  /** Whoever holds the line, as they are now; without a session, or in a role that is theirs no longer, it ends. */
  async function lookAgain(): Promise<void> {
    for (const listener of listeners) {
      const { token, hat, who } = listener
      const found = await findSignedIn(deps, { token, hat, lang: who.lang })
      if (found.ok && found.signedIn.session.due === null) {
        listener.who = found.signedIn
        listener.reply.raw.write(': still here\n\n')
      } else end(listener)
    }
  }

  function end(listener: Listener): void {
    listeners.delete(listener)
    // A browser that hangs up only closes its half: without this the connection would stay.
    listener.reply.raw.end()
  }

  const beat = setInterval(() => void lookAgain().catch((error: unknown) => app.log.error({ err: error }, 'live')), heartbeat)
  beat.unref()

  const isFull = ({ account, office }: SignedIn): boolean =>
    listeners.size >= mostListeners ||
    [...listeners].filter(({ who }) => who.account === account && who.office.id === office.id).length >= mostPerAccount

  // Listening is doing nothing: it does not keep a session from ending when idle.
  app.get('/api/live', { schema: { hide: true } }, async (request: FastifyRequest, reply) => {
    const who = await holderOf(deps, request, reply)
    if (who === null) return reply
    const words = wordsOf(langOf(request))
    if (who.session.due !== null) return sendFailure(reply, failure(words, `${who.session.due}-due`))
    if (isFull(who)) return sendFailure(reply, failure(words, 'too-many-tries', { retryAfterSeconds: heartbeat / 1000 }))
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 5000\n\n')
    const listener: Listener = { who, reply, token: tokenOf(request), hat: hatOf(request) }
    listeners.add(listener)
    request.raw.on('close', () => end(listener))
    reply.raw.on('close', () => end(listener))
  })

  app.addHook('preClose', async () => {
    clearInterval(beat)
    clearTimeout(timer)
    forget()
    for (const { reply } of listeners) reply.raw.end()
    listeners.clear()
  })
}
