import type { Act, ItemKind, Regulation } from '../../core/index.js'
import { fieldsOfAct } from '../grammar/fields-used.js'

/** What a matter under a regulation can come to, conditions left aside: the widest it could be. */
export type Reachable = {
  readonly stages: ReadonlySet<string>
  readonly assignmentStages: ReadonlySet<string>
  readonly itemStages: ReadonlySet<string>
  readonly acts: ReadonlySet<string>
}

/** Follows acts and passages from the acts that open a matter, until nothing new is found. */
export function reachable(regulation: Regulation): Reachable {
  return grown({ stages: new Set(), assignmentStages: new Set(), itemStages: new Set(), acts: new Set() }, regulation)
}

/** What can still happen to a matter once it stands in one of these stages. */
export const reachableAfter = (stages: readonly string[], regulation: Regulation, all: Reachable): Reachable =>
  grown(
    {
      stages: new Set(stages),
      assignmentStages: new Set(all.assignmentStages),
      itemStages: new Set(all.itemStages),
      acts: new Set(),
    },
    regulation,
    isNoStart,
  )

/** 前路. To which stages a matter may still come from one, itself among them, and what may still be stated there: the widest it could be. */
export type Ahead = { readonly stages: ReadonlySet<string>; readonly fields: ReadonlySet<string> }

export function aheadOf(regulation: Regulation, stage: string): Ahead {
  const { stages, acts } = reachableAfter([stage], regulation, reachable(regulation))
  const done = Object.values(regulation.acts).filter(({ id }) => acts.has(id))
  const fields = done.flatMap((act) => [...fieldsOfAct(act), ...Object.keys(act.sets), ...Object.keys(act.hears?.learns ?? {})])
  return { stages, fields: new Set(fields) }
}

const isNoStart = (act: Act): boolean => !act.starts

function grown(found: Found, regulation: Regulation, isMeant: (act: Act) => boolean = () => true): Reachable {
  const acts = Object.values(regulation.acts).filter(isMeant)
  for (let before = -1; before !== sizeOf(found); ) {
    before = sizeOf(found)
    for (const act of acts) if (isPossible(act, regulation, found)) take(act, regulation, found)
    for (const stage of found.stages) for (const { to } of regulation.stages[stage]?.next ?? []) found.stages.add(to)
  }
  return found
}

type Found = { readonly [K in keyof Reachable]: Set<string> }

const sizeOf = ({ stages, assignmentStages, itemStages, acts }: Found): number =>
  stages.size + assignmentStages.size + itemStages.size + acts.size

function isPossible(act: Act, regulation: Regulation, found: Found): boolean {
  const isOurs = act.by.every((role) => regulation.roles[role]?.kind === 'system')
  const isFollowed = Object.values(regulation.acts).some(
    (other) => found.acts.has(other.id) && other.follows.some((each) => each.act === act.id),
  )
  if (isOurs && !isFollowed && !act.starts && act.hears === null) return false
  if (regulation.prohibitions.some((each) => each.when === null && each.acts.includes(act.id))) return false
  if (act.starts) return true
  if (act.of === 'matter') return act.from.some((stage) => found.stages.has(stage))
  const isDuring = act.during.length === 0 || act.during.some((stage) => found.stages.has(stage))
  return isDuring && act.from.some((stage) => stagesFor(act, found).has(stage))
}

const stagesFor = ({ of }: Act, { stages, assignmentStages, itemStages }: Found): Set<string> =>
  ({ matter: stages, assignment: assignmentStages, item: itemStages })[of]

/** The kinds of items that an act states, or adds for each requester. */
export const kindsStated = ({ fields, items }: Regulation, act: Act): readonly ItemKind[] => [
  ...fieldsOfAct(act).flatMap((field) => items[fields[field]?.items ?? ''] ?? []),
  ...[items[act.itemsFor?.of ?? '']].flatMap((kind) => kind ?? []),
]

function take(act: Act, regulation: Regulation, found: Found): void {
  found.acts.add(act.id)
  for (const { to } of act.to) stagesFor(act, found).add(to)
  for (const kind of kindsStated(regulation, act)) found.itemStages.add(kind.begins)
  for (const { to } of act.movesItems) found.itemStages.add(to)
  for (const { to } of act.movesShare?.to ?? []) found.assignmentStages.add(to)
  if (act.assigns !== null) found.assignmentStages.add(act.assigns)
  if (act.moves !== null) found.assignmentStages.add(act.moves.to)
}
