import type { Lang, Simulated } from '../contract/index.js'
import { type Because, compile, type Given, type MatterEvent, type Regulation, shanghai } from '../core/index.js'
import {
  parseScenarios,
  runScenario,
  type Scenario,
  type ScenarioRun,
  type StepRun,
  sayBecause,
  sayForAuthor,
  sayingOf,
} from '../load/index.js'
import type { Deps } from './deps.js'
import { officeChangeView, officeRefusalView } from './office-duties/index.js'
import { officeForReading } from './regulations.js'
import { type Showing, showingOf } from './showing.js'
import { refusalView } from './view-failure.js'
import { clauseViews, moment, named, stageNamed } from './view-parts.js'
import { receiptView } from './view-receipt.js'
import { nameIn } from './words/index.js'

const mostScenarios = 20
/** All it needs: it runs apart from the rest. */
type Reading = Pick<Deps, 'library'>

/** 推演。 Runs a scenario as it would stand in a file; nothing is recorded. */
export function simulate(deps: Reading, { scenario, lang }: { readonly scenario: string; readonly lang: Lang }): Simulated {
  const { scenarios, findings } = parseScenarios('scenario', scenario)
  const runs = scenarios.slice(0, mostScenarios).map((each) => runView(deps, lang, runScenario(each, deps.library)))
  return {
    holds: findings.length === 0 && runs.length > 0 && runs.every(({ failures }) => failures.length === 0),
    findings: findings.map(({ line, column, message, advice }) => ({
      line,
      column,
      message: message[lang],
      advice: advice[lang],
    })),
    runs,
  }
}

type RunView = Simulated['runs'][number]

function runView(deps: Reading, lang: Lang, { scenario, regulation, steps, failures }: ScenarioRun): RunView {
  const differences = failures.map(({ line, what, expected, actual, because }) => ({
    line,
    what,
    expected,
    actual,
    because: regulation === null ? [] : reasonsFor(regulation, because ?? [], lang),
  }))
  if (regulation === null) return { title: scenario.title, regulation: null, clauses: [], steps: [], failures: differences }
  const program = compile(regulation)
  const showing = showingOf(officeForReading(program, deps), lang, program)
  const given = givenOf(deps, scenario, program)
  let events: readonly MatterEvent[] = []
  return {
    title: scenario.title,
    regulation: named(showing, regulation.id, regulation.title),
    clauses: clauseViews(regulation, citedBy(scenario, regulation)),
    steps: steps.map((step) => {
      events = [...events, ...step.events]
      return stepView(showing, { ...given, events, now: step.at }, step)
    }),
    failures: differences,
  }
}

/** Whoever writes a scenario is told everything. */
const reasonsFor = (regulation: Regulation, because: readonly Because[], lang: Lang): string[] =>
  sayBecause(sayingOf(regulation, lang), because, sayForAuthor('', shanghai)).map(({ says }) => says)

const givenOf = (deps: Reading, { overlay }: Scenario, program: Given['program']): Omit<Given, 'now'> => ({
  program,
  calendar: deps.library.calendar(overlay),
  events: [],
})

/** A scenario cites entries, or places that several entries share. */
const citedBy = ({ clauses }: Scenario, regulation: Regulation): readonly string[] => {
  const cited = [clauses ?? []].flat()
  return Object.values(regulation.clauses)
    .filter(({ id, cite }) => cited.includes(id) || cited.includes(cite))
    .map(({ id }) => id)
}

function stepView(
  showing: Showing,
  given: Given,
  { line, at, step, stage, refusal, changes }: StepRun,
): RunView['steps'][number] {
  const { regulation } = given.program
  const about = { act: step.act ?? '', stage, reader: null }
  return {
    line,
    at: moment(at, given.calendar.zone),
    act: doneIn(showing, step),
    by: step.by ?? null,
    stage: stage === '' ? null : stageNamed(showing, stage),
    refusal:
      refusal === null
        ? null
        : step.officeDuty === undefined
          ? refusalView(showing, given, refusal, about)
          : officeRefusalView(showing, given, refusal, aboutOffice(regulation, step.officeDuty, String(step.period))),
    duties: changes.map(({ duty, isNew, receipt }) => ({
      key: duty.key,
      unit: duty.unit,
      status: duty.status,
      isNew,
      ...(officeChangeView(showing, given, { duty, receipt }) ?? {
        name: nameIn(showing.lang, regulation.duties[duty.duty]?.name ?? { zh: duty.duty, en: duty.duty }),
        receipt: receiptView(showing, given, duty),
      }),
    })),
  }
}

/** The act, or the duty of the office, that a step does. */
function doneIn(showing: Showing, { act, officeDuty }: StepRun['step']): RunView['steps'][number]['act'] {
  const { acts, officeDuties } = showing.program.regulation
  if (act !== undefined) return named(showing, act, acts[act]?.name)
  return officeDuty === undefined ? null : named(showing, officeDuty, officeDuties[officeDuty]?.name)
}

const aboutOffice = ({ officeDuties }: Regulation, duty: string, period: string) => ({ rule: officeDuties[duty], duty, period })
