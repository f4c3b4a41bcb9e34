import { type Actor, containersIn } from '../../core/index.js'
import type { MatterId } from '../../store/index.js'
import { mostBeginners } from '../acting/hear-back.js'
import { openedFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { toldAs, toldEvents } from '../matter/told-events.js'
import { begunIn, begunLink } from '../records/project.js'

type Opened = NonNullable<Awaited<ReturnType<typeof openedFor>>>

/** A matter of a thread, as its viewer may see it, and which it began as far as they are told. */
export type Node = Opened & { readonly number: string; readonly begins: readonly string[] }

/** A thread goes no further than so many matters. */
const mostNodes = 200

/**
 * 脉络. Every matter that one comes to from this one by what began what, up and down, each through the gate and by acts of which the viewer is
 * told: beyond what they may not see nothing is looked for. What holds others beside the one it was come to from (a meeting, a batch) leads to
 * none of these: they have nothing to do with this matter. By number, in the order in which they were come to.
 */
export async function connectedTo(deps: Deps, viewer: Viewer, matter: MatterId): Promise<ReadonlyMap<string, Node>> {
  const found = new Map<string, Node>()
  const open: MatterId[] = [matter]
  const seen = new Set(open)
  const looking = { deps, viewer, opened: openingOnce(deps, viewer) }
  for (let next = open.shift(); next !== undefined && found.size < mostNodes; next = open.shift()) {
    const node = await looking.opened(next)
    if (node === null) continue
    const leadsOn = next === matter || !takesInAndLetsGo(node)
    const [beginners, begun] = await Promise.all([above(looking, node), leadsOn ? below(looking, node) : []])
    found.set(node.number, node)
    for (const each of [...beginners, ...begun]) {
      if (!seen.has(each)) open.push(each)
      seen.add(each)
    }
  }
  return found
}

/** 容器. A matter of a kind that takes others in and lets them go: a meeting, a batch. */
export const takesInAndLetsGo = ({ given }: Node): boolean =>
  containersIn(given.program.regulation).some(({ releases }) => releases.length > 0)

type Opening = (matter: MatterId) => Promise<Node | null>
type Looking = { readonly deps: Deps; readonly viewer: Viewer; readonly opened: Opening }

/** What began a matter is opened to see whether the viewer is told so, and again as a matter of the thread. */
function openingOnce(deps: Deps, viewer: Viewer): Opening {
  const nodes = new Map<MatterId, Promise<Node | null>>()
  return (matter) => {
    const node = nodes.get(matter) ?? nodeOf(deps, viewer, matter)
    nodes.set(matter, node)
    return node
  }
}

async function nodeOf(deps: Deps, viewer: Viewer, matter: MatterId): Promise<Node | null> {
  const opened = await openedFor(deps, viewer, matter)
  return opened === null ? null : { ...opened, number: opened.loaded.row.number, begins: begunTold(opened, viewer.actor) }
}

/** What was begun or joined by acts of which somebody is told. */
export function begunTold({ given }: Pick<Opened, 'given'>, actor: Actor): readonly string[] {
  return begunIn(toldEvents(given, toldAs(given, actor)).map(({ event }) => event))
}

async function below({ deps, viewer: { office, actor } }: Looking, { begins }: Node): Promise<readonly MatterId[]> {
  const rows = await Promise.all(begins.map((number) => deps.store.findByNumber(office.id, number, gateOf(office, actor))))
  return rows.flatMap((row) => row?.matter ?? [])
}

/** Those that began it, or joined it; that the viewer is told so is looked at once they are opened. */
async function above({ deps, viewer, opened }: Looking, { number }: Node): Promise<readonly MatterId[]> {
  const { office, actor } = viewer
  const asked = { number: begunLink(number), gate: gateOf(office, actor), limit: mostBeginners }
  const rows = await deps.store.overview.mattersNaming(office.id, asked)
  const nodes = await Promise.all(rows.map(({ matter }) => opened(matter)))
  return nodes.flatMap((each) => (each?.begins.includes(number) === true ? [each.loaded.row.matter] : []))
}

/** The earliest first. */
export const inTime = (nodes: readonly Node[]): readonly Node[] =>
  [...nodes].sort(
    (one, other) => one.loaded.row.receivedAt - other.loaded.row.receivedAt || one.loaded.row.matter - other.loaded.row.matter,
  )
