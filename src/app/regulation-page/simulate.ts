import type { Lang, Simulated } from '../../contract/index.js'
import {
  type Because,
  clausesInOrder,
  compile,
  type Given,
  type MatterEvent,
  nameOfAct,
  type Regulation,
  shanghai,
} from '../../core/index.js'
import {
  type DutyChange,
  parseScenarios,
  runScenario,
  type Scenario,
  type ScenarioRun,
  type StepRun,
  sayBecause,
  sayForAuthor,
  sayingOf,
} from '../../load/index.js'
import { officeForReading } from '../administration/regulations.js'
import type { Deps } from '../deps.js'
import { clauseViews, moment, named, stageNamed } from '../matter/view-parts.js'
import { receiptView } from '../matter/view-receipt.js'
import { roundTitle } from '../office-duties/round-words.js'
import { type Showing, showingOf } from '../showing.js'
import { refusalView } from '../view-failure.js'

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
  if (regulation === null) return { title: scenario.title[lang], regulation: null, clauses: [], steps: [], failures: differences }
  const program = compile(regulation)
  const showing = showingOf(officeForReading(program, deps), lang, program)
  const given = givenOf(deps, scenario, program)
  let events: readonly MatterEvent[] = []
  return {
    title: scenario.title[lang],
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
  return clausesInOrder(regulation.clauses)
    .filter(({ id, cite }) => cited.includes(id) || cited.includes(cite))
    .map(({ id }) => id)
}

function stepView(
  showing: Showing,
  given: Given,
  { line, at, step, stage, refusal, changes }: StepRun,
): RunView['steps'][number] {
  const about = { act: step.act ?? step.officeDuty ?? '', stage: step.officeDuty === undefined ? stage : '', reader: null }
  const within = (duty: string | undefined): { showing: Showing; given: Given } => {
    const program = given.program.officeDuties.get(duty ?? '') ?? given.program
    return { showing: { ...showing, program }, given: { ...given, program } }
  }
  const acted = within(step.officeDuty)
  return {
    line,
    at: moment(at, given.calendar.zone),
    act: doneIn(acted.showing, step),
    by: step.by ?? null,
    stage: stage === '' ? null : stageNamed(showing, stage),
    refusal: refusal === null ? null : refusalView(acted.showing, acted.given, refusal, about),
    duties: changes.map((change) => changeView(within(change.of?.rule.id), change)),
  }
}

function changeView(
  { showing, given }: { readonly showing: Showing; readonly given: Given },
  { duty, isNew, of }: DutyChange,
): RunView['steps'][number]['duties'][number] {
  const { duties } = given.program.regulation
  return {
    key: of === null ? duty.key : `${of.rule.id}@${of.round.id}`,
    name: of === null ? named(showing, duty.duty, duties[duty.duty]?.name).name : roundTitle(showing.lang, of.rule, of.round),
    unit: duty.unit,
    status: duty.status,
    isNew,
    receipt: receiptView(showing, given, duty),
  }
}

/** The act that a step does; in a round of the office's duties, the duty itself unless said. */
function doneIn(showing: Showing, { act, officeDuty }: StepRun['step']): RunView['steps'][number]['act'] {
  const id = act ?? officeDuty
  return id === undefined ? null : named(showing, id, nameOfAct(showing.program.regulation, id))
}
