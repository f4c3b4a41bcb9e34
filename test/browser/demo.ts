import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startServer } from './server.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

export type Demo = { readonly origin: string; stop(): Promise<void> }

const madeOnce = 'HUIYIN_DEMO_MADE'

/** Others may enter it: where a test runs as root the database does not, and would be kept elsewhere than in this folder. */
async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-demo-'))
  await chmod(folder, 0o755)
  return folder
}

/** Makes the demonstration governments once, for all files of the run: each starts from a copy. Answers how that is thrown away. */
export async function makeDemo(): Promise<() => Promise<void>> {
  const data = await dataFolder()
  const env = { ...process.env, HUIYIN_DATA: data }
  await promisify(execFile)(process.execPath, [join(root, 'dist/main.js'), 'demo'], { env })
  process.env[madeOnce] = data
  return () => rm(data, { recursive: true, force: true })
}

/** The product with its invented governments, a copy for itself. `HUIYIN_ORIGIN` names one that runs already. */
export async function startDemo(): Promise<Demo> {
  const running = process.env.HUIYIN_ORIGIN
  if (running) return { origin: running, stop: async () => undefined }
  const made = process.env[madeOnce]
  if (made === undefined) throw new Error(`${madeOnce}: the demonstration governments were not made`)
  const data = await dataFolder()
  // Owners are kept: the database's files are its own.
  await promisify(execFile)('cp', ['-a', `${made}/.`, data])
  const server = await startServer({ HUIYIN_DATA: data, HUIYIN_REQUESTS_PER_MINUTE: '0' })
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(data, { recursive: true, force: true })
  }
  return { origin: server.origin, stop }
}

export const demoPassword = 'huiyin-demo'
/** Each demonstration government runs under one of the two regulations. */
export const city = 'shili'
export const region = 'quyu'
