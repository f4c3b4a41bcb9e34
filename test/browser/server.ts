import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.js'

/** The whole product, started for a test on a free port with an empty data folder. */
export type RunningServer = {
  readonly origin: string
  /** What it has written so far: sign-ins of the demonstration offices, and why it failed. */
  output(): string
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const bundle = join(root, 'dist/main.js')
const source = join(root, 'src/main.ts')
const longestStart = 90_000

/** Whether there is a product to start. */
export const hasServer = (): boolean => existsSync(bundle) || existsSync(source)

/** Starts `dist/main.js serve`, or the sources where nothing was built, and waits until it answers. */
export async function startServer(
  environment: Readonly<Record<string, string>> = {},
  command: readonly string[] = ['serve'],
): Promise<RunningServer> {
  const data = await mkdtemp(join(tmpdir(), 'huiyin-browser-'))
  const port = await freePort()
  const entry = existsSync(bundle) ? [bundle] : ['--import', 'tsx', source]
  const env = { ...process.env, PORT: String(port), HUIYIN_DATA: data, ...environment }
  const child = spawn(process.execPath, [...entry, ...command], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const written: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => written.push(chunk.toString()))
  const origin = `http://127.0.0.1:${port}`
  const server = { origin, output: () => written.join(''), stop: () => stopServer(child, data) }
  await ready(server, child).catch(async (error: unknown) => {
    await server.stop()
    throw error
  })
  return server
}

async function ready(server: RunningServer, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < longestStart; waited += 250) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${server.output()}`)
    const answer = await fetch(`${server.origin}/readyz`).catch(() => null)
    if (answer?.ok === true) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`the server did not answer in ${longestStart} ms:\n${server.output()}`)
}

/** Asks it to end, as an operator would; the private database is stopped with it. */
async function stopServer(child: ChildProcess, data: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
    await ended
    clearTimeout(late)
  }
  await rm(data, { recursive: true, force: true })
}
