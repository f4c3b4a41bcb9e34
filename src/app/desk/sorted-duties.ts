import { type Regulation, type Work, workOf, works } from '../../core/index.js'
import type { SortedDuty } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { Office } from '../office.js'

type Sorted = Readonly<Partial<Record<Work, readonly SortedDuty[]>>>

/** An office is read anew every few seconds; a regulation that it does not take up itself never comes to be held. */
const heldIn = new WeakMap<Office, Promise<Sorted>>()

/** Which duties are which kind of work. A duty that two kinds of matter sort otherwise is named with its regulation, each as its own has it. */
export function sortedDuties(deps: Deps, office: Office): Promise<Sorted> {
  const found = heldIn.get(office) ?? readSorted(deps, office)
  heldIn.set(office, found)
  found.catch(() => heldIn.delete(office))
  return found
}

/** Matters may run under other versions than new ones do: the duties of all that are held here, as the newest that has one sorts it. */
async function readSorted(deps: Deps, office: Office): Promise<Sorted> {
  const held = await deps.store.overview.regulationsHeld(office.id)
  const all = [
    ...office.programs.map(({ regulation }) => regulation),
    ...held.flatMap((id) => [...(deps.library.regulations.get(id) ?? [])].reverse()),
  ]
  const byDuty = new Map<string, Map<string, Work>>()
  for (const regulation of all) {
    for (const [duty, work] of worksIn(regulation)) {
      const found = byDuty.get(duty) ?? new Map<string, Work>()
      byDuty.set(duty, found)
      if (!found.has(regulation.id)) found.set(regulation.id, work)
    }
  }
  const sorted = [...byDuty].flatMap(([duty, found]) => sortedIn(duty, found))
  return Object.fromEntries(
    works.flatMap((work) => {
      const own = sorted.flatMap((each) => (each.work === work ? [each.sorted] : []))
      return own.length === 0 ? [] : [[work, own]]
    }),
  )
}

type OfWork = { readonly work: Work; readonly sorted: SortedDuty }

/** One duty, by the regulations that have it. */
function sortedIn(duty: string, found: ReadonlyMap<string, Work>): readonly OfWork[] {
  const [only, ...others] = new Set(found.values())
  if (only !== undefined && others.length === 0) return [{ work: only, sorted: { duty, regulation: null } }]
  return [...found].map(([regulation, work]) => ({ work, sorted: { duty, regulation } }))
}

/** A regulation says the same for as long as it is loaded. */
const known = new WeakMap<Regulation, ReadonlyMap<string, Work>>()

function worksIn(regulation: Regulation): ReadonlyMap<string, Work> {
  const found = known.get(regulation) ?? new Map(everyWork(regulation))
  known.set(regulation, found)
  return found
}

/** What the calendar opens is nobody's letter: it is handled. */
const everyWork = (regulation: Regulation): readonly (readonly [string, Work])[] => [
  ...Object.values(regulation.officeDuties).flatMap(({ life }) => Object.keys(life.duties).map((id) => [id, 'handle'] as const)),
  ...Object.values(regulation.duties).map((duty) => [duty.id, workOf(regulation, duty)] as const),
]
