import { basename } from 'node:path'
import { gateOf, holdsMails, importMatters, importRows, ledgerFile, type Office, runTimers, verifyRecords } from '../app/index.js'
import type { AppDoor } from '../cli/index.js'
import { UsageError } from '../cli/index.js'
import type { Library } from '../load/index.js'
import { readAnchors } from './anchors.js'
import { readEnvironment } from './environment.js'
import { clock, type OpenedApp, openApp } from './open-app.js'
import { seedDemo } from './seed-demo.js'

type DoorAsked = {
  readonly root: string
  readonly library: () => Library
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

const acceptAct = 'accept'

/** The app as the command line uses it: opened for one command, closed after it. */
export function appDoor(asked: DoorAsked): AppDoor {
  const environment = readEnvironment(process.env, asked.root)
  const using = async <T>(work: (app: OpenedApp) => Promise<T>): Promise<T> => {
    const app = await openApp(environment, asked.library, clock)
    try {
      return await work(app)
    } finally {
      await app.close()
    }
  }
  const say = (text: string): void => asked.error(text)
  return {
    serve: async ({ isDemo }) => {
      const { serve } = await import('./serve.js')
      const then = isDemo ? (app: OpenedApp) => seedDemo(app.deps, asked.root, asked.out).then(() => undefined) : null
      return serve({ ...asked, environment, then })
    },
    seedDemo: (onProgress) => using(({ deps }) => seedDemo(deps, asked.root, onProgress)),
    importFile: ({ file, government, source, map, set, isAccepting, isTrial, leavesFiles, lang }, onProgress) =>
      using(async (app) => {
        const office = await officeNamed(app, government)
        const report = await importMatters(
          app.deps,
          {
            office,
            rows: importRows(file),
            // A Message-ID is one of a kind, whichever folder its mail lies in.
            source: source ?? (holdsMails(file) ? 'mail' : basename(file)),
            map,
            set,
            thenAct: isAccepting ? acceptAct : null,
            isTrial,
            person: null,
            lang,
            leavesFiles,
          },
          onProgress,
        )
        const { mapping, defaults, ...counts } = report
        const columns = { ...mapping?.fields, ...named('source', mapping?.source), ...named('time', mapping?.time) }
        return { ...counts, columns, defaults }
      }),
    exportFile: ({ government, kind, format, role, unit, lang }, write) =>
      using(async (app) => {
        const office = await officeNamed(app, government)
        const { regulation } = office.program
        const worn = role ?? Object.values(regulation.roles).find((each) => each.kind === 'office')?.id ?? ''
        const gate = gateOf(regulation, { role: worn, unit: unit ?? null, person: null })
        for await (const piece of ledgerFile(app.deps, { office, gate, kind, filter: {}, lang }, format)) write(piece)
      }),
    verify: ({ anchors }, onProgress) =>
      using(async ({ deps }) => {
        await runTimers(deps, (error) => say(String(error)))
        const files = [environment.anchorsFile, ...(anchors === undefined ? [] : [anchors])]
        return verifyRecords(
          deps,
          ({ government, matters }) => onProgress(`${government}: ${matters}`),
          files.flatMap(readAnchors),
        )
      }),
  }
}

const named = (name: string, column: string | null | undefined) => (column ? { [name]: column } : {})

async function officeNamed({ deps }: OpenedApp, name: string | undefined): Promise<Office> {
  const offices = await deps.offices.all()
  const found = name === undefined && offices.length === 1 ? offices[0] : offices.find(({ id }) => id === name)
  if (found !== undefined) return found
  const known = offices.map(({ id }) => id).join(', ')
  throw new UsageError({
    zh: `请用 --government 写明是哪个地方：${known}`,
    en: `Say which government with --government: ${known}`,
  })
}
