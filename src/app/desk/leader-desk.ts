import type { LeaderDesk, LeaderItem } from '../../contract/index.js'
import { instant, type Payload, permittedActs, type Regulation } from '../../core/index.js'
import type { MatterRow, RecentAct } from '../../store/index.js'
import { type ListsThen, listsFor, openedFor, rowFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import type { Opened } from '../matter/open-matter.js'
import { toldEvents } from '../matter/told-events.js'
import { clauseViews, moment, named } from '../matter/view-parts.js'
import { statedViews } from '../matter/view-timeline.js'
import { isTitleShown } from '../meaning-of.js'
import { personsOf } from '../notes/whose.js'
import { type Showing, showingOf } from '../showing.js'
import { dutyRowView, matterRowView, showingRow } from './view-lists.js'

const mostDuties = 30
/** Matters found, and looked at, for an act that only leaders do; each is weighed by itself. */
const mostStanding = 20
const mostLookedAt = 100
const mostDecided = 20
const lately = 30 * 24 * 3_600_000

/** 待批办。 What waits for this leader, by duty or by an act that only leaders do, and what was decided lately. */
export async function leaderDesk(deps: Deps, viewer: Viewer): Promise<LeaderDesk> {
  if (viewer.office.roles.get(viewer.actor.role)?.kind !== 'leader') return { waiting: [], hasMore: false, decided: [] }
  return listsFor(deps, viewer, (stood) => deskThen(deps, viewer, stood))
}

async function deskThen(deps: Deps, viewer: Viewer, { lists, office, now }: ListsThen): Promise<LeaderDesk> {
  const { actor, lang } = viewer
  const gate = gateOf(viewer.office, actor)
  const showing = showingOf(office, lang)
  const stages = [...new Set(office.versions.flatMap(({ regulation }) => stagesWaiting(regulation)))]
  const [owed, decided] = await Promise.all([
    lists.dutyQueue(office.id, {
      holders: [{ role: actor.role, unit: null }],
      persons: personsOf(actor),
      gate,
      page: { limit: mostDuties },
    }),
    lists.recentActsOfRole(office.id, { role: actor.role, since: instant(now - lately), gate, limit: mostDecided }),
  ])
  const found = new Map<number, LeaderItem>()
  for (const duty of owed.rows) {
    const row = dutyRowView(showing, duty, now)
    const known = found.get(duty.matter)
    if (known !== undefined) found.set(duty.matter, { ...known, duties: [...known.duties, row] })
    else {
      const opened = await openedFor(deps, viewer, duty.matter)
      if (opened !== null) found.set(duty.matter, { ...itemOf(showing, viewer, opened), duties: [row] })
    }
  }
  const standing =
    stages.length === 0
      ? { items: [], isAll: true }
      : await standingFor(deps, viewer, { lists, showing, stages, known: new Set(found.keys()) })
  return {
    waiting: [...found.values(), ...standing.items],
    hasMore: owed.next !== null || !standing.isAll,
    decided: (await Promise.all(decided.map((each) => decidedView(deps, viewer, each)))).flat(),
  }
}

type Standing = {
  readonly lists: ListsThen['lists']
  readonly showing: Showing
  readonly stages: readonly string[]
  readonly known: ReadonlySet<number>
}

/** Matters at these stages, newest first, where an act that only leaders do is open to this one; whether those are all. */
async function standingFor(
  deps: Deps,
  viewer: Viewer,
  { lists, showing, stages, known }: Standing,
): Promise<{ readonly items: readonly LeaderItem[]; readonly isAll: boolean }> {
  const { office, actor } = viewer
  const asked = { filter: { stages }, gate: gateOf(office, actor), sort: 'updated' as const }
  const items: LeaderItem[] = []
  let after: string | undefined
  for (let looked = 0; looked < mostLookedAt && items.length < mostStanding; looked += mostStanding) {
    const page = await lists.listMatters(office.id, { ...asked, page: { limit: mostStanding, ...(after && { after }) } })
    for (const { matter } of page.rows) {
      const opened = known.has(matter) ? null : await openedFor(deps, viewer, matter)
      const item = opened === null ? null : itemOf(showing, viewer, opened)
      if (item !== null && item.acts.length > 0) items.push(item)
    }
    if (page.next === null) return { items, isAll: true }
    after = page.next
  }
  return { items, isAll: false }
}

/** Acts that no office may do in a leader's stead: a matter where one is open waits for it. */
const isLeadersOwn = ({ roles }: Regulation, by: readonly string[]): boolean =>
  by.length > 0 && by.every((role) => roles[role]?.kind === 'leader')

function stagesWaiting(regulation: Regulation): readonly string[] {
  const own = Object.values(regulation.acts).filter(
    ({ of, by, starts }) => of === 'matter' && !starts && isLeadersOwn(regulation, by),
  )
  const ends = (stage: string): boolean => regulation.stages[stage]?.isEnd === true
  return [...new Set(own.flatMap(({ from }) => from))].filter((stage) => !ends(stage))
}

function itemOf(all: Showing, viewer: Viewer, opened: Opened): LeaderItem {
  const { given, loaded, sight } = opened
  const { regulation } = given.program
  const showing = showingRow(all, loaded.row)
  const row = rowFor(viewer, opened)
  const acts = permittedActs(given, viewer.actor).filter(
    ({ act, refusal }) => refusal === null && isLeadersOwn(regulation, regulation.acts[act]?.by ?? []),
  )
  return {
    matter: matterRowView(all, titled(row, isTitleShown(regulation, sight))),
    duties: [],
    acts: acts.map(({ act, clause }) => ({
      act,
      name: named(showing, act, regulation.acts[act]?.name).name,
      clauses: clauseViews(regulation, clause),
    })),
  }
}

const titled = (row: MatterRow, isShown: boolean): MatterRow => (isShown ? row : { ...row, title: row.number })

async function decidedView(deps: Deps, viewer: Viewer, done: RecentAct): Promise<LeaderDesk['decided']> {
  const { office, actor, lang } = viewer
  const opened = await openedFor(deps, viewer, done.matter)
  if (opened === null) return []
  const { given, sight } = opened
  // It was taken back.
  if (!given.events.some(({ seq }) => seq === done.seq)) return []
  const showing = showingOf(office, lang, given.program)
  const stated = (done.data.with ?? {}) as Payload
  const reading = { sight, isRequester: false, role: actor.role, files: new Map<string, string>() }
  return [
    {
      matter: String(done.matter),
      number: done.number,
      title: isTitleShown(given.program.regulation, sight) ? done.title : done.number,
      seq: toldEvents(given, reading).findLast(({ event }) => event.seq <= done.seq)?.place ?? 0,
      name: named(showing, done.act, given.program.regulation.acts[done.act]?.name).name,
      at: moment(done.at, given.calendar.zone),
      stated: statedViews(showing, given, reading, { act: done.act, with: stated, assignment: null }).map(({ name, value }) => ({
        name,
        value,
      })),
    },
  ]
}
