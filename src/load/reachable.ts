import type { Act, Regulation } from '../core/index.js'

/** What a matter under a regulation can come to, conditions left aside: the widest it could be. */
export type Reachable = {
  readonly stages: ReadonlySet<string>
  readonly assignmentStages: ReadonlySet<string>
  readonly acts: ReadonlySet<string>
}

/** Follows acts and passages from the acts that open a matter, until nothing new is found. */
export function reachable(regulation: Regulation): Reachable {
  const found = { stages: new Set<string>(), assignmentStages: new Set<string>(), acts: new Set<string>() }
  for (let before = -1; before !== sizeOf(found); ) {
    before = sizeOf(found)
    for (const act of Object.values(regulation.acts)) if (isPossible(act, regulation, found)) take(act, found)
    for (const stage of found.stages) for (const { to } of regulation.stages[stage]?.next ?? []) found.stages.add(to)
  }
  return found
}

type Found = { readonly stages: Set<string>; readonly assignmentStages: Set<string>; readonly acts: Set<string> }

const sizeOf = ({ stages, assignmentStages, acts }: Found): number => stages.size + assignmentStages.size + acts.size

function isPossible(act: Act, regulation: Regulation, found: Found): boolean {
  const isOurs = act.by.every((role) => regulation.roles[role]?.kind === 'system')
  const isFollowed = Object.values(regulation.acts).some(
    (other) => found.acts.has(other.id) && other.follows.some((each) => each.act === act.id),
  )
  if (isOurs && !isFollowed) return false
  if (act.starts) return true
  if (act.of === 'matter') return act.from.some((stage) => found.stages.has(stage))
  const isDuring = act.during.length === 0 || act.during.some((stage) => found.stages.has(stage))
  return isDuring && act.from.some((stage) => found.assignmentStages.has(stage))
}

function take(act: Act, found: Found): void {
  found.acts.add(act.id)
  const stages = act.of === 'matter' ? found.stages : found.assignmentStages
  for (const { to } of act.to) stages.add(to)
  if (act.assigns !== null) found.assignmentStages.add(act.assigns)
  if (act.moves !== null) found.assignmentStages.add(act.moves.to)
}
