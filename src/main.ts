import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AppDoor, type Deps, runCli } from './cli/index.js'
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
  app: appDoorLater(),
}

/** What needs the database is loaded when a command asks for it: the others start without. */
function appDoorLater(): AppDoor {
  const door = async (): Promise<AppDoor> => {
    const { appDoor } = await import('./main/app-door.js')
    return appDoor({ root, regulations, library: () => deps.library(), out: deps.out, error: deps.error })
  }
  return {
    serve: async (asked) => {
      isServing = true
      return (await door()).serve(asked)
    },
    seedDemo: async (onProgress) => (await door()).seedDemo(onProgress),
    importFile: async (asked, onProgress) => (await door()).importFile(asked, onProgress),
    previewFile: async (asked) => (await door()).previewFile(asked),
    exportFile: async (...asked) => (await door()).exportFile(...asked),
    packageFile: async (asked, write, onProgress) => (await door()).packageFile(asked, write, onProgress),
    recountUnit: async (asked, onProgress) => (await door()).recountUnit(asked, onProgress),
    paperFile: async (asked) => (await door()).paperFile(asked),
    grant: async (asked) => (await door()).grant(asked),
    letIn: async (asked) => (await door()).letIn(asked),
    vouch: async (asked) => (await door()).vouch(asked),
    keepLog: async (asked) => (await door()).keepLog(asked),
    takeUp: async (asked) => (await door()).takeUp(asked),
    changeVersion: async (asked) => (await door()).changeVersion(asked),
    addGovernment: async (asked) => (await door()).addGovernment(asked),
    verify: async (asked, onProgress) => (await door()).verify(asked, onProgress),
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
