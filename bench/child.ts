import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { onEnd } from './cleanup.js'
import { root } from './office.js'

export type Child = {
  readonly pid: number
  /** What it has printed so far, errors too. */
  output(): string
  /** Asks it to end, as an operator would, and waits; answers its exit code. */
  stop(): Promise<void>
  /** Waits until it ends by itself. */
  ended(): Promise<number>
  send(message: object): void
  /** Its next message. */
  answer(): Promise<unknown>
}

const longestStop = 20_000

/** A Node process of ours; a `.ts` file runs by tsx. */
export function startChild(args: readonly string[], env: Readonly<Record<string, string>> = {}): Child {
  const isSource = args[0]?.endsWith('.ts') === true
  return watch(spawnChild(process.execPath, isSource ? ['--import', 'tsx', ...args] : args, env, 'ipc'))
}

/** Any command of the project. */
export const startCommand = (command: string, args: readonly string[], env: Readonly<Record<string, string>>): Child =>
  watch(spawnChild(command, args, env, 'ignore'))

function spawnChild(command: string, args: readonly string[], env: Readonly<Record<string, string>>, channel: 'ipc' | 'ignore') {
  const options: SpawnOptions = { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe', channel] }
  return spawn(command, args, options)
}

function watch(child: ChildProcess): Child {
  const written: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => written.push(chunk.toString()))
  const exit = once(child, 'exit').then(([code, signal]) => {
    if (code === null) written.push(`ended by ${signal}\n`)
    return typeof code === 'number' ? code : 1
  })
  const stop = onEnd(`process ${child.pid}`, async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), longestStop)
    await exit
    clearTimeout(late)
  })
  const output = () => written.join('')
  const failed = async (): Promise<never> => {
    throw new Error(`a child process ended with ${await exit}:\n${output()}`)
  }
  return {
    pid: child.pid ?? 0,
    output,
    stop,
    ended: () => exit,
    send: (message) => void child.send(message),
    answer: () => Promise.race([once(child, 'message').then(([message]) => message), failed()]),
  }
}

/** Asks again and again until it answers with a page; the milliseconds since `since`. */
export async function untilServed(child: Child, url: string, { since, longest = 90_000 }: { since: number; longest?: number }) {
  let ended: number | null = null
  void child.ended().then((code) => {
    ended = code
  })
  while (performance.now() - since < longest) {
    if (ended !== null) throw new Error(`the server ended with ${ended}:\n${child.output()}`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok === true && (await answer.text()) !== '') return performance.now() - since
    await wait(5)
  }
  throw new Error(`${url} did not answer in ${longest} ms:\n${child.output()}`)
}

/** Waits until it has printed this. */
export async function untilPrinted(child: Child, words: string, longest = 300_000): Promise<void> {
  for (const since = performance.now(); performance.now() - since < longest; await wait(20)) {
    if (child.output().includes(words)) return
  }
  throw new Error(`it did not print "${words}" in ${longest} ms:\n${child.output()}`)
}
