import type { Desk, DutyPage } from '../contract/index.js'
import {
  dayAt,
  endOfDay,
  type Instant,
  instant,
  type Regulation,
  type WorkKind,
  workdaysBetween,
  workKindOf,
  workKinds,
} from '../core/index.js'
import type { DeskAsked, DeskGroup, Page } from '../store/index.js'
import { listsFor } from './as-of.js'
import type { Deps, Viewer } from './deps.js'
import { gateOf } from './gate.js'
import { queueOf, type Whose, whosesOf, withKeepers } from './notes/whose.js'
import type { Office } from './office.js'
import { type Showing, showingOf } from './showing.js'
import { listUnheldRoles } from './unheld-roles.js'
import { dutyRowView, showingRow } from './view-lists.js'
import { alertView } from './view-parts.js'

/** So many rows of each kind stand on a desk that shows all of them. */
const rowsOfEach = 6

/** Whose duties; of these only those of matters under these regulations, while the counters are of all. */
type Narrow = Pick<DeskAsked, 'regulations'> & { readonly whose?: Whose }

/** 待办。 What the viewer owes, sorted into kinds of work: of each how much there is, and its first rows. */
export const readDesk = async (deps: Deps, viewer: Viewer, narrow: Narrow = {}): Promise<Desk> => {
  const [unheld, stands] = await Promise.all([
    unheldFor(deps, viewer),
    asked(deps, viewer, { ...narrow, page: { limit: rowsOfEach } }, async (found, { showing, now, counts }) => ({
      groups: await withGroupKeepers(
        deps,
        viewer,
        found.flatMap((group) => groupView(showing, group, now)),
      ),
      counts,
    })),
  ])
  return { ...stands, unheld, whoses: [...whosesOf(viewer)] }
}

/** The office sees to it that what is owed lies on somebody's desk. */
async function unheldFor(deps: Deps, { office, actor, lang, asOf }: Viewer): Promise<Desk['unheld']> {
  if (asOf !== undefined || office.roles.get(actor.role)?.kind !== 'office') return []
  return listUnheldRoles(deps, { office, lang, viewer: { gate: gateOf(office, actor), role: actor.role } })
}

/** Only how much stands on it. */
export const countDesk = (deps: Deps, viewer: Viewer): Promise<Desk['counts']> =>
  asked(deps, viewer, { page: { limit: 1 } }, async (_groups, { counts }) => counts)

/** All of one kind, page by page. */
export const listKind = async (
  deps: Deps,
  viewer: Viewer,
  { kind, page, ...narrow }: Narrow & { readonly kind: WorkKind; readonly page: Page },
): Promise<DutyPage> => {
  return asked(deps, viewer, { shown: kind, ...narrow, page }, async (found, { showing, now, counts }) => {
    const group = found.find((each) => each.group === kind)
    const rows = await withKeepers(deps, viewer, group?.rows.map((row) => dutyRowView(showing, row, now)) ?? [])
    return { rows, next: group?.next ?? null, counts }
  })
}

type Told = { readonly showing: Showing; readonly now: Instant; readonly counts: DutyPage['counts'] }

/** The desk through the viewer's gate, as it stands or as it stood, with its counters. */
async function asked<T>(
  deps: Deps,
  viewer: Viewer,
  { whose = 'seat', ...wanted }: Pick<DeskAsked, 'shown' | 'page'> & Narrow,
  tell: (found: readonly DeskGroup[], told: Told) => Promise<T>,
): Promise<T> {
  const { lang } = viewer
  const [queue, groups] = await Promise.all([queueOf(deps, viewer, whose), dutiesByKind(deps, viewer)])
  const gate = { ...queue.gate, rounds: 'beside' as const }
  return listsFor(deps, viewer, async ({ lists, office, now }) => {
    const { zone } = office.calendar
    const found = await lists.desk(office.id, {
      ...queue,
      ...{ gate, groups },
      ...wanted,
      now,
      tonight: endOfDay(dayAt(now, zone), zone),
    })
    return tell(found.groups, { showing: showingOf(office, lang), now, counts: found.counts })
  })
}

/** Who has what in hand is asked once for all groups. */
async function withGroupKeepers(deps: Deps, viewer: Viewer, groups: Desk['groups']): Promise<Desk['groups']> {
  const rows = await withKeepers(
    deps,
    viewer,
    groups.flatMap((group) => group.rows),
  )
  const kept = new Map(rows.map((row) => [`${row.matter} ${row.key}`, row]))
  return groups.map((group) => ({ ...group, rows: group.rows.map((row) => kept.get(`${row.matter} ${row.key}`) ?? row) }))
}

function groupView(showing: Showing, found: DeskGroup, now: Instant): Desk['groups'] {
  const { group, count, late, waitingSince, alert, rows, next } = found
  const kind = workKinds.find((each) => each === group)
  if (kind === undefined || count === 0) return []
  const { calendar } = showing.office
  const since = waitingSince === null ? null : dayAt(instant(waitingSince), calendar.zone)
  return [
    {
      kind,
      count,
      isCapped: count >= capped,
      late,
      workdaysWaited: since === null ? null : workdaysBetween(since, dayAt(now, calendar.zone), calendar),
      alert: alert === null ? null : alertView(showingRow(showing, alert), alert.alert),
      rows: rows.map((row) => dutyRowView(showing, row, now)),
      next,
    },
  ]
}

const capped = 1000

type DutiesByKind = Readonly<Partial<Record<WorkKind, readonly string[]>>>

/** An office is read anew every few seconds; a regulation that it does not take up itself never comes to be held. */
const heldIn = new WeakMap<Office, Promise<DutiesByKind>>()

function dutiesByKind(deps: Deps, { office }: Viewer): Promise<DutiesByKind> {
  const found = heldIn.get(office) ?? readKinds(deps, office)
  heldIn.set(office, found)
  found.catch(() => heldIn.delete(office))
  return found
}

/** Matters may run under other versions than new ones do: the duties of all that are held here. */
async function readKinds(deps: Deps, office: Office): Promise<DutiesByKind> {
  const held = await deps.store.queue.regulationsHeld(office.id)
  const all = [
    ...office.programs.map(({ regulation }) => regulation),
    ...held.flatMap((id) => [...(deps.library.regulations.get(id) ?? [])].reverse()),
  ]
  const kinds = new Map<string, WorkKind>()
  for (const regulation of all) for (const [id, kind] of kindsOf(regulation)) if (!kinds.has(id)) kinds.set(id, kind)
  return Object.fromEntries(
    workKinds.flatMap((kind) => {
      const duties = [...kinds].flatMap(([id, of]) => (of === kind ? [id] : []))
      return duties.length === 0 ? [] : [[kind, duties]]
    }),
  )
}

/** A regulation says the same for as long as it is loaded. */
const known = new WeakMap<Regulation, ReadonlyMap<string, WorkKind>>()

function kindsOf(regulation: Regulation): ReadonlyMap<string, WorkKind> {
  const found = known.get(regulation) ?? new Map(allKinds(regulation))
  known.set(regulation, found)
  return found
}

/** What the calendar opens is nobody's letter: it is handled. */
const allKinds = (regulation: Regulation): readonly (readonly [string, WorkKind])[] => [
  ...Object.values(regulation.officeDuties).flatMap(({ life }) => Object.keys(life.duties).map((id) => [id, 'handle'] as const)),
  ...Object.values(regulation.duties).map((duty) => [duty.id, workKindOf(regulation, duty)] as const),
]
