import { join } from 'node:path'
import { type Clause, type ClauseStatus, clausesInOrder, type Name, type Regulation } from '../../core/index.js'
import { type Citation, citationsOf, resolveClauses } from '../grammar/citations.js'
import { loadRegulation } from '../grammar/load-regulation.js'
import { listRegulations } from '../library/library.js'
import { loadScenarios, type Scenario, scenarioFiles } from '../scenario/load-scenarios.js'

/** How one clause lives in the product: the rules that cite it, and the examples that name it. */
export type ClauseCoverage = Clause & { readonly rules: readonly string[]; readonly scenarios: readonly Name[] }

/** 覆盖. How a regulation's clauses are carried. */
export type Coverage = {
  readonly id: string
  readonly version: string
  readonly title: Name
  readonly counts: Readonly<Record<ClauseStatus, number>>
  readonly total: number
  readonly scenarios: number
  /** Executed clauses that no example names. */
  readonly unexercised: readonly string[]
  readonly clauses: readonly ClauseCoverage[]
}

/** The rules and the examples of one folder. */
type Read = {
  readonly regulation: Regulation
  readonly text: string
  readonly citations: readonly Citation[]
  readonly scenarios: readonly Scenario[]
}

/** Coverage of every text below a folder, whatever kinds of matters it rules; what cannot be read is named in `broken`. */
export function coverageOf(root: string): { readonly regulations: readonly Coverage[]; readonly broken: readonly string[] } {
  const folders = listRegulations(root).map(({ folder }) => ({ folder, read: readFolder(folder) }))
  const all = folders.flatMap(({ read }) => (read === null ? [] : [read]))
  return {
    regulations: all
      .filter(({ regulation, text }) => regulation.id === text)
      .map((own) =>
        coverageOfText(
          own.regulation,
          all.filter((each) => isOfText(each, own.regulation)),
        ),
      ),
    broken: folders.filter(({ read }) => read === null).map(({ folder }) => folder),
  }
}

const isOfText = ({ regulation, text }: Read, { id, version }: Regulation): boolean =>
  text === id && regulation.version === version

function readFolder(folder: string): Read | null {
  const { regulation, written } = loadRegulation(folder)
  if (regulation === null || written === null) return null
  return {
    regulation,
    text: written.text ?? regulation.id,
    citations: citationsOf(written, regulation.clauses),
    scenarios: scenarioFiles(join(folder, 'scenarios')).flatMap((file) => loadScenarios(file).scenarios),
  }
}

function coverageOfText(regulation: Regulation, parts: readonly Read[]): Coverage {
  const citations = parts.flatMap((each) => each.citations)
  const scenarios = parts.flatMap((each) => each.scenarios)
  const clauses = clausesInOrder(regulation.clauses).map((clause) => ({
    ...clause,
    rules: citations.filter((each) => each.clauses.includes(clause.id)).map((each) => each.rule),
    scenarios: scenarios.filter((each) => names(each, clause, regulation.clauses)).map((each) => each.title),
  }))
  const count = (status: ClauseStatus) => clauses.filter((clause) => clause.status === status).length
  return {
    id: regulation.id,
    version: regulation.version,
    title: regulation.title,
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
