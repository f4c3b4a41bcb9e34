import { handlingParts, isAboutShares, type Part, plainParts, type Regulation, type Stage } from '../../core/index.js'
import type { Checked, RuleCheck } from './rule-check.js'

/** A stage that waits for what the shares come to, and that nothing else leaves: a share that comes to something else keeps it for ever. */
const leftWaiting: RuleCheck = (checked) => {
  const { regulation, reachable } = checked
  return Object.values(regulation.stages)
    .filter((stage) => reachable.stages.has(stage.id) && waitsForShares(stage) && !hasExit(regulation, stage))
    .flatMap((stage) => {
      const asked = stage.next.flatMap(({ when }) => (when === null ? [] : plainParts(when)))
      const awaited = new Set(asked.flatMap((part) => (part.op === 'assignments' ? part.stages : [])))
      const ofParts = asked.flatMap((part) => (part.op === 'assignments' && part.parts.length > 0 ? part.parts : handlingParts))
      return finalShares(checked)
        .filter((share) => !awaited.has(share) && isReachedIn(regulation, share, ofParts))
        .map((share) => ({ code: 'share-not-awaited', path: ['stages', stage.id, 'next'], args: { stage: stage.id, share } }))
    })
}

const waitsForShares = ({ next }: Stage): boolean =>
  next.length > 0 && next.every(({ when }) => when !== null && isAboutShares(when))

const hasExit = ({ acts }: Regulation, { id }: Stage): boolean =>
  Object.values(acts).some(
    (act) => act.of === 'matter' && act.from.includes(id) && (act.assigns !== null || act.to.some(({ to }) => to !== id)),
  )

/** Whether a share in one of these parts can come there. */
const isReachedIn = ({ acts }: Regulation, stage: string, parts: readonly Part[]): boolean =>
  Object.values(acts).some(
    (act) =>
      (act.of === 'matter' && act.assigns === stage) ||
      (act.of === 'assignment' && act.to.some(({ to }) => to === stage) && act.parts.some((part) => parts.includes(part))) ||
      (act.moves?.to === stage && act.moves.parts.some((part) => parts.includes(part))),
  )

/** Where a share can come to and rests: nobody has it in hand, and nothing leads on from there. */
const finalShares = ({ regulation, reachable }: Checked): readonly string[] =>
  Object.values(regulation.assignmentStages).flatMap((stage) =>
    reachable.assignmentStages.has(stage.id) && isRest(stage) && !leadsOn(regulation, stage.id) ? [stage.id] : [],
  )

const isRest = ({ isEnd, heldBy }: Stage): boolean => isEnd || heldBy === 'nobody'
const leadsOn = (regulation: Regulation, id: string): boolean => sharesAfter(regulation, id).size > 1

/** The stages to which acts of a share, or of the matter that take shares along, lead from one; itself among them. */
function sharesAfter({ acts }: Regulation, from: string): ReadonlySet<string> {
  const found = new Set([from])
  for (const act of Object.values(acts)) {
    if (act.of === 'assignment' && act.from.includes(from)) for (const { to } of act.to) found.add(to)
    if (act.moves !== null) found.add(act.moves.to)
  }
  return found
}

/** Shares that are handed from one to another and back, with no act that lets them come to rest. One that nothing leaves has a finding of its own. */
const neverAtRest: RuleCheck = ({ regulation, reachable }) => {
  const { assignmentStages: stages } = regulation
  const goesRound = (from: string): boolean => {
    const found = new Set([from])
    for (const id of found) for (const after of sharesAfter(regulation, id)) found.add(after)
    const all = [...found].flatMap((id) => stages[id] ?? [])
    return all.length > 1 && all.every((stage) => !isRest(stage) && leadsOn(regulation, stage.id))
  }
  const endless = Object.keys(stages).filter((id) => reachable.assignmentStages.has(id) && goesRound(id))
  const [first] = endless
  return first === undefined
    ? []
    : [{ code: 'shares-without-end', path: ['assignmentStages', first], args: { stages: endless.join(' ') } }]
}

export const shareChecks: readonly RuleCheck[] = [leftWaiting, neverAtRest]
