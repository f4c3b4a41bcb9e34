import type { StageDiagram, StageDiagrams } from '../../contract/index.js'
import type { Act, Condition, Passage, Stage } from '../../core/index.js'
import { sayCondition } from '../../load/index.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { holderName, named, roleName } from '../matter/view-parts.js'
import type { Outcome } from '../outcome.js'
import { sayingFor } from '../saying-for.js'
import type { Showing } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { type VersionAsked, versionShown } from './version-shown.js'

type Counts = ReadonlyMap<string, number>
type Edge = StageDiagram['edges'][number]

/** 环节图. The stages, the acts between them, and where matters and shares stand now. */
export async function readDiagrams(
  deps: Deps,
  viewer: Viewer,
  asked: VersionAsked,
): Promise<Outcome<{ diagrams: StageDiagrams }>> {
  const showing = versionShown(deps, viewer, asked)
  if (showing === null) return failed(wordsOf(viewer.lang), 'not-found')
  const { office, actor } = viewer
  const under = { gate: gateOf(office, actor), regulation: asked.id, version: asked.version }
  const [stages, shares] = await Promise.all([
    deps.store.rules.countStages(office.id, under),
    deps.store.rules.countShares(office.id, under),
  ])
  const counts = (rows: typeof stages): Counts => new Map(rows.map(({ stage, count }) => [stage, count]))
  return {
    ok: true,
    diagrams: {
      regulation: asked.id,
      matter: matterDiagram(showing, counts(stages)),
      share: shareDiagram(showing, counts(shares)),
    },
  }
}

/** Stages of the matter: where acts open it, where they take it, and where it goes by itself. */
export function matterDiagram(showing: Showing, counts: Counts): StageDiagram {
  const { regulation } = showing.program
  const acts = Object.values(regulation.acts).filter(({ of }) => of === 'matter')
  const starts = new Set(acts.filter((act) => act.starts).flatMap(({ to }) => to.map((passage) => passage.to)))
  const edges = edgesOf(acts.filter((act) => !act.starts).flatMap((act) => passagesOf(showing, act)))
  const onward = Object.values(regulation.stages).flatMap(({ id, next }) => next.map((each) => automatic(showing, id, each)))
  return { nodes: nodesOf(showing, regulation.stages, { starts, counts }), edges: merged([...edges, ...onward]) }
}

/** Stages of one unit's share: where it is created, what the unit and the office do to it, and what an act of the matter does to all. */
export function shareDiagram(showing: Showing, counts: Counts): StageDiagram {
  const { regulation } = showing.program
  const acts = Object.values(regulation.acts)
  const starts = new Set(acts.flatMap(({ assigns }) => (assigns === null ? [] : [assigns])))
  const ended = Object.values(regulation.assignmentStages).filter(({ isEnd }) => isEnd)
  const running = Object.keys(regulation.assignmentStages).filter((id) => ended.every((stage) => stage.id !== id))
  const own = acts.filter(({ of }) => of === 'assignment').flatMap((act) => passagesOf(showing, act))
  const moved = acts.flatMap((act) =>
    act.moves === null
      ? []
      : running
          .filter((from) => from !== act.moves?.to)
          .map((from) => passage(showing, act, { from, to: act.moves?.to ?? '' }, partsMoved(act))),
  )
  const onward = Object.values(regulation.assignmentStages).flatMap(({ id, next }) =>
    next.map((each) => automatic(showing, id, each)),
  )
  return {
    nodes: nodesOf(showing, regulation.assignmentStages, { starts, counts }),
    edges: merged([...edgesOf([...own, ...moved]), ...onward]),
  }
}

const nodesOf = (
  showing: Showing,
  stages: Readonly<Record<string, Stage>>,
  { starts, counts }: { readonly starts: ReadonlySet<string>; readonly counts: Counts },
): StageDiagram['nodes'] =>
  Object.values(stages).map(({ id, name, heldBy, isEnd }) => ({
    ...named(showing, id, name),
    heldBy: heldBy === 'nobody' ? '' : holderName(showing, heldBy),
    isStart: starts.has(id),
    isEnd,
    count: counts.get(id) ?? 0,
  }))

const automatic = (showing: Showing, from: string, { to, when }: Passage): Edge => ({
  from,
  to,
  acts: [],
  isAutomatic: true,
  when: when === null ? [] : [sayCondition(sayingFor(showing), when)],
})

const passagesOf = (showing: Showing, act: Act): readonly Edge[] =>
  act.from.flatMap((from) => act.to.map(({ to, when }) => passage(showing, act, { from, to }, when)))

const passage = (showing: Showing, act: Act, { from, to }: { from: string; to: string }, when: Condition | null): Edge => ({
  from,
  to,
  acts: [
    {
      ...named(showing, act.id, act.name),
      by: act.by.map((role) => roleName(showing, role)).join(showing.words.comma),
      when: when === null ? null : sayCondition(sayingFor(showing), when),
    },
  ],
  isAutomatic: false,
  when: [],
})

/** An act that moves shares of some parts only. */
const partsMoved = ({ moves }: Act): Condition | null =>
  moves === null || moves.parts.length === 0 ? null : { op: 'part', parts: moves.parts }

/** What leaves a stage where it is, is no passage. */
const edgesOf = (edges: readonly Edge[]): readonly Edge[] => edges.filter(({ from, to }) => from !== to)

/** One line between two stages, with every act that takes it. */
function merged(edges: readonly Edge[]): Edge[] {
  const found = new Map<string, Edge>()
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to}`
    const known = found.get(key)
    const acts = [...(known?.acts ?? []), ...edge.acts]
    const distinct = acts.filter((act, at) => acts.findIndex(({ id }) => id === act.id) === at)
    found.set(key, {
      ...edge,
      acts: distinct,
      isAutomatic: edge.isAutomatic || (known?.isAutomatic ?? false),
      when: [...new Set([...(known?.when ?? []), ...edge.when])],
    })
  }
  return [...found.values()]
}
