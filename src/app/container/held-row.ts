import type { LightView, PooledView } from '../../contract/index.js'
import { askedStates, assignmentsIn, derive, hearsOf, isAnswering, type Regulation } from '../../core/index.js'
import { rowFor } from '../as-of.js'
import type { Viewer } from '../deps.js'
import type { Opened } from '../matter/open-matter.js'
import { alertView, clauseViews, moment, named, stageNamed, unitNamed } from '../matter/view-parts.js'
import { isTitleShown, sortingNamed } from '../meaning-of.js'
import type { Office } from '../office.js'
import { type Showing, showingOf } from '../showing.js'
import { sinceWhen } from '../thread/index.js'

/** The units that are to answer for a matter: those that have it, else those that were proposed. */
export function answering({ given }: Pick<Opened, 'given'>): readonly string[] {
  const shares = derive(given).assignments.filter(({ endedAt }) => endedAt === null)
  const proposed = given.events.findLast((event) => event.kind === 'act' && event.with.assignments !== undefined)
  const stated = proposed?.kind === 'act' ? assignmentsIn(proposed.with.assignments) : []
  return (shares.length > 0 ? shares : stated).filter(({ part }) => isAnswering(part)).map(({ unit }) => unit)
}

/** The regulation of a kind whose matters hear of what holds them. */
export const heldRegulation = ({ programs }: Office, holder: Regulation, kind: string): Regulation | null =>
  programs.map(({ regulation }) => regulation).find((each) => each.kind === kind && hearsOf(each, holder.kind, true)) ?? null

/** A matter that is held or may be, as its viewer may see it. */
export function heldRow(viewer: Viewer, opened: Opened): Omit<PooledView, 'refusal'> {
  const { office, lang } = viewer
  const { given, sight, loaded } = opened
  const { regulation } = given.program
  const showing = showingOf(office, lang, given.program)
  const { title, stage, alert, category } = rowFor(viewer, opened)
  const isCategoryShown = sight.fields[regulation.meaning.category ?? '']?.as === 'shown'
  return {
    id: String(loaded.row.matter),
    number: loaded.row.number,
    title: isTitleShown(regulation, sight) ? title : loaded.row.number,
    stage: stageNamed(showing, stage),
    isEnd: regulation.stages[stage]?.isEnd === true,
    category: isCategoryShown ? sortingNamed(showing, 'category', category) : null,
    units: unitsOf({ given, sight }).map((unit) => unitNamed(showing, unit)),
    since: moment(sinceWhen(given), given.calendar.zone),
    alert: alertView(showing, alert),
    lights: lightsOf(showing, { given, sight }),
  }
}

/** Whose it is: the units that were named as it began, as far as the viewer may see them; where none was, those that are to answer for it. */
function unitsOf({ given, sight }: Pick<Opened, 'given' | 'sight'>): readonly string[] {
  const { fields } = given.program.regulation
  const [first] = given.events
  const named = first?.kind === 'act' ? Object.entries(first.with).filter(([id]) => fields[id]?.type === 'unit') : []
  if (named.length === 0) return answering({ given })
  return named.flatMap(([id, value]) => (typeof value === 'string' && sight.fields[id]?.as === 'shown' ? [value] : []))
}

/** What must exist, without what is kept from the viewer. */
function lightsOf(showing: Showing, { given, sight }: Pick<Opened, 'given' | 'sight'>): LightView[] {
  const { regulation } = given.program
  return askedStates(given).flatMap(({ isRequirement, id, standing, clause }) => {
    const rule = isRequirement ? regulation.requirements[id] : regulation.fields[id]
    if (!isRequirement && sight.fields[id]?.as !== 'shown') return []
    return [{ ...named(showing, id, rule?.name), standing, clauses: clauseViews(regulation, clause) }]
  })
}
