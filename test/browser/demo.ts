import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test } from '@playwright/test'
import { startServer } from './server.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

export type Demo = { readonly origin: string; stop(): Promise<void> }

/** Where the product answers, once the first test of the file begins. */
export type Running = { readonly origin: string }

const madeOnce = 'HUIYIN_DEMO_MADE'
const shared = 'HUIYIN_DEMO_SHARED'

/** Others may enter it: where a test runs as root the database does not, and would be kept elsewhere than in this folder. */
async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-demo-'))
  await chmod(folder, 0o755)
  return folder
}

/**
 * Makes the demonstration governments once, for all files of the run, and starts the one that `sharedDemo` looks at; any other starts
 * from a copy. Answers how both are thrown away.
 */
export async function makeDemo(): Promise<() => Promise<void>> {
  const data = await dataFolder()
  const env = { ...process.env, HUIYIN_DATA: data }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(root, 'dist/main.js'), 'demo'], { env })
  const undone = `${stdout}\n${stderr}`.match(/^[a-z]+\d+( \w+)?: .*$/m)
  if (undone) throw new Error(`a step of the demonstration was not done: ${undone[0]}`)
  process.env[madeOnce] = data
  // As README says it; what stands already is not written again.
  const common = await startDemo(['demo', '--serve'])
  process.env[shared] = common.origin
  return async () => {
    await common.stop()
    await rm(data, { recursive: true, force: true })
  }
}

/** The product with its invented governments, a copy for itself. `HUIYIN_ORIGIN` names one that runs already. */
async function startDemo(command: readonly string[] = ['serve']): Promise<Demo> {
  const running = process.env.HUIYIN_ORIGIN
  if (running) return { origin: running, stop: async () => undefined }
  const made = process.env[madeOnce]
  if (made === undefined) throw new Error(`${madeOnce}: the demonstration governments were not made`)
  const data = await dataFolder()
  // Owners are kept: the database's files are its own.
  await promisify(execFile)('cp', ['-a', `${made}/.`, data])
  const server = await startServer({ HUIYIN_DATA: data, HUIYIN_REQUESTS_PER_MINUTE: '0' }, command)
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(data, { recursive: true, force: true })
  }
  return { origin: server.origin, stop }
}

/** A page that a test leaves open goes on asking and being told, beside the tests after it. */
function leaveNoPageOpen(): void {
  test.afterEach(async ({ browser }) => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  })
}

/** The invented governments for the tests of one file: a copy, started before the first of them, stopped after the last. */
export function ownDemo(): Running {
  let demo: Demo | undefined
  test.beforeAll(async () => {
    demo = await startDemo()
  })
  leaveNoPageOpen()
  test.afterAll(() => demo?.stop())
  return {
    get origin(): string {
      if (demo === undefined) throw new Error('the product runs only while tests do')
      return demo.origin
    },
  }
}

/** The same for tests that change nothing: all files of a run look at one. */
export function sharedDemo(): Running {
  leaveNoPageOpen()
  return {
    get origin(): string {
      const origin = process.env[shared]
      if (origin === undefined) throw new Error(`${shared}: no demonstration was started`)
      return origin
    },
  }
}

export const demoPassword = 'huiyin-demo'
/** 演示的市和区域. Each takes messages under two texts; these are governments, not texts. */
export const city = 'shili'
export const region = 'quyu'
