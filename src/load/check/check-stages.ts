import type { Act, Regulation, Stage } from '../../core/index.js'
import { kindsStated, reachableAfter } from './reachable.js'
import type { RuleCheck } from './rule-check.js'

/** A stage in which somebody has the matter must have a way out. */
const noWayOut: RuleCheck = ({ regulation }) => {
  const stuck = Object.values(regulation.stages).filter(
    (stage) => mustEnd(stage) && stage.next.length === 0 && !hasExit(regulation, stage),
  )
  const stuckShares = Object.values(regulation.assignmentStages).filter(
    (stage) => mustEnd(stage) && !hasShareExit(regulation, stage),
  )
  const stuckItems = Object.values(regulation.itemStages).filter((stage) => mustEnd(stage) && !hasItemExit(regulation, stage))
  return [
    ...stuckItems.map((stage) => ({ code: 'stage-without-exit', path: ['itemStages', stage.id], args: { stage: stage.id } })),
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
      (act.movesShare?.from.includes(stage.id) === true && act.movesShare.to.some((passage) => passage.to !== stage.id)) ||
      (act.moves !== null && act.moves.to !== stage.id),
  )

const hasItemExit = ({ acts }: Regulation, stage: Stage): boolean =>
  Object.values(acts).some(
    (act) =>
      (act.of === 'item' && act.from.includes(stage.id) && act.to.some((passage) => passage.to !== stage.id)) ||
      act.movesItems.some(({ from, to }) => from.includes(stage.id) && to !== stage.id),
  )

/** Stages that lead to one another and to nothing else: a matter goes round in them for ever. */
const roundAndRound: RuleCheck = ({ regulation, reachable }) => {
  const { stages } = regulation
  const after = new Map([...reachable.stages].map((id) => [id, [...reachableAfter([id], regulation, reachable).stages]] as const))
  const endless = [...after].filter(([, below]) => below.every((id) => stages[id] !== undefined && mustEnd(stages[id])))
  // Where the way in is, one finding for all of them; a stage that nothing leaves has one of its own.
  const rings = endless.filter(([id, below]) => below.length > 1 && below.every((other) => after.get(other)?.includes(id)))
  const firsts = rings.filter(([id, below]) => Object.keys(stages).find((other) => below.includes(other)) === id)
  return firsts.map(([id, below]) => ({
    code: 'stages-without-end',
    path: ['stages', id],
    args: {
      stages: Object.keys(stages)
        .filter((other) => below.includes(other))
        .join(' '),
    },
  }))
}

const neverReached: RuleCheck = ({ regulation, reachable }) => [
  ...Object.keys(regulation.stages)
    .filter((stage) => !reachable.stages.has(stage))
    .map((stage) => ({ code: 'stage-unreachable', path: ['stages', stage], args: { stage } })),
  ...Object.keys(regulation.assignmentStages)
    .filter((stage) => !reachable.assignmentStages.has(stage))
    .map((stage) => ({ code: 'stage-unreachable', path: ['assignmentStages', stage], args: { stage } })),
  ...Object.keys(regulation.itemStages)
    .filter((stage) => !reachable.itemStages.has(stage))
    .map((stage) => ({ code: 'stage-unreachable', path: ['itemStages', stage], args: { stage } })),
]

/** A kind of items that no act states. */
const neverStated: RuleCheck = ({ regulation }) => {
  const stated = new Set(Object.values(regulation.acts).flatMap((act) => kindsStated(regulation, act).map(({ id }) => id)))
  return Object.keys(regulation.items)
    .filter((item) => !stated.has(item))
    .map((item) => ({ code: 'item-never-stated', path: ['items', item], args: { item } }))
}

const neverPossible: RuleCheck = ({ regulation, reachable }) =>
  Object.keys(regulation.acts)
    .filter((act) => !reachable.acts.has(act))
    .map((act) => ({ code: 'act-impossible', path: ['acts', act], args: { act } }))

/** What the platform does by rule at a stage from which the act it does is not said to start. */
const followsElsewhere: RuleCheck = ({ regulation }) =>
  Object.values(regulation.acts).flatMap((cause) =>
    cause.follows.flatMap(({ act: id }) => {
      const act = regulation.acts[id]
      const left = act === undefined || act.of !== 'matter' || cause.of !== 'matter' ? [] : leavesAt(regulation, cause)
      if (left.length === 0 || left.some((stage) => act?.from.includes(stage))) return []
      return [{ code: 'follows-elsewhere', path: ['acts', cause.id, 'follows'], args: { act: cause.id, other: id } }]
    }),
  )

/** Stages in which a matter may stand right after an act of its own. */
function leavesAt({ stages }: Regulation, act: Act): readonly string[] {
  const found = new Set(act.to.map(({ to }) => to))
  if (act.to.every(({ when }) => when !== null)) for (const stage of act.from) found.add(stage)
  for (const stage of found) for (const { to } of stages[stage]?.next ?? []) found.add(to)
  return [...found]
}

const manyShownStates: RuleCheck = ({ regulation }) =>
  Object.keys(regulation.shownStates).length > 6 ? [{ code: 'many-shown-states', path: ['shownStates'] }] : []

export const stageChecks: readonly RuleCheck[] = [
  noWayOut,
  roundAndRound,
  neverReached,
  neverStated,
  neverPossible,
  followsElsewhere,
  manyShownStates,
]
