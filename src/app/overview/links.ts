import type { MatterLink } from '../../contract/index.js'
import { type Actor, containersIn, derive, type Field, fieldsOfHeld, heldStates } from '../../core/index.js'
import { listsFor, openedFor, rowFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import type { Opened } from '../matter/open-matter.js'
import { alertView, dueMoment, named, stageNamed } from '../matter/view-parts.js'
import { isTitleShown } from '../meaning-of.js'
import { kindNamed } from '../office.js'
import type { Outcome } from '../outcome.js'
import { begunFrom, begunLink, linkedNumber } from '../records/project.js'
import { showingOf } from '../showing.js'
import { begunTold } from '../thread/connected.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { overviewWords } from '../words/overview.js'

const most = 50

/** 关联事项。 Matters that this one names or was begun from, and those that name it or were begun from it: each only if the viewer may see it, and the field that says so. */
export async function linksOf(deps: Deps, viewer: Viewer, matter: number): Promise<Outcome<{ links: readonly MatterLink[] }>> {
  const { office, actor, lang } = viewer
  const opened = await openedFor(deps, viewer, matter)
  if (opened === null) return failed(wordsOf(lang), 'not-found')
  const gate = gateOf(office, actor)
  const { number } = opened.loaded.row
  const here = { deps, viewer, number, begun: begunTold(opened, actor) }
  const named = statedIn(opened, actor).filter((each) => each.number !== number)
  const to = await Promise.all(
    named.slice(0, most).map(async ({ field, number: other }) => {
      const row = await deps.store.findByNumber(office.id, other, gate)
      return row === null ? [] : linkTo(here, { field, number: other, matter: row.matter })
    }),
  )
  // Those that name it, and those that took it in: what holds many names the last of them only.
  const naming = await listsFor(deps, viewer, ({ lists }) =>
    Promise.all(
      [number, begunLink(number)].map((each) => lists.overview.mattersNaming(office.id, { number: each, gate, limit: most })),
    ),
  )
  const others = [...new Set(naming.flat().map((row) => row.matter))].filter((each) => each !== matter)
  const from = await Promise.all(others.map((each) => linksFrom(here, each)))
  return { ok: true, links: [...to.flat(), ...from.flat()] }
}

/** By which field a matter names another, or null: it was begun from it. */
type Stated = { readonly field: Field | null; readonly number: string }

/** Every field by which a matter names another, as far as its viewer may see the field; what it holds by the field by which that came. */
function statedIn(opened: Opened, actor: Actor): readonly Stated[] {
  const { given } = opened
  const state = derive(given)
  const { regulation } = given.program
  // What is said of one of those held is not said of the matter.
  const about = new Set(containersIn(regulation).flatMap((container) => [...fieldsOfHeld(regulation, container)]))
  const stated = [state.facts, ...state.assignments.map(({ facts }) => facts)].flatMap(Object.entries)
  const found = [...stated.filter(([id]) => !about.has(id)), ...heldHere(opened, actor)].flatMap(([id, value]): Stated[] => {
    const field = regulation.fields[id]
    const number = field?.type === 'matter' && opened.sight.fields[id]?.as === 'shown' ? linkedNumber(value) : null
    return field === undefined || number === null ? [] : [{ field, number }]
  })
  const from = begunFrom(given.events)
  const all = from === null ? found : [...found, { field: null, number: from }]
  return all.filter((each, at) => all.findIndex((other) => isSame(each, other)) === at)
}

/** The matters that are held, each by the field by which it came, as far as somebody is told that it did. */
function heldHere(opened: Opened, actor: Actor): readonly (readonly [string, string])[] {
  const told = new Set(begunTold(opened, actor))
  return containersIn(opened.given.program.regulation).flatMap((container) =>
    heldStates(opened.given, container).flatMap(({ number, joined }) => {
      const by = container.joins.find(({ act }) => act === joined?.act)
      return by === undefined || !told.has(number) ? [] : [[by.field, number] as const]
    }),
  )
}

const isSame = (one: Stated, other: Stated): boolean => one.field?.id === other.field?.id && one.number === other.number

/** The matter whose links are looked for, and what it began as far as the viewer is told. */
type From = { readonly deps: Deps; readonly viewer: Viewer; readonly number: string; readonly begun: readonly string[] }

async function linksFrom({ deps, viewer, number, begun }: From, matter: number): Promise<MatterLink[]> {
  const opened = await openedFor(deps, viewer, matter)
  if (opened === null) return []
  const isBegun = begun.includes(opened.loaded.row.number) || begunTold(opened, viewer.actor).includes(number)
  const naming = statedIn(opened, viewer.actor).filter((each) => each.number === number && (each.field !== null || isBegun))
  return naming.map(({ field }) => linkView(viewer, opened, { field, direction: 'from', isBegun }))
}

type To = { readonly field: Field | null; readonly number: string; readonly matter: number }

async function linkTo({ deps, viewer, number, begun }: From, { field, number: other, matter }: To): Promise<MatterLink[]> {
  const opened = await openedFor(deps, viewer, matter)
  if (opened === null) return []
  const isBegun = begun.includes(other) || begunTold(opened, viewer.actor).includes(number)
  // That one began the other is told by the act that did: from whom it is kept finds no way.
  return field === null && !isBegun ? [] : [linkView(viewer, opened, { field, direction: 'to', isBegun })]
}

type Linking = { readonly field: Field | null } & Pick<MatterLink, 'direction' | 'isBegun'>

function linkView(viewer: Viewer, opened: Opened, { field, direction, isBegun }: Linking): MatterLink {
  const { office, lang } = viewer
  const { given, sight } = opened
  const showing = showingOf(office, lang, given.program)
  const { matter, number, title, stage, nextDueAt, alert } = rowFor(viewer, opened)
  return {
    field: field?.id ?? '',
    name: field === null ? overviewWords[lang].begun[direction] : named(showing, field.id, field.name).name,
    kind: kindNamed(office, given.program, lang),
    direction,
    isBegun,
    id: String(matter),
    number,
    title: isTitleShown(given.program.regulation, sight) ? title : number,
    stage: stageNamed(showing, stage),
    nextDueAt: nextDueAt === null ? null : dueMoment(nextDueAt, given.calendar.zone),
    alert: alertView(showing, alert),
  }
}
