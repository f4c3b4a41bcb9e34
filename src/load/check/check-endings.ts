import { type DutyState, outOfReach, type Regulation } from '../../core/index.js'
import type { Finding } from '../format/finding.js'
import { makeFinding } from '../format/finding-text.js'
import type { Library } from '../library/library.js'
import type { Scenario } from '../scenario/load-scenarios.js'
import { runScenario, type ScenarioRun, type StepRun } from '../scenario/run-scenario.js'

/** A duty that was owed still as an act brought the matter to where nothing can meet it any more. */
type Ending = {
  readonly duty: string
  readonly stage: string
  readonly act: string
  readonly file: string
  readonly line: number
}

/**
 * 不了了之. The examples of a regulation, played: where one goes past a duty that is still owed, the rules name the act in `cancelledBy`, or an
 * example says of it that it is owed there no more. Only what has happened is told, so none is a false alarm; what no example comes to is not seen.
 */
export function checkEndings(scenarios: readonly Scenario[], library: Library): readonly Finding[] {
  const runs = scenarios.map((scenario) => played(scenario, library))
  const said = new Set(runs.flatMap(saidIn))
  const seen = new Map(runs.flatMap(endingsIn).map((each) => [`${each.act} ${keyOf(each)}`, each] as const))
  return [...seen.values()]
    .filter((each) => !said.has(keyOf(each)))
    .map(({ file, line, duty, stage, act }) => makeFinding({ file, line, column: 1 }, 'duty-ends-unmet', { duty, stage, act }))
}

/** How it went. Whether it went as it says is asked elsewhere, and costs as much again. */
function played(scenario: Scenario, library: Library): ScenarioRun {
  const { steps, ...run } = runScenario({ ...scenario, steps: scenario.steps.map(({ expect: _, ...step }) => step) }, library)
  return { ...run, steps: steps.map((each, at) => ({ ...each, step: scenario.steps[at] ?? each.step })) }
}

const keyOf = ({ duty, stage }: Pick<Ending, 'duty' | 'stage'>): string => `${duty}@${stage}`

function endingsIn({ scenario: { file }, regulation, steps }: ScenarioRun): readonly Ending[] {
  if (regulation === null) return []
  const beyond = outOfReach(regulation)
  return steps.flatMap(({ step, stage, line, changes }) =>
    changes.flatMap(({ duty, of }): readonly Ending[] => {
      const { act } = step
      if (act === undefined || step.in !== undefined || of !== null || duty.status !== 'cancelled') return []
      const isLeft = regulation.stages[stage]?.isEnd === true || beyond.get(stage)?.has(duty.duty) === true
      return isLeft && !isNamed(regulation, duty, act) ? [{ duty: duty.duty, stage, act, file, line }] : []
    }),
  )
}

const isNamed = ({ duties }: Regulation, { duty }: DutyState, act: string): boolean =>
  duties[duty]?.cancelledBy.some((each) => each.act === act) === true

/** Of which duties examples say that they are owed no more, and at which stage. */
const saidIn = ({ steps }: ScenarioRun): readonly string[] =>
  steps.flatMap(({ step, stage }: StepRun) => {
    const { duties = [], noDuties = [] } = step.expect ?? {}
    const cancelled = [duties].flat().filter(({ status }) => status === 'cancelled')
    return [...cancelled.map(({ duty }) => duty), ...[noDuties].flat()].map((duty) => keyOf({ duty, stage }))
  })
