import type { ThreadRow, ThreadView } from '../../contract/index.js'
import { type Folded, stagesPassed } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { alertView, dueMoment, moment, stageNamed } from '../matter/view-parts.js'
import { isTitleShown } from '../meaning-of.js'
import { kindNamed } from '../office.js'
import type { Outcome } from '../outcome.js'
import { project } from '../records/project.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { connectedTo, inTime, type Node, takesInAndLetsGo } from './connected.js'
import { precedenceOn } from './precedence-on.js'

/** 脉络. The thread that a matter belongs to, as a tree from whatever began it, for whoever sees the matter. */
export async function readThread(deps: Deps, viewer: Viewer, matter: number): Promise<Outcome<{ thread: ThreadView }>> {
  const nodes = await connectedTo(deps, viewer, matter)
  const own = [...nodes.values()].find(({ loaded }) => loaded.row.matter === matter)
  if (own === undefined) return failed(wordsOf(viewer.lang), 'not-found')
  const rows = treeOf(nodes).map(({ node, depth, isAgain }) => ({
    ...rowOf(viewer, node),
    depth,
    isAgain,
    isThis: node === own,
  }))
  const { number, title, id } = rowOf(viewer, own)
  const precedence = precedenceOn(viewer, { table: deps.library.precedence, nodes, own })
  return { ok: true, thread: { id, number, title, rows, precedence } }
}

type Placed = { readonly node: Node; readonly depth: number; readonly isAgain: boolean }

/** Row by row, each below what began it; one that several began stands below each, with what came of it below the first alone. What took others in (a meeting) comes after what they came from. */
function treeOf(nodes: ReadonlyMap<string, Node>): readonly Placed[] {
  const begun = new Set([...nodes.values()].flatMap(({ begins }) => begins))
  const roots = [...nodes.values()].filter(({ number }) => !begun.has(number))
  const placed = new Set<Node>()
  const place = (node: Node, depth: number): readonly Placed[] => {
    const isAgain = placed.has(node)
    placed.add(node)
    const below = isAgain ? [] : inTime(node.begins.flatMap((number) => nodes.get(number) ?? []))
    return [{ node, depth, isAgain }, ...below.flatMap((each) => place(each, depth + 1))]
  }
  const [sources, holders] = [roots.filter((root) => !takesInAndLetsGo(root)), roots.filter(takesInAndLetsGo)]
  return [...inTime(sources), ...inTime(holders)].flatMap((root) => place(root, 0))
}

type Row = Omit<ThreadRow, 'depth' | 'isAgain' | 'isThis'>

function rowOf({ office: now, lang }: Viewer, { given, sight, loaded, number, office }: Node): Row {
  const { regulation } = given.program
  const showing = showingOf(office, lang, given.program)
  const { zone } = given.calendar
  const { title, stage, receivedAt, nextDueAt, alert } = project(given, now.versions[0].regulation)
  return {
    id: String(loaded.row.matter),
    number,
    title: isTitleShown(regulation, sight) ? title : number,
    kind: kindNamed(office, given.program, lang),
    stage: stageNamed(showing, stage),
    isEnd: regulation.stages[stage]?.isEnd === true,
    receivedAt: moment(receivedAt, zone),
    since: moment(sinceWhen(given), zone),
    nextDueAt: nextDueAt === null ? null : dueMoment(nextDueAt, zone),
    alert: alertView(showing, alert),
  }
}

/** Since when it stands where it does. */
export function sinceWhen(given: Folded): number {
  const passed = stagesPassed(given)
  const last = passed.at(-1)
  const before = passed.findLastIndex((stage) => stage !== last)
  return given.events[before + 1]?.at ?? given.now
}
