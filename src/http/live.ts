import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Deps, failure, findSignedIn, gateFor, newsOf, type SignedIn, wordsOf } from '../app/index.js'
import type { HttpDeps } from './http-deps.js'
import { langOf } from './language.js'
import { sendFailure } from './problem.js'
import { hatOf, staffOf, tokenOf } from './who.js'

type Listener = { who: SignedIn; readonly reply: FastifyReply; readonly token: string; readonly hat: string | null }

/** A matter that was written to, and its revision before. */
type Changed = { readonly government: string; readonly matter: number; readonly since: number }

/** How long a line outlives its session at most. */
const heartbeat = 15_000
const settle = 500
const mostListeners = 2000
/** Pages that one account looks at at the same time. */
const mostPerAccount = 8

/** Who listens, and who hears of what. */
class Lines {
  private readonly listeners = new Set<Listener>()
  private readonly changed = new Map<string, Changed>()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly deps: Deps,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Something was written: told a moment later, with all that is written meanwhile. */
  note({ government, matter, since }: Changed): void {
    if (this.listeners.size === 0) return
    const key = `${government}/${matter}`
    this.changed.set(key, { government, matter, since: Math.min(since, this.changed.get(key)?.since ?? since) })
    this.timer ??= setTimeout(() => void this.tellAll().catch(this.onError), settle)
  }

  private async tellAll(): Promise<void> {
    this.timer = undefined
    const all = [...this.changed.values()]
    this.changed.clear()
    for (const each of all) await this.tell(each)
  }

  /** One look for each gate and role, however many people stand behind it. */
  private async tell({ government, matter, since }: Changed): Promise<void> {
    const answers = new Map<string, Awaited<ReturnType<typeof newsOf>>>()
    for (const listener of this.listeners) {
      const { who, reply } = listener
      if (who.office.id !== government) continue
      const key = JSON.stringify([who.actor.role, gateFor(who.office, who.actor)])
      const known = answers.get(key)
      const news = known === undefined ? await newsOf(this.deps, who, { matter, since }) : known
      answers.set(key, news)
      // Whoever hung up meanwhile has no line any more: writing to it would fail for all.
      if (news !== null && this.listeners.has(listener))
        reply.raw.write(`data: {"matter":"${matter}","revision":${news.revision}}\n\n`)
    }
  }

  /** Whoever holds the line, as they are now; without a session, or in a role that is theirs no longer, it ends. */
  async lookAgain(): Promise<void> {
    for (const listener of this.listeners) {
      const { token, hat, who } = listener
      const found = await findSignedIn(this.deps, { token, hat, lang: who.lang })
      if (!this.listeners.has(listener)) continue
      if (found.ok && found.signedIn.due === null) {
        listener.who = found.signedIn
        listener.reply.raw.write(': still here\n\n')
      } else this.end(listener)
    }
  }

  isFullFor({ account, office }: SignedIn): boolean {
    const { listeners } = this
    const own = [...listeners].filter(({ who }) => who.account === account && who.office.id === office.id)
    return listeners.size >= mostListeners || own.length >= mostPerAccount
  }

  add(listener: Listener): void {
    this.listeners.add(listener)
  }

  end(listener: Listener): void {
    this.listeners.delete(listener)
    // A browser that hangs up only closes its half: without this the connection would stay.
    listener.reply.raw.end()
  }

  endAll(): void {
    clearTimeout(this.timer)
    for (const { reply } of this.listeners) reply.raw.end()
    this.listeners.clear()
  }
}

/**
 * Server-sent events: `{"matter":"7","revision":3}` (no revision where it was only worked out anew) when something that the signed-in person may see has changed, and nothing when all that was
 * done is kept from them. The gate decides here too, for the person as they are now: a line ends with its session, and whoever lost a
 * role hears nothing by it any more.
 */
export async function liveRoutes(app: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const onError = (error: unknown): void => app.log.error({ err: error }, 'live')
  const lines = new Lines(deps, onError)
  const forget = deps.store.onWritten((written) => lines.note(written))
  const beat = setInterval(() => void lines.lookAgain().catch(onError), heartbeat)
  beat.unref()

  // Listening is doing nothing: it does not keep a session from ending when idle.
  app.get('/api/live', { schema: { hide: true }, config: { asks: 'whateverIsDue' } }, async (request: FastifyRequest, reply) => {
    const who = staffOf(request)
    const words = wordsOf(langOf(request))
    if (who.due !== null) return sendFailure(reply, failure(words, `${who.due}-due`))
    if (lines.isFullFor(who)) return sendFailure(reply, failure(words, 'too-many-tries', { retryAfterSeconds: heartbeat / 1000 }))
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 5000\n\n')
    const listener: Listener = { who, reply, token: tokenOf(request), hat: hatOf(request) }
    lines.add(listener)
    request.raw.on('close', () => lines.end(listener))
    reply.raw.on('close', () => lines.end(listener))
  })

  app.addHook('preClose', async () => {
    clearInterval(beat)
    forget()
    lines.endAll()
  })
}
