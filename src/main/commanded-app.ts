import {
  addGovernmentFor,
  changeVersionFor,
  columnsOf,
  gateOf,
  grantRole,
  importFile,
  keepLogFor,
  ledgerFile,
  ledgerHeads,
  letIn,
  previewFile,
  recordExport,
  runTimers,
  TableRefused,
  takeUpKindFor,
  verifyRecords,
  vouchForPerson,
} from '../app/index.js'
import type { CommandedApp } from '../cli/index.js'
import { CannotRun } from '../cli/index.js'
import type { Library } from '../load/index.js'
import { readAnchors } from './anchors.js'
import { readEnvironment } from './environment.js'
import { officeNamed } from './office-named.js'
import { clock, type OpenedApp, openApp } from './open-app.js'
import { packageFile } from './package-file.js'
import { paperFile } from './paper-file.js'
import { recountUnit } from './recount-unit.js'
import { seedDemo } from './seed-demo.js'
import { openSimulator } from './simulator.js'

type Asked = {
  readonly root: string
  readonly regulations: readonly string[]
  readonly library: () => Library
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

type Exporting = (app: OpenedApp, ...asked: Parameters<CommandedApp['exportFile']>) => Promise<void>

/** Opens the app for one piece of work, and closes it after. */
const opening =
  (asked: Asked, environment: ReturnType<typeof readEnvironment>) =>
  async <T>(work: (app: OpenedApp) => Promise<T>): Promise<T> => {
    const simulator = openSimulator(asked.root, asked.regulations)
    const app = await openApp(environment, { library: asked.library, now: clock, simulator, root: asked.root })
    try {
      return await work(app)
    } finally {
      await app.close()
    }
  }

/** The app as the command line uses it: opened for one command, closed after it. */
export function commandedApp(asked: Asked): CommandedApp {
  const environment = readEnvironment(process.env, asked.root)
  const using = opening(asked, environment)
  const say = (text: string): void => asked.error(text)
  return {
    serve: async ({ isDemo }) => {
      const { serve } = await import('./serve.js')
      const then = isDemo ? (app: OpenedApp) => seedDemo(app.deps, asked.root, asked.out).then(() => undefined) : null
      return serve({ ...asked, environment, then })
    },
    seedDemo: (onProgress) => using(({ deps }) => seedDemo(deps, asked.root, onProgress)),
    importFile: ({ government, ...file }, onProgress) =>
      using(async (app) => {
        const asked = { ...file, office: await officeNamed(app, government) }
        return refusing(async () => {
          const report = await importFile(app.deps, asked, onProgress)
          return { ...report, columns: columnsOf(report) }
        })
      }),
    previewFile: ({ government, ...file }) =>
      using(async (app) => {
        const asked = { ...file, office: await officeNamed(app, government) }
        return refusing(() => previewFile(app.deps, asked))
      }),
    exportFile: (asked, write, onProgress) => using((app) => exportLedger(app, asked, write, onProgress)),
    packageFile: (asked, write, onProgress) => using((app) => packageFile(app, asked, { write, onProgress })),
    recountUnit: (asked, onProgress) => using((app) => recountUnit(app, asked, onProgress)),
    paperFile: (asked) => using((app) => paperFile(app, asked)),
    grant: ({ government, ...asked }) => using(async (app) => grantRole(app.deps, await officeNamed(app, government), asked)),
    letIn: ({ government, login }) => using(async (app) => letIn(app.deps, await officeNamed(app, government), login)),
    vouch: ({ government, login }) => using(async (app) => vouchForPerson(app.deps, await officeNamed(app, government), login)),
    keepLog: ({ government, days }) => using(async (app) => keepLogFor(app.deps, await officeNamed(app, government), days)),
    takeUp: ({ government, regulation, version }) =>
      using(async ({ deps, ...app }) => {
        const office = await officeNamed({ deps, ...app }, government)
        const newest = deps.library.regulations.get(regulation)?.at(-1)?.version ?? ''
        return takeUpKindFor(deps, office, { regulation, version: version ?? newest })
      }),
    changeVersion: ({ government, ...asked }) =>
      using(async (app) => changeVersionFor(app.deps, await officeNamed(app, government), asked)),
    addGovernment: ({ government }) => using(async (app) => addGovernmentFor(app.deps, await officeNamed(app, government))),
    verify: ({ anchors }, onProgress) =>
      using(async ({ deps }) => {
        await runTimers(deps, (error) => say(String(error)))
        const files = [environment.anchorsFile, ...(anchors === undefined ? [] : [anchors])]
        return verifyRecords(deps, (done) => onProgress(progressOf(done)), files.flatMap(readAnchors))
      }),
  }
}

type Verifying = Parameters<Parameters<typeof verifyRecords>[1]>[0]

function progressOf({ government, matters, files, witnesses, isCounted }: Verifying): string {
  if (files !== undefined) return `${government}: ${files}（附件 files）`
  if (witnesses !== undefined) return `${government}: ${witnesses}（存证 witnesses）`
  return `${government}: ${matters}${isCounted === true ? '（数字 figures）' : ''}`
}

const exportLedger: Exporting = async (app, { government, kind, format, role, unit, layout, lang }, write, onRows) => {
  const office = await officeNamed(app, government)
  const worn = role ?? Object.values(office.program.regulation.roles).find((each) => each.kind === 'office')?.id ?? ''
  const actor = { role: worn, unit: unit ?? null, person: null }
  const chosen = ledgerHeads({ office, lang }, { kind, layout })
  if (!chosen.ok) throw new CannotRun({ zh: chosen.failure.detail, en: chosen.failure.detail })
  await recordExport(app.deps, { office, account: 'system', actor }, { kind, format })
  const asked = { office, gate: gateOf(office, actor), role: worn, kind, filter: {}, lang, onRows }
  const file = ledgerFile(app.deps, chosen.heads === null ? asked : { ...asked, heads: chosen.heads }, format)
  for await (const piece of file) await write(piece)
}

/** A file that cannot be read is for the operator to put right. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TableRefused) throw new CannotRun(error.words)
    throw error
  }
}
