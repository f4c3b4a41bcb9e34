import { type Given, recordsIn } from '../../core/index.js'
import { openedFor, rowFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { isTitleShown } from '../meaning-of.js'
import { numbersIn } from '../records/project.js'

const most = 50

/** The titles of the matters that this one names, by number: of those alone that the viewer may see, where they may read the title. */
export async function titlesNamed(deps: Deps, viewer: Viewer, given: Given): Promise<ReadonlyMap<string, string>> {
  const { office, actor } = viewer
  const numbers = numbersNamed(given).slice(0, most)
  if (numbers.length === 0) return new Map()
  const rows = await deps.store.findByNumbers(office.id, numbers, gateOf(office, actor))
  const found = rows.map(async ({ matter, number }) => {
    const opened = await openedFor(deps, viewer, matter)
    if (opened === null || !isTitleShown(opened.given.program.regulation, opened.sight)) return []
    return [[number, rowFor(viewer, opened).title] as const]
  })
  return new Map((await Promise.all(found)).flat())
}

/** In all that was stated of it, also in items and in what was taken back, the latest first. */
function numbersNamed({ program, events }: Given): readonly string[] {
  // Most texts have no such field, and a long life says much.
  if (!Object.values(program.regulation.fields).some(({ type }) => type === 'matter')) return []
  const acts = events.flatMap((event) => (event.kind === 'act' ? [event] : event.kind === 'undo' ? event.acts : []))
  const stated = acts.map((act) => act.with).flatMap((facts) => [facts, ...Object.values(facts).flatMap(recordsIn)])
  return numbersIn(program.regulation, stated.reverse())
}
