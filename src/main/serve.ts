import { existsSync } from 'node:fs'
import type { Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Deps, firstLink, outgoingMessage, reprojectChanged, startTimer } from '../app/index.js'
import { buildServer } from '../http/index.js'
import type { Finding, Library } from '../load/index.js'
import type { Environment } from './environment.js'
import { type LogTarget, logTargets } from './log-shipping/log-target.js'
import { startShipping } from './log-shipping/start-shipping.js'
import { clock, type OpenedApp, openApp } from './open-app.js'
import { portalSecret } from './portal-secret.js'
import { postSigned } from './post-signed.js'
import { openSimulator } from './simulator.js'
import { startWitnessing } from './start-witnessing.js'

export type ServeAsked = {
  readonly environment: Environment
  readonly library: () => Library
  readonly root: string
  readonly regulations: readonly string[]
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Runs once the first page can be had (seeding a demo). */
  readonly then: ((app: OpenedApp) => Promise<void>) | null
}

const minute = 60_000
const hour = 60 * minute
const drain = 5000
const longestStop = 12_000
/** So long the background leaves the processor to whoever asks for the first page. */
const courtesy = 500

const settingsOf = (environment: Environment, web: string): Parameters<typeof buildServer>[0]['settings'] => ({
  webFolder: existsSync(web) ? web : null,
  trustedProxies: environment.trustedProxies,
  requestsPerMinute: environment.requestsPerMinute,
  secret: portalSecret(environment.keysFolder),
  logLevel: environment.logLevel,
  version: '0.1.0',
})

/** Serves until it is told to stop; answers the exit code. */
export async function serve(asked: ServeAsked): Promise<number> {
  const { environment, root } = asked
  const targets = logTargets(environment)
  const stopping = untilStopped()
  const ends = (code: number): void => asked.error(`未能启动就结束了（${code}） / ended before it served (${code})`)
  process.once('exit', ends)
  const simulator = openSimulator(root, asked.regulations)
  const app = await openApp(environment, { library: asked.library, now: clock, simulator, root })
  for (const finding of app.deps.library.findings.filter(({ level }) => level === 'error')) asked.error(findingLine(finding))
  const server = await buildServer({ app: app.deps, settings: settingsOf(environment, join(root, 'dist/web')) })
  try {
    await server.listen({ host: environment.host, port: environment.port })
  } catch (error) {
    await server.close()
    await app.close()
    process.off('exit', ends)
    asked.error(cannotListen(environment, error))
    return 1
  }
  process.off('exit', ends)
  const answered = firstAnswer(server.server, courtesy)
  await announce(asked, app)
  for (const { id, tieFindings } of await app.deps.offices.all())
    for (const finding of tieFindings) asked.error(`${id}: ${findingLine(finding)}`)
  const onError = (error: unknown): void => server.log.error({ err: error }, 'background work')
  const deliveries = startDeliveries(app.deps, environment.webhook)
  const witnessing = startWitnessing(app.deps, {
    everyMs: environment.witnessMinutes * minute,
    onError,
  })
  const shipping = startShipping(app.deps, { targets, onError })
  const tidying = setInterval(() => void tidy(app.deps, targets).catch(onError), hour)
  const background = reprojectChanged(app.deps)
    .then(() => answered)
    .then(() => (stopping.isAsked() ? undefined : asked.then?.(app)))
    .catch(onError)
  const timer = startTimer(app.deps, {
    onError,
    after: asked.then === null ? Promise.resolve() : background,
    figuresAfter: background,
  })
  await stopping.asked
  asked.out('正在停止 / stopping …')
  clearInterval(tidying)
  const isClean = await within(longestStop, async () => {
    // Whoever is being answered is answered; whoever only holds the line is let go.
    const cut = setTimeout(() => server.server.closeAllConnections(), drain)
    await server.close()
    clearTimeout(cut)
    await timer.stop()
    await deliveries?.stop()
    await within(2000, () => background)
    await within(2000, () => witnessing.stop())
    await within(2000, () => shipping.stop())
    await app.close()
  })
  return isClean ? 0 : 1
}

/** Removes what has lapsed, and of the log what was kept for its time. */
async function tidy({ store, offices }: Deps, targets: readonly LogTarget[]): Promise<void> {
  await store.tidy(clock())
  const names = targets.map(({ name }) => name)
  for (const { id } of await offices.all()) await store.administration.cutLog(id, { at: clock(), targets: names })
}

const findingLine = ({ file, line, column, message }: Finding): string => `${file}:${line}:${column} ${message.zh}`

async function announce({ environment, out, then }: ServeAsked, { deps }: OpenedApp): Promise<void> {
  const address = `http://${environment.host === '0.0.0.0' ? 'localhost' : environment.host}:${environment.port}`
  // A demo brings its own accounts.
  const link = then === null ? await firstLink(deps) : null
  out(`回音 Huiyin`)
  out(`  网民页面 portal      ${address}/`)
  out(`  工作台 workbench     ${address}/workbench/`)
  out(`  接口说明 API         ${address}/openapi.json`)
  return link === null ? undefined : out(`  首次设置 first set-up  ${address}${link}  （只能用一次 / works once）`)
}

/** Posts what waits to the operator's gateway, if there is one. */
function startDeliveries(deps: Deps, webhook: Environment['webhook']): { stop(): Promise<void> } | null {
  if (webhook === null) return null
  return deps.store.startDeliveries(async (row) => {
    const message = await outgoingMessage(deps, row)
    await postSigned(webhook, { key: message.key, body: message })
  }, clock)
}

/** Until somebody has been answered, but not for ever. */
const firstAnswer = (server: Server, longest: number): Promise<void> =>
  Promise.race([
    wait(longest),
    new Promise<void>((done) => server.once('request', (_request, response: ServerResponse) => response.once('close', done))),
  ])

/** When the operator, or the machine, asks us to stop: heard from the first moment on, answered when everything has been opened. */
function untilStopped(): { readonly asked: Promise<void>; isAsked(): boolean } {
  let isAsked = false
  const asked = new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        isAsked = true
        stop()
      })
    }
  })
  return { asked, isAsked: () => isAsked }
}

/** True when the work was done in time. */
async function within(milliseconds: number, work: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((done) => {
    timer = setTimeout(() => done(false), milliseconds)
  })
  const isDone = await Promise.race([work().then(() => true as const), late])
  clearTimeout(timer)
  return isDone
}

function cannotListen({ host, port }: Environment, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE') return `${host}:${port} 已被占用，请用 PORT=… 换一个端口。 / in use: choose another with PORT=…`
  return `${host}:${port}: ${error instanceof Error ? error.message : String(error)}`
}
