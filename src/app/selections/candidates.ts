import { type Act, type Instant, type Program, permittedActs } from '../../core/index.js'
import type { MatterRow } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { openMatter } from '../matter/open-matter.js'
import { isTitleShown } from '../meaning-of.js'

/** More are not chosen among at once: whoever chooses names the days on which they came. */
export const mostAmong = 2000
const together = 8

export type Among = {
  readonly program: Program
  readonly act: Act
  readonly from: Instant | null
  readonly before: Instant | null
}
export type Candidate = { readonly matter: number; readonly number: string; readonly title: string }

/** 可选的件. All matters in which the viewer could do the act now, by their numbers; null: more than can be chosen among. */
export async function candidatesFor(deps: Deps, viewer: Viewer, among: Among): Promise<readonly Candidate[] | null> {
  const rows = await rowsIn(deps, viewer, among)
  if (rows === null) return null
  const found: Candidate[] = []
  for (let first = 0; first < rows.length; first += together) {
    const some = await Promise.all(rows.slice(first, first + together).map((row) => candidate(deps, viewer, among, row)))
    found.push(...some.flatMap((each) => each ?? []))
  }
  return found.sort((one, other) => (one.number < other.number ? -1 : 1))
}

async function rowsIn(
  deps: Deps,
  { office, actor }: Viewer,
  { program, act, from, before }: Among,
): Promise<readonly MatterRow[] | null> {
  const filter = {
    regulations: [program.regulation.id],
    stages: act.from,
    ...(from === null ? {} : { receivedFrom: from }),
    ...(before === null ? {} : { receivedBefore: before }),
  }
  const rows: MatterRow[] = []
  for (let after: string | null = null; ; ) {
    const page = { limit: 200, ...(after === null ? {} : { after }) }
    const found = await deps.store.listMatters(office.id, { filter, gate: gateOf(office, actor), page })
    rows.push(...found.rows)
    if (rows.length > mostAmong) return null
    if (found.next === null) return rows
    after = found.next
  }
}

async function candidate(
  deps: Deps,
  viewer: Viewer,
  { act }: Among,
  { matter, number, title }: MatterRow,
): Promise<Candidate | null> {
  const opened = await openMatter(deps, viewer.office, matter, viewer.actor)
  const offer = opened === null ? undefined : permittedActs(opened.given, viewer.actor).find((each) => each.act === act.id)
  if (opened === null || offer === undefined || offer.refusal !== null) return null
  return { matter, number, title: isTitleShown(opened.given.program.regulation, opened.sight) ? title : number }
}
