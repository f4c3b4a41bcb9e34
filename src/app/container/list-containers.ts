import type { ContainerList, ContainerRow } from '../../contract/index.js'
import {
  addDays,
  containersIn,
  type Day,
  dayAt,
  dayText,
  derive,
  heldStates,
  isWorkday,
  matterNameIn,
  type Regulation,
  readDay,
  weekday,
} from '../../core/index.js'
import { intakeActs } from '../acting/intake.js'
import { listsFor, openedFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import type { Opened } from '../matter/open-matter.js'
import { asTold } from '../matter/told-events.js'
import { alertView, stageNamed } from '../matter/view-parts.js'
import { isTitleShown } from '../meaning-of.js'
import { nowOf } from '../now-of.js'
import { project } from '../records/project.js'
import { showingOf } from '../showing.js'
import { nameIn } from '../words/index.js'
import { heldRegulation, heldRow } from './held-row.js'
import { mayStillCome, openOfKind } from './pool.js'

/** Two years of a meeting a fortnight. */
const mostContainers = 60

type Kind = { readonly holder: Regulation; readonly held: Regulation }

/** 会期. The containers of all kinds here under whose regulation the viewer works, those that take place last first, with the days of a month (`2025-10`; null: this one) and what waits to be held. */
export async function listContainers(deps: Deps, viewer: Viewer, month: string | null): Promise<ContainerList> {
  const { office, lang } = viewer
  const kinds = kindsOf(office).filter(({ holder }) => holder.roles[viewer.actor.role] !== undefined)
  const read = await Promise.all(kinds.map((kind) => containersOf(deps, viewer, kind)))
  const held = new Set(read.flat().flatMap(({ numbers }) => numbers))
  const pools = await Promise.all(
    kinds.map(async (kind) => {
      const waiting = await openOfKind(deps, viewer, kind.held.id, ({ number }) => !held.has(number))
      const name = nameIn(lang, matterNameIn(kind.held).name)
      const joins = containersIn(kind.holder).flatMap((rule) => (rule.kind === kind.held.kind ? rule.joins : []))
      const coming = waiting.filter((each) => mayStillCome(each, joins))
      return { name, rows: coming.map((each) => ({ ...heldRow(viewer, each), refusal: null })) }
    }),
  )
  const today = dayAt(viewer.asOf ?? nowOf(deps, office), office.calendar.zone)
  const first = readDay(`${month ?? dayText(today).slice(0, 7)}-01`) ?? today
  return {
    kinds: kinds.map(({ holder, held: member }) => ({
      regulation: holder.id,
      name: nameIn(lang, matterNameIn(holder).name),
      heldRegulation: member.id,
      heldName: nameIn(lang, matterNameIn(member).name),
      begins: beginsOf(deps, viewer, holder),
    })),
    month: dayText(first).slice(0, 7),
    days: daysOf(viewer, first, today),
    containers: read
      .flat()
      .map(({ row }) => row)
      .sort((one, other) => (other.on ?? '').localeCompare(one.on ?? '')),
    pools,
  }
}

/** Nothing is begun as of a past moment. */
function beginsOf(deps: Deps, viewer: Viewer, { id }: Regulation): ContainerList['kinds'][number]['begins'] {
  const { office, asOf } = viewer
  const programs = office.programs.filter(({ regulation }) => asOf === undefined && regulation.id === id)
  return intakeActs(deps, viewer, programs)
    .filter(({ refusal }) => refusal === null)
    .map(({ act, name }) => ({ id: act, name }))
}

/** Kinds whose matters hold those of another kind that hears of it. */
export const kindsOf = (office: Viewer['office']): readonly Kind[] =>
  office.programs.flatMap(({ regulation: holder }) =>
    containersIn(holder).flatMap(({ kind }) => {
      const held = heldRegulation(office, holder, kind)
      return held === null ? [] : [{ holder, held }]
    }),
  )

type Read = { readonly row: ContainerRow; readonly numbers: readonly string[] }

async function containersOf(deps: Deps, viewer: Viewer, { holder }: Kind): Promise<readonly Read[]> {
  const { office, actor } = viewer
  const asked = { filter: { regulations: [holder.id] }, gate: gateOf(office, actor), sort: 'received' as const }
  const { rows } = await listsFor(deps, viewer, ({ lists }) =>
    lists.listMatters(office.id, { ...asked, page: { limit: mostContainers } }),
  )
  const opened = await Promise.all(rows.map(({ matter }) => openedFor(deps, viewer, matter)))
  return opened.flatMap((each) => (each === null ? [] : [readOne(viewer, each)]))
}

function readOne({ office, lang, actor }: Viewer, opened: Opened): Read {
  const given = asTold(opened.given, actor)
  const { regulation } = given.program
  const showing = showingOf(office, lang, given.program)
  const numbers = containersIn(regulation).flatMap((rule) => heldStates(given, rule).map(({ number }) => number))
  const { on } = regulation.meaning.container
  const { facts, stage } = derive(given)
  const { title, alert } = project(given, office.versions[0].regulation)
  const { matter, number } = opened.loaded.row
  const day = on !== null && opened.sight.fields[on]?.as === 'shown' ? facts[on] : null
  return {
    numbers,
    row: {
      id: String(matter),
      number,
      title: isTitleShown(regulation, opened.sight) ? title : number,
      kind: nameIn(lang, matterNameIn(regulation).name),
      stage: stageNamed(showing, stage),
      isEnd: regulation.stages[stage]?.isEnd === true,
      on: typeof day === 'string' ? day : null,
      alert: alertView(showing, alert),
    },
  }
}

function daysOf({ office: { calendar } }: Viewer, first: Day, today: Day): ContainerList['days'] {
  const month = dayText(first).slice(0, 7)
  const days: Day[] = []
  for (let on = first; dayText(on).slice(0, 7) === month; on = addDays(on, 1)) days.push(on)
  return days.map((on) => ({
    on: dayText(on),
    weekday: weekday(on),
    isOff: !isWorkday(on, calendar),
    isToday: on === today,
  }))
}
