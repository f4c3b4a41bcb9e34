import type { PooledView } from '../../contract/index.js'
import {
  type Act,
  type ByField,
  derive,
  Folded,
  isBarred,
  type MatterEvent,
  newsOf,
  type Refusal,
  type Regulation,
  refusesToBeHeld,
} from '../../core/index.js'
import { type Ahead, aheadOf } from '../../load/index.js'
import type { MatterRow } from '../../store/index.js'
import { listsFor, openedFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import type { Opened } from '../matter/open-matter.js'
import { showingOf } from '../showing.js'
import { refusalView } from '../view-failure.js'
import { heldRow } from './held-row.js'

/** A pool shows no more than this; the list of matters shows the rest. */
const mostPooled = 100

/** Matters of a kind that are not over and are wanted, newest last, through the gate. */
export async function openOfKind(
  deps: Deps,
  viewer: Viewer,
  regulation: string,
  isWanted: (row: MatterRow, rule: Regulation) => boolean,
): Promise<readonly Opened[]> {
  const { office, actor } = viewer
  const asked = { filter: { regulations: [regulation] }, gate: gateOf(office, actor), sort: 'received' as const }
  const { rows } = await listsFor(deps, viewer, ({ lists }) =>
    lists.listMatters(office.id, { ...asked, page: { limit: mostPooled } }),
  )
  const wanted = rows.filter((row) => {
    const rule = office.programOf(row.regulation, row.regulationVersion).regulation
    return rule.stages[row.stage]?.isEnd !== true && isWanted(row, rule)
  })
  const found = await Promise.all(wanted.map(({ matter }) => openedFor(deps, viewer, matter)))
  return found.flatMap((each) => (each === null ? [] : [each])).reverse()
}

/** By which act a matter hears that it was taken in. */
const hearingOf = ({ acts }: Regulation, { act }: ByField): Act | undefined =>
  Object.values(acts).find(({ hears }) => hears?.isOfHolder === true && 'acts' in hears.of && hears.of.acts.includes(act))

/** Whether a matter stands where its regulation hears of being taken in by this act. */
export const standsToCome = (rule: Regulation, join: ByField, stage: string): boolean =>
  hearingOf(rule, join)?.from.includes(stage) === true

const aheads = new WeakMap<Regulation, Map<string, Ahead>>()

/** Worked out once for each stage of a regulation. */
function aheadFrom(rule: Regulation, stage: string): Ahead {
  const known = aheads.get(rule) ?? new Map<string, Ahead>()
  aheads.set(rule, known)
  const found = known.get(stage) ?? aheadOf(rule, stage)
  known.set(stage, found)
  return found
}

/** Whether a matter may still be taken in by one of these acts: its stage leads to where its regulation hears of it, and nothing bars it for good. */
export function mayStillCome({ given }: Opened, joins: readonly ByField[]): boolean {
  const { regulation } = given.program
  const { stages, fields } = aheadFrom(regulation, derive(given).stage)
  return joins.some((join) => {
    const hearing = hearingOf(regulation, join)
    return hearing?.from.some((stage) => stages.has(stage)) === true && !isBarred(given, hearing, fields)
  })
}

/** Of the matters that stand where their regulation hears of being taken in: whether each may come in by this act, and why not. */
export function pooledFor(viewer: Viewer, holder: Opened, join: ByField, matters: readonly Opened[]): readonly PooledView[] {
  return matters.flatMap((each) => {
    const hearing = hearingOf(each.given.program.regulation, join)
    if (hearing === undefined) return []
    const refused = whyNotHeld(viewer, holder, join, each)
    const about = { act: hearing.id, stage: each.loaded.row.stage, reader: { actor: viewer.actor, sight: each.sight } }
    const showing = showingOf(viewer.office, viewer.lang, each.given.program)
    const refusal = refused === null ? null : refusalView(showing, each.given, refused, about)
    return [{ ...heldRow(viewer, each), refusal }]
  })
}

function whyNotHeld({ actor }: Viewer, holder: Opened, { act, field }: ByField, each: Opened): Refusal | null {
  const { number } = each.loaded.row
  const given = Folded.of(holder.given)
  const seq = (given.events.at(-1)?.seq ?? 0) + 1
  const begun = [{ kind: each.given.program.regulation.kind, number }]
  const event: MatterEvent = {
    kind: 'act',
    seq,
    act,
    by: actor,
    at: given.now,
    with: { [field]: number },
    assignment: null,
    begun,
  }
  const after = given.followedBy([event])
  return refusesToBeHeld(each.given, newsOf(holder.loaded.row.number, given, after, [event]), number)
}
