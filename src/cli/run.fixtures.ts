import { join } from 'node:path'
import { loadLibrary } from '../load/index.js'
import type { Deps } from './index.js'
import { runCli } from './index.js'

const root = join(import.meta.dirname, '..', '..')
export const fixtures = join(root, 'test', 'fixtures')

/** Runs a command line on the fixtures; answers what it printed and the exit code. */
export async function run(...argv: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  const said = { out: '', error: '' }
  const deps: Deps = {
    out: (text) => {
      said.out += `${text}\n`
    },
    error: (text) => {
      said.error += `${text}\n`
    },
    isTerminal: false,
    root,
    regulations: [join(fixtures, 'regulations')],
    library: ({ regulations = [join(fixtures, 'regulations')] } = {}) =>
      loadLibrary({ regulations, calendars: join(root, 'calendars') }),
    now: () => 0,
  }
  return { code: await runCli(argv, deps), ...said }
}
