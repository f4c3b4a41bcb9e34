import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startServer } from './server.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

export type Demo = { readonly origin: string; stop(): Promise<void> }

/** The product with its two invented governments. `HUIYIN_ORIGIN` names one that runs already. */
export async function startDemo(): Promise<Demo> {
  const running = process.env.HUIYIN_ORIGIN
  if (running) return { origin: running, stop: async () => undefined }
  const data = await mkdtemp(join(tmpdir(), 'huiyin-demo-'))
  const environment = { HUIYIN_DATA: data, HUIYIN_REQUESTS_PER_MINUTE: '0' }
  await promisify(execFile)(process.execPath, [join(root, 'dist/main.js'), 'demo'], { env: { ...process.env, ...environment } })
  const server = await startServer(environment)
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
