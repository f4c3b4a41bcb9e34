import type { Disposed } from '../../contract/index.js'
import {
  type Day,
  dayAt,
  dayText,
  derive,
  instant,
  keptSince,
  keptUntil,
  type RetentionClass,
  retentionOf,
  startOfDay,
} from '../../core/index.js'
import type { Ended, MatterRow } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { type Opened, openMatter } from '../matter/open-matter.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import { classesOf, type Term, termOf } from './terms.js'

/** How a matter is kept: its class, and whether it has ended; of all of it and of who wrote it the term, and since which day it need not be kept, null: never. */
export type Kept = Readonly<Record<Disposed, { readonly term: Term; readonly since: Day | null }>> & {
  readonly class: RetentionClass | null
  readonly hasEnded: boolean
}

export const todayIn = (deps: Deps, office: Office): Day => dayAt(nowOf(deps, office), office.calendar.zone)

/** Of a matter that somebody opens: its class hangs on what is stated in it. Null: it is not there, or not for them. */
export async function keptOf(
  deps: Deps,
  { office, actor }: Viewer,
  row: Pick<MatterRow, 'matter' | 'updatedAt'>,
): Promise<Kept | null> {
  const opened = await openMatter(deps, office, row.matter, actor)
  return opened === null ? null : keptAs(office, opened)
}

/** The same of a matter that is opened. */
export function keptAs(office: Office, { given, loaded }: Pick<Opened, 'given' | 'loaded'>): Kept {
  const { regulation } = given.program
  const found = retentionOf(given)
  const hasEnded = derive(given).duties.every(({ status }) => !isOwed.has(status))
  const within = (term: Term) => ({
    term,
    since: hasEnded && typeof term === 'number' ? keptUntil(instant(loaded.row.updatedAt), term, office.calendar.zone) : null,
  })
  return {
    ...{ class: found, hasEnded },
    matter: within(termOf(office, regulation.id, found)),
    identity: within(office.settings.identityYears),
  }
}

/** 未了结: somebody still has something to do in it. */
const isOwed: ReadonlySet<string> = new Set(['open', 'overdue', 'paused'])

/** What to look through for matters whose term may be over: of each version, by the shortest term that any class of it has. */
export function endedIn(deps: Deps, office: Office, what: Disposed): readonly Ended[] {
  const today = todayIn(deps, office)
  return office.versions.flatMap((program): readonly Ended[] => {
    const { regulation } = program
    const ofClasses = () => classesOf(program).map((each) => termOf(office, regulation.id, each))
    const terms = what === 'matter' ? ofClasses() : [office.settings.identityYears]
    const years = terms.flatMap((term) => (typeof term === 'number' ? [term] : []))
    if (years.length === 0) return []
    const before = startOfDay(keptSince(today, Math.min(...years)), office.calendar.zone)
    return [{ regulation: regulation.id, version: regulation.version, before }]
  })
}

/** Since which day it, or who wrote it, need not be kept; null: it still must. */
export function overSince(kept: Kept, what: Disposed, today: Day): string | null {
  const { since } = kept[what]
  return since !== null && since <= today ? dayText(since) : null
}
