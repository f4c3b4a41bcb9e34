import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Demo } from './demo.js'
import { startServer } from './server.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

type Own = {
  /** The folder an office keeps its own regulations in. */
  readonly regulations: string
  /** Files as in `demo/`: each a government, its people and what they have in hand. */
  readonly demos: readonly string[]
}

/** The product for an office with regulations of its own. */
export async function startOwn({ regulations, demos }: Own): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-own-'))
  const environment = { HUIYIN_DATA: join(folder, 'data'), HUIYIN_REGULATIONS: regulations, HUIYIN_REQUESTS_PER_MINUTE: '0' }
  const program = await programWithDemos(join(folder, 'product'), demos)
  await promisify(execFile)(process.execPath, [program, 'demo'], { env: { ...process.env, ...environment } })
  const server = await startServer(environment)
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { origin: server.origin, stop }
}

/** The program beside other demo files: it looks for `demo/` next to its own folder. */
async function programWithDemos(folder: string, demos: readonly string[]): Promise<string> {
  for (const part of ['dist', 'demo']) await mkdir(join(folder, part), { recursive: true })
  for (const part of ['node_modules', 'regulations', 'calendars', 'templates'])
    await symlink(join(root, part), join(folder, part))
  for (const demo of demos) await copyFile(demo, join(folder, 'demo', basename(demo)))
  await copyFile(join(root, 'package.json'), join(folder, 'package.json'))
  const program = join(folder, 'dist/main.js')
  await copyFile(join(root, 'dist/main.js'), program)
  return program
}
