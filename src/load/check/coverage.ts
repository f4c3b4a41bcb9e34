import { join } from 'node:path'
import { type Clause, type ClauseStatus, clausesInOrder } from '../../core/index.js'
import { citationsOf, resolveClauses } from '../grammar/citations.js'
import { loadRegulation } from '../grammar/load-regulation.js'
import { listRegulations } from '../library/library.js'
import { loadScenarios, type Scenario, scenarioFiles } from '../scenario/load-scenarios.js'

/** How one clause lives in the product: the rules that cite it, and the examples that name it. */
export type ClauseCoverage = Clause & { readonly rules: readonly string[]; readonly scenarios: readonly string[] }

/** 覆盖. How a regulation's clauses are carried. */
export type Coverage = {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly counts: Readonly<Record<ClauseStatus, number>>
  readonly total: number
  readonly scenarios: number
  /** Executed clauses that no example names. */
  readonly unexercised: readonly string[]
  readonly clauses: readonly ClauseCoverage[]
}

/** Coverage of every regulation below a folder; those that cannot be read are named in `broken`. */
export function coverageOf(root: string): { readonly regulations: readonly Coverage[]; readonly broken: readonly string[] } {
  const read = listRegulations(root).map(({ folder }) => ({ folder, coverage: coverageOfVersion(folder) }))
  return {
    regulations: read.flatMap(({ coverage }) => (coverage === null ? [] : [coverage])),
    broken: read.filter(({ coverage }) => coverage === null).map(({ folder }) => folder),
  }
}

function coverageOfVersion(folder: string): Coverage | null {
  const { regulation, written } = loadRegulation(folder)
  if (regulation === null || written === null) return null
  const citations = citationsOf(written, regulation.clauses)
  const scenarios = scenarioFiles(join(folder, 'scenarios')).flatMap((file) => loadScenarios(file).scenarios)
  const clauses = clausesInOrder(regulation.clauses).map((clause) => ({
    ...clause,
    rules: citations.filter((each) => each.clauses.includes(clause.id)).map((each) => each.rule),
    scenarios: scenarios.filter((each) => names(each, clause, regulation.clauses)).map((each) => each.title),
  }))
  const count = (status: ClauseStatus) => clauses.filter((clause) => clause.status === status).length
  return {
    id: regulation.id,
    version: regulation.version,
    title: regulation.title.zh,
    counts: {
      executed: count('executed'),
      form: count('form'),
      judgement: count('judgement'),
      'not-covered': count('not-covered'),
    },
    total: clauses.length,
    scenarios: scenarios.length,
    unexercised: clauses
      .filter((clause) => clause.status === 'executed' && clause.scenarios.length === 0)
      .map((clause) => clause.id),
    clauses,
  }
}

const names = (scenario: Scenario, clause: Clause, clauses: Readonly<Record<string, Clause>>): boolean =>
  resolveClauses(scenario.clauses ?? [], clauses).includes(clause.id)
