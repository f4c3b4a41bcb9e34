import type { FastifyInstance, FastifyReply } from 'fastify'
import { gateFor, type SignedIn } from '../app/index.js'
import type { HttpDeps } from './http-deps.js'
import { signedIn } from './who.js'

type Listener = { readonly who: SignedIn; readonly reply: FastifyReply }

const heartbeat = 25_000
const settle = 500
const mostListeners = 2000

/** Server-sent events: `{"matter":"7"}` when something that the signed-in person may see has changed. The gate decides here too. */
export async function liveRoutes(app: FastifyInstance, { app: deps }: HttpDeps): Promise<void> {
  const listeners = new Set<Listener>()
  const changed = new Map<string, { government: string; matter: number }>()
  let timer: NodeJS.Timeout | undefined

  const forget = deps.store.onWritten(({ government, matter }) => {
    if (listeners.size === 0) return
    changed.set(`${government}/${matter}`, { government, matter })
    timer ??= setTimeout(() => void tellAll().catch((error: unknown) => app.log.error({ err: error }, 'live')), settle)
  })

  async function tellAll(): Promise<void> {
    timer = undefined
    const all = [...changed.values()]
    changed.clear()
    for (const each of all) await tell(each)
  }

  /** One look per gate, however many people stand behind it. */
  async function tell({ government, matter }: { government: string; matter: number }): Promise<void> {
    const answers = new Map<string, boolean>()
    for (const { who, reply } of listeners) {
      if (who.office.id !== government) continue
      const gate = gateFor(who.office, who.actor)
      const key = JSON.stringify(gate)
      const isSeen = answers.get(key) ?? (await deps.store.loadMatter(government, matter, gate)) !== null
      answers.set(key, isSeen)
      if (isSeen) reply.raw.write(`data: {"matter":"${matter}"}\n\n`)
    }
  }

  const beat = setInterval(() => {
    for (const { reply } of listeners) reply.raw.write(': still here\n\n')
  }, heartbeat)
  beat.unref()

  app.get('/api/live', { schema: { hide: true } }, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (who === null || listeners.size >= mostListeners) return reply
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 5000\n\n')
    const listener = { who, reply }
    listeners.add(listener)
    const leave = (): void => {
      listeners.delete(listener)
      // A browser that hangs up only closes its half: without this the connection would stay.
      reply.raw.end()
    }
    request.raw.on('close', leave)
    reply.raw.on('close', leave)
  })

  app.addHook('preClose', async () => {
    clearInterval(beat)
    clearTimeout(timer)
    forget()
    for (const { reply } of listeners) reply.raw.end()
    listeners.clear()
  })
}
