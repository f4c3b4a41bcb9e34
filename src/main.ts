import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CommandedApp, type Deps, runCli } from './cli/index.js'
import { type Library, loadLibrary } from './load/index.js'
import { keptIn } from './main/kept-in.js'

/** The product's own folder, from `src/` as from `dist/`. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
/** Our own regulations, and the folders an office keeps its own in. */
const regulations = [join(root, 'regulations'), ...(process.env.HUIYIN_REGULATIONS ?? '').split(delimiter).filter(Boolean)]
let isServing = false
const libraries = new Map<string, Library>()

const deps: Deps = {
  out: (text) => void process.stdout.write(`${text}\n`),
  error: (text) => void process.stderr.write(`${text}\n`),
  isTerminal: process.stderr.isTTY === true,
  root,
  regulations,
  library: ({ regulations: asked = regulations } = {}) => {
    const key = [asked].flat().join(delimiter)
    const library =
      libraries.get(key) ??
      loadLibrary({ regulations: asked, calendars: join(root, 'calendars') }, asked === regulations ? keptIn(root) : null)
    libraries.set(key, library)
    return library
  },
  now: () => Date.now(),
  app: commandedAppLater(),
}

/** What needs the database is loaded when a command asks for it: the others start without. */
function commandedAppLater(): CommandedApp {
  const app = async (): Promise<CommandedApp> => {
    const { commandedApp } = await import('./main/commanded-app.js')
    return commandedApp({ root, regulations, library: () => deps.library(), out: deps.out, error: deps.error })
  }
  return {
    serve: async (asked) => {
      isServing = true
      return (await app()).serve(asked)
    },
    seedDemo: async (onProgress) => (await app()).seedDemo(onProgress),
    importFile: async (asked, onProgress) => (await app()).importFile(asked, onProgress),
    previewFile: async (asked) => (await app()).previewFile(asked),
    exportFile: async (...asked) => (await app()).exportFile(...asked),
    packageFile: async (asked, write, onProgress) => (await app()).packageFile(asked, write, onProgress),
    recountUnit: async (asked, onProgress) => (await app()).recountUnit(asked, onProgress),
    paperFile: async (asked) => (await app()).paperFile(asked),
    grant: async (asked) => (await app()).grant(asked),
    letIn: async (asked) => (await app()).letIn(asked),
    vouch: async (asked) => (await app()).vouch(asked),
    keepLog: async (asked) => (await app()).keepLog(asked),
    takeUp: async (asked) => (await app()).takeUp(asked),
    changeVersion: async (asked) => (await app()).changeVersion(asked),
    addGovernment: async (asked) => (await app()).addGovernment(asked),
    verify: async (asked, onProgress) => (await app()).verify(asked, onProgress),
  }
}

// A reader that has seen enough (`| head`) is no fault: a command has nothing more to do, a server goes on unheard.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    if (!isServing) process.exit()
  })
}

process.exitCode = await runCli(process.argv.slice(2), deps)
