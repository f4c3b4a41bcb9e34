import { join } from 'node:path'
import type { Lang, ScenarioRuns } from '../../contract/index.js'
import { type Regulation, shanghai } from '../../core/index.js'
import {
  type Failure,
  type Library,
  loadScenarios,
  resolveClauses,
  runScenario,
  type Saying,
  type Scenario,
  sayBecause,
  sayForAuthor,
  sayingOf,
  scenarioFiles,
} from '../../load/index.js'
import type { Deps, Viewer } from '../deps.js'
import { toTheMinute } from '../matter/view-parts.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import type { VersionAsked } from './version-shown.js'

type Ran = { readonly at: number; readonly runs: ScenarioRuns['scenarios'] }

/** What was run of a library, by version and language: it does not change while the process lives, so once is enough. */
const ran = new WeakMap<Library, Map<string, Promise<Ran>>>()

/** Runs the worked examples of a version, a few at a time, so that others are answered meanwhile. */
export async function runScenarios(deps: Deps, viewer: Viewer, asked: VersionAsked): Promise<Outcome<{ runs: ScenarioRuns }>> {
  const regulation = deps.library.find(asked.id, asked.version)
  if (regulation === null) return failed(wordsOf(viewer.lang), 'not-found')
  const known = ran.get(deps.library) ?? new Map<string, Promise<Ran>>()
  ran.set(deps.library, known)
  const key = `${asked.id}@${asked.version}/${viewer.lang}`
  const running = known.get(key) ?? runAll(deps, regulation, sayingOf(regulation, viewer.lang), viewer.lang)
  known.set(key, running)
  const { at, runs } = await running
  return { ok: true, runs: { at: toTheMinute(at, viewer.office.calendar.zone), scenarios: runs } }
}

const read = new WeakMap<Library, Map<string, readonly Scenario[]>>()

/** The examples that lie beside a version, read once; their place is their number. */
export function scenariosOf(library: Library, { id, version }: VersionAsked): readonly Scenario[] {
  const known = read.get(library) ?? new Map<string, readonly Scenario[]>()
  read.set(library, known)
  const key = `${id}@${version}`
  const found = known.get(key)
  if (found !== undefined) return found
  const folder = library.folders.find((each) => each.id === id && each.version === version)?.folder
  const files = folder === undefined ? [] : scenarioFiles(join(folder, 'scenarios'))
  const scenarios = files.flatMap((file) => loadScenarios(file).scenarios)
  known.set(key, scenarios)
  return scenarios
}

async function runAll({ library, now }: Deps, regulation: Regulation, saying: Saying, lang: Lang): Promise<Ran> {
  const at = now()
  const runs: ScenarioRuns['scenarios'] = []
  for (const [id, scenario] of scenariosOf(library, regulation).entries()) {
    const { failures } = runScenario(scenario, library)
    runs.push({
      id,
      title: scenario.title[lang],
      clauses: [...resolveClauses(scenario.clauses ?? [], regulation.clauses)],
      steps: scenario.steps.length,
      holds: failures.length === 0,
      failures: failures.slice(0, 5).map((each) => failureView(each, saying)),
    })
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { at, runs }
}

const failureView = (
  { at, what, expected, actual, because = [] }: Failure,
  saying: Saying,
): ScenarioRuns['scenarios'][number]['failures'][number] => ({
  difference: `${at ?? ''} ${what}: ${JSON.stringify(expected)} ≠ ${JSON.stringify(actual)}`.trim(),
  reasons: sayBecause(saying, because, sayForAuthor('', shanghai)).map(({ says }) => says),
})
