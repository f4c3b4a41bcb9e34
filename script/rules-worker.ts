// Tries mutations of regulations in a thread of its own: what it is sent to try, what came of each back.
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import {
  clauseMutationsOf,
  loadLibrary,
  loadRegulation,
  loadScenarios,
  type Mutation,
  mutationsOf,
  mutationTrial,
  type Outcome,
  scenarioFiles,
} from '../src/load/index.js'

/** Mutations of the regulation in this folder, from one place in their order up to another. */
export type Batch = { readonly folder: string; readonly from: number; readonly to: number }
export type Tried = Batch & { readonly outcomes: readonly Outcome[] }

/** Every mutation of a regulation, in one order: each rule, then each executed clause. */
export const allMutationsOf = (loaded: ReturnType<typeof loadRegulation>): readonly Mutation[] => [
  ...mutationsOf(loaded),
  ...clauseMutationsOf(loaded),
]

function answer(port: NonNullable<typeof parentPort>, calendars: string): void {
  const calendarsOnly = loadLibrary({ regulations: [], calendars })
  const ready = new Map<string, (from: number, to: number) => readonly Outcome[]>()
  port.on('message', (batch: Batch) => {
    const attempt = ready.get(batch.folder) ?? attemptsIn(batch.folder, { library: calendarsOnly, calendars })
    ready.set(batch.folder, attempt)
    port.postMessage({ ...batch, outcomes: attempt(batch.from, batch.to) } satisfies Tried)
  })
}

type Known = { readonly library: ReturnType<typeof loadLibrary>; readonly calendars: string }

function attemptsIn(folder: string, { library: calendarsOnly, calendars }: Known) {
  const loaded = loadRegulation(folder)
  const scenarios = scenarioFiles(join(folder, 'scenarios')).flatMap((file) => loadScenarios(file).scenarios)
  // Only examples that play matters of other kinds need the regulations those run under.
  const isAlone = scenarios.every(({ others }) => others === undefined)
  const library = isAlone ? calendarsOnly : loadLibrary({ regulations: join(folder, '..', '..'), calendars })
  const mutations = allMutationsOf(loaded)
  const attempt = mutationTrial(loaded, scenarios, library)
  return (from: number, to: number) => mutations.slice(from, to).map(attempt)
}

if (parentPort !== null && typeof workerData?.calendars === 'string') answer(parentPort, workerData.calendars)
