import type { ContainerMove, ContainerView, HeldView } from '../../contract/index.js'
import {
  type Container,
  containersIn,
  derive,
  type HeldState,
  heldStates,
  type Instant,
  isFilled,
  matterNameIn,
  type Payload,
  permittedActs,
} from '../../core/index.js'
import { openedFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import type { Opened } from '../matter/open-matter.js'
import { asTold } from '../matter/told-events.js'
import { moment, named, stageNamed } from '../matter/view-parts.js'
import { valueText } from '../matter/view-values.js'
import { isTitleShown } from '../meaning-of.js'
import type { Outcome } from '../outcome.js'
import { project } from '../records/project.js'
import { type Showing, showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { nameIn, wordsOf } from '../words/index.js'
import { attendants, chairView, openedBy, quorumView } from './attendance.js'
import { heldRegulation, heldRow } from './held-row.js'
import { mayStillCome, openOfKind, pooledFor, standsToCome } from './pool.js'
import { tallyOf } from './tally.js'

/** 会场. A matter that holds others, for whoever sees it; of those it holds, the ones that they may see. */
export async function readContainer(deps: Deps, viewer: Viewer, matter: number): Promise<Outcome<{ container: ContainerView }>> {
  const opened = await openedFor(deps, viewer, matter)
  const rule = opened === null ? undefined : containersIn(opened.given.program.regulation)[0]
  if (opened === null || rule === undefined) return failed(wordsOf(viewer.lang), 'not-found')
  const seen = { ...opened, given: asTold(opened.given, viewer.actor) }
  const { regulation } = seen.given.program
  const { office, lang } = viewer
  const showing = showingOf(office, lang, seen.given.program)
  const { facts, stage } = derive(seen.given)
  const people = attendants(showing, seen, facts)
  const { on, head } = regulation.meaning.container
  const held = heldRegulation(office, regulation, rule.kind)
  const inside = await heldHere(deps, viewer, { seen, rule })
  const views = inside.map(({ state, opened: each }) => heldView(viewer, { seen, showing }, state, each))
  return {
    ok: true,
    container: {
      id: String(seen.loaded.row.matter),
      number: seen.loaded.row.number,
      title: isTitleShown(regulation, seen.sight)
        ? project(seen.given, office.versions[0].regulation).title
        : seen.loaded.row.number,
      kind: nameIn(lang, matterNameIn(regulation).name),
      heldName: held === null ? '' : nameIn(lang, matterNameIn(held).name),
      stage: stageNamed(showing, stage),
      isEnd: regulation.stages[stage]?.isEnd === true,
      on: on !== null && seen.sight.fields[on]?.as === 'shown' ? dayOf(facts[on]) : null,
      head: said(showing, seen, Object.fromEntries(head.map((id) => [id, facts[id] ?? null]))),
      opened: openedBy(showing, seen),
      chair: chairView(showing, seen),
      people,
      quorum: quorumView(showing, seen, facts, people),
      minutes: minutesOf(seen, showingOf(office, 'zh', seen.given.program), inside, views),
      tally: tallyOf(
        showing,
        seen,
        inside.map(({ opened: each }) => each),
      ),
      moves: movesOf(rule),
      held: [...views],
      pool: held === null ? null : await poolOf(deps, viewer, { seen, rule, regulation: held.id }),
    },
  }
}

const dayOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const movesOf = ({ joins, releases, orders, calls }: Container): ContainerMove[] => [
  ...joins.map((each) => ({ ...each, as: 'joins' as const, before: null })),
  ...releases.map((each) => ({ ...each, as: 'releases' as const, before: null })),
  ...orders.map((each) => ({ ...each, as: 'orders' as const })),
  ...calls.map((each) => ({ ...each, as: 'calls' as const, before: null })),
]

/**
 * Each that was dealt with, in the order in which it was: its title and what was decided of it, in Chinese whoever looks, as papers are.
 * Who may not read the minutes is told none.
 */
function minutesOf(
  seen: Opened,
  showing: Showing,
  inside: readonly { readonly state: HeldState }[],
  views: readonly HeldView[],
): ContainerView['minutes'] {
  const field = seen.given.program.regulation.meaning.container.minutes
  if (field === null || seen.sight.fields[field]?.as !== 'shown') return null
  const told = inside.flatMap(({ state: { turn, learned } }, at) => {
    const title = views[at]?.title
    if (turn !== 'dealt' || title === undefined) return []
    const outcome = said(showing, seen, learned).map(({ value }) => value.replace(/[。；;.]+$/u, ''))
    // What was decided as a rule opens with the word that was chosen: said once.
    const once = outcome.filter((each, at) => outcome[at + 1]?.startsWith(each) !== true)
    return [{ title, text: `${title}：${once.join('。')}。` }]
  })
  return { field, told }
}

/** The same for a paper, in words: nothing where nothing is held. */
export async function heldBy(deps: Deps, viewer: Viewer, opened: Opened): Promise<readonly ReturnType<typeof heldRow>[]> {
  const rule = containersIn(opened.given.program.regulation)[0]
  if (rule === undefined) return []
  const held = await heldHere(deps, viewer, { seen: { ...opened, given: asTold(opened.given, viewer.actor) }, rule })
  return held.map((each) => heldRow(viewer, each.opened))
}

type Reading = { readonly seen: Opened; readonly rule: Container; readonly showing: Showing }

/** Those that are held, in their order, as far as the viewer may see them. */
async function heldHere(
  deps: Deps,
  viewer: Viewer,
  { seen, rule }: Pick<Reading, 'seen' | 'rule'>,
): Promise<readonly { readonly state: HeldState; readonly opened: Opened }[]> {
  const states = heldStates(seen.given, rule)
  const numbers = states.map(({ number }) => number)
  const rows = await deps.store.findByNumbers(viewer.office.id, numbers, gateOf(viewer.office, viewer.actor))
  const matters = new Map(rows.map(({ number, matter }) => [number, matter]))
  const found = states.map(async (state) => {
    const matter = matters.get(state.number)
    const opened = matter === undefined ? null : await openedFor(deps, viewer, matter)
    return opened === null ? [] : [{ state, opened }]
  })
  return (await Promise.all(found)).flat()
}

function heldView(
  viewer: Viewer,
  { seen, showing }: Pick<Reading, 'seen' | 'showing'>,
  { turn, joined, learned, calledAt, dealtAt }: HeldState,
  opened: Opened,
): HeldView {
  const outcome = turn === 'dealt' ? said(showing, seen, learned) : []
  const when = (at: Instant | null) => (at === null ? null : moment(at, seen.given.calendar.zone))
  const times = { calledAt: when(calledAt), dealtAt: when(dealtAt) }
  return { ...heldRow(viewer, opened), turn, ...times, stated: said(showing, seen, joined?.with ?? {}), outcome }
}

/** What was stated here of one that is held, as far as the viewer may see it; that it is the one is said by its row. */
function said(showing: Showing, { given, sight }: Opened, stated: Payload): { name: string; value: string }[] {
  const { fields } = given.program.regulation
  return Object.entries(stated).flatMap(([id, value]) => {
    const field = fields[id]
    if (field === undefined || field.type === 'matter' || !isFilled(value) || sight.fields[id]?.as !== 'shown') return []
    return [{ name: named(showing, id, field.name).name, value: valueText(showing, field, value) }]
  })
}

type Pooling = Pick<Reading, 'seen' | 'rule'> & { readonly regulation: string }

/** What may come in by an act that is open to the viewer now. */
async function poolOf(deps: Deps, viewer: Viewer, { seen, rule, regulation }: Pooling): Promise<ContainerView['pool']> {
  if (viewer.asOf !== undefined) return null
  const open = permittedActs(seen.given, viewer.actor).filter(({ refusal }) => refusal === null)
  const join = rule.joins.find(({ act }) => open.some((each) => each.act === act))
  if (join === undefined) return null
  const inside = new Set(heldStates(seen.given, rule).map(({ number }) => number))
  const outside = await openOfKind(
    deps,
    viewer,
    regulation,
    ({ number, stage }, rule) => !inside.has(number) && standsToCome(rule, join, stage),
  )
  const coming = outside.filter((each) => mayStillCome(each, [join]))
  return [...pooledFor(viewer, seen, join, coming)].sort(
    (one, other) => Number(one.refusal !== null) - Number(other.refusal !== null),
  )
}
