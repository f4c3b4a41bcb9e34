import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type APIRequestContext, expect } from '@playwright/test'
import { freePort } from './free-port.js'

/** The portal's pages over a portal in memory, in a process of its own. */
export type MemoryPortal = { readonly origin: string; readonly child: ChildProcess }

export async function startMemoryPortal(request: APIRequestContext): Promise<MemoryPortal> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const server = fileURLToPath(new URL('../portal/memory-server.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', server, String(port)], { stdio: 'inherit' })
  const answers = () =>
    request.get(`${origin}/yunhe/`).then(
      (answer) => answer.status(),
      () => 0,
    )
  await expect.poll(answers).toBe(200)
  return { origin, child }
}
