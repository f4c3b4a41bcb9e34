import { join } from 'node:path'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import type { Lang, Simulated } from '../contract/index.js'

export type SimulatingData = { readonly root: string; readonly regulations: readonly string[]; readonly calendars: string }
export type SimulatingTask = { readonly scenario: string; readonly lang: Lang }

/** So long one scenario may take; the longest of ours takes a twentieth. */
const longest = 5000
const mostWaiting = 20

export type Simulator = { run(asked: SimulatingTask): Promise<Simulated | null>; close(): Promise<void> }

/** 推演, in a thread beside the server, one after the other. Null: it took longer than it may, or too many wait. */
export function openSimulator(root: string, regulations: readonly string[], budgetMs = longest): Simulator {
  const workerData: SimulatingData = { root, regulations, calendars: join(root, 'calendars') }
  let worker: Worker | null = null
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  async function ready(): Promise<Worker> {
    if (worker !== null) return worker
    const made = startThread({ workerData, resourceLimits: { maxOldGenerationSizeMb: 256 } })
    made.unref()
    await answer(made)
    worker = made
    return made
  }

  async function once(asked: SimulatingTask): Promise<Simulated | null> {
    const at = await ready()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<null>((done) => {
      timer = setTimeout(() => done(null), budgetMs)
    })
    const done = answer(at) as Promise<Simulated>
    at.postMessage(asked)
    const found = await Promise.race([done, late]).catch(() => null)
    clearTimeout(timer)
    if (found === null) await stop()
    return found
  }

  async function stop(): Promise<void> {
    const ended = worker
    worker = null
    await ended?.terminate()
  }

  async function run(asked: SimulatingTask): Promise<Simulated | null> {
    if (waiting >= mostWaiting) return null
    waiting += 1
    const turn = last.then(() => once(asked))
    last = turn.catch(() => undefined)
    return turn.finally(() => {
      waiting -= 1
    })
  }

  return { run, close: stop }
}

/** From the sources the thread has to learn TypeScript first; an option of Node would not reach it. */
function startThread(options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./simulating.js', import.meta.url), options)
  const file = JSON.stringify(new URL('./simulating.ts', import.meta.url).href)
  const begin = `import('tsx/esm/api').then(({ register }) => (register(), import(${file})))`
  return new Worker(begin, { ...options, eval: true })
}

/** The next message; rejected where the thread ends before. */
const answer = (worker: Worker): Promise<unknown> =>
  new Promise((done, failed) => {
    const onMessage = (message: unknown): void => settle(() => done(message))
    const onError = (error: Error): void => settle(() => failed(error))
    const onExit = (): void => settle(() => failed(new Error('the thread ended')))
    const settle = (then: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      then()
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  })
