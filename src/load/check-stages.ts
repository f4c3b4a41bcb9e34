import type { Regulation, Stage } from '../core/index.js'
import type { RuleCheck } from './check-rules.js'

/** A stage in which somebody has the matter must have a way out. */
const noWayOut: RuleCheck = ({ regulation }) => {
  const stuck = Object.values(regulation.stages).filter(
    (stage) => mustEnd(stage) && stage.next.length === 0 && !hasExit(regulation, stage),
  )
  const stuckShares = Object.values(regulation.assignmentStages).filter(
    (stage) => mustEnd(stage) && !hasShareExit(regulation, stage),
  )
  return [
    ...stuck.map((stage) => ({ code: 'stage-without-exit', path: ['stages', stage.id], args: { stage: stage.id } })),
    ...stuckShares.map((stage) => ({
      code: 'stage-without-exit',
      path: ['assignmentStages', stage.id],
      args: { stage: stage.id },
    })),
  ]
}

const mustEnd = (stage: Stage): boolean => !stage.isEnd && stage.heldBy !== 'nobody'

const hasExit = ({ acts }: Regulation, stage: Stage): boolean =>
  Object.values(acts).some(
    (act) => act.of === 'matter' && act.from.includes(stage.id) && act.to.some((passage) => passage.to !== stage.id),
  )

const hasShareExit = ({ acts }: Regulation, stage: Stage): boolean =>
  Object.values(acts).some(
    (act) =>
      (act.of === 'assignment' && act.from.includes(stage.id) && act.to.some((passage) => passage.to !== stage.id)) ||
      (act.moves !== null && act.moves.to !== stage.id),
  )

const neverReached: RuleCheck = ({ regulation, reachable }) => [
  ...Object.keys(regulation.stages)
    .filter((stage) => !reachable.stages.has(stage))
    .map((stage) => ({ code: 'stage-unreachable', path: ['stages', stage], args: { stage } })),
  ...Object.keys(regulation.assignmentStages)
    .filter((stage) => !reachable.assignmentStages.has(stage))
    .map((stage) => ({ code: 'stage-unreachable', path: ['assignmentStages', stage], args: { stage } })),
]

const neverPossible: RuleCheck = ({ regulation, reachable }) =>
  Object.keys(regulation.acts)
    .filter((act) => !reachable.acts.has(act))
    .map((act) => ({ code: 'act-impossible', path: ['acts', act], args: { act } }))

const manyShownStates: RuleCheck = ({ regulation }) =>
  Object.keys(regulation.shownStates).length > 6 ? [{ code: 'many-shown-states', path: ['shownStates'] }] : []

export const stageChecks: readonly RuleCheck[] = [noWayOut, neverReached, neverPossible, manyShownStates]
