import {
  type Act,
  actsAskedFor,
  type Condition,
  type DutyState,
  type MatterState,
  plainParts,
  type Regulation,
} from '../../src/core/index.js'

/** At which stage that is of which an act speaks: the matter, the share or the item in which something is owed. */
function stageNow({ of }: Act, duty: DutyState, { stage, assignments, items }: MatterState): string | null {
  if (of === 'assignment') return assignments.find(({ id }) => id === duty.assignment)?.stage ?? null
  if (of === 'item') return items.find(({ id }) => id === duty.item)?.stage ?? null
  return stage
}

/**
 * 下一步. Acts that lead on where the one that meets a duty cannot be done yet: the first ones of the shortest ways, by the regulation's stages, to
 * where it can. None: it can, or nothing leads there.
 */
export function firstOnTheWay(regulation: Regulation, act: Act, duty: DutyState, state: MatterState): readonly string[] {
  const here = stageNow(act, duty, state)
  if (here === null || act.from.includes(here)) return []
  const ways = Object.values(regulation.acts).filter((each) => each.of === act.of && !each.starts && !each.by.includes('system'))
  const steps = new Map(act.from.map((stage) => [stage, 0]))
  for (let round = 1; round <= 8; round += 1) {
    for (const each of ways) {
      if (!each.to.some(({ to }) => steps.get(to) === round - 1)) continue
      for (const stage of each.from) if (!steps.has(stage)) steps.set(stage, round)
    }
  }
  const far = steps.get(here)
  if (far === undefined) return []
  return ways
    .filter(({ from, to }) => from.includes(here) && to.some((each) => (steps.get(each.to) ?? far) < far))
    .map(({ id }) => id)
}

/** 先要做的事. Acts whose doing the rules of this one ask about: those without which it is not permitted. */
export function askedForBy(regulation: Regulation, { id, when }: Act): readonly string[] {
  const forbidding = regulation.prohibitions.filter(({ acts }) => acts.includes(id)).map((each) => each.when)
  return [when, ...forbidding].flatMap((each) => (each === null ? [] : [...actsAskedFor(each), ...actsOn(regulation, each)]))
}

/** Acts of the items, and those that meet the duties, of which a condition asks how they stand. */
const actsOn = ({ acts, duties }: Regulation, condition: Condition): readonly string[] =>
  plainParts(condition).flatMap((part) => {
    if (part.op === 'items')
      return Object.values(acts).flatMap((act) => (act.item === part.of && act.to.length > 0 ? [act.id] : []))
    return part.op === 'duty' ? (duties[part.duty]?.metBy ?? []).map(({ act }) => act) : []
  })
