import type { MatterPage } from '../../contract/index.js'
import type { Instant } from '../../core/index.js'
import { type MatterRow, type Page, pageAmong } from '../../store/index.js'
import { asItStood, type ListsThen, listsFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { matterRowView } from '../desk/view-lists.js'
import { gateOf } from '../gate.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { keepBehind, knownBehind } from './behind-figures.js'
import { closedAt, isLongPast } from './count-span.js'
import { type Behind, findFigure } from './figures.js'
import type { DaySpan } from './spans.js'
import { countAsked, type StatisticsAsked, spanAsked } from './statistics-asked.js'

/** The matters behind a figure: exactly as many as it says; `isLater`: as many as it would say by everything recorded since. */
export async function listCounted(
  deps: Deps,
  viewer: Viewer,
  { figure: id, page, isLater = false, ...asked }: StatisticsAsked & CountedList,
): Promise<Outcome<{ matters: MatterPage }>> {
  const found = spanAsked(deps, viewer, asked)
  if (!found.ok) return found
  const showing = showingOf(viewer.office, viewer.lang)
  const figure = findFigure(showing, viewer.actor.role, id)
  if (figure === null) return failed(wordsOf(viewer.lang), 'not-found')
  const wanted = { figure, page, span: found.span, part: asked.part }
  // The list of a closed span is as old as its figure, where that can be worked out.
  const end = closedAt(deps, viewer, found.span)
  const isNow = isLater || end === null || (await isLongPast(deps, viewer, end))
  const asOf = isLater ? null : isNow ? (viewer.asOf ?? null) : end
  const { rows, next, total } =
    asOf === null ? await asItStands(deps, viewer, wanted) : await asItWas(deps, { ...viewer, asOf }, wanted)
  return { ok: true, matters: { rows: rows.map((row) => matterRowView(showing, row)), next, total, isTotalCapped: false } }
}

type CountedList = { readonly figure: string; readonly page: Page; readonly isLater?: boolean }
type Wanted = Pick<StatisticsAsked, 'part'> & { readonly figure: Behind; readonly page: Page; readonly span: DaySpan }
type Listed = { readonly rows: readonly MatterRow[]; readonly next: string | null; readonly total: number }

async function asItStands(deps: Deps, viewer: Viewer, { figure, page, span, part }: Wanted): Promise<Listed> {
  const [rows, counts] = await listsFor(deps, viewer, ({ lists, now }) => {
    const counted = countAsked(viewer, now, { span, part })
    return Promise.all([
      lists.statistics.listCounted(viewer.office.id, { ...counted, figure: figure.asked, page }),
      lists.statistics.countFigures(viewer.office.id, { ...counted, by: null }),
    ])
  })
  return { ...rows, total: figure.valueIn(counts[0]).numerator }
}

/** Of a past moment all matters behind the figure are found once; for a further page the past is worked out of its own matters alone. */
async function asItWas(
  deps: Deps,
  viewer: Viewer & { readonly asOf: Instant },
  { figure, page, span, part }: Wanted,
): Promise<Listed> {
  const { office, actor, asOf } = viewer
  const gate = gateOf(office, actor)
  const behind = { government: office.id, asked: { ...countAsked(viewer, asOf, { span, part }), figure: figure.asked } }
  const pageIn = async ({ lists }: Pick<ListsThen, 'lists'>, all: readonly number[]): Promise<Listed> => {
    const { rows: matters, next } = pageAmong(all, page)
    return { rows: await lists.statistics.listThese(office.id, { gate, matters }), next, total: all.length }
  }
  const known = knownBehind(deps, behind)
  if (known !== null)
    return asItStood(deps, { office, asOf, gate, only: pageAmong(known, page).rows }, (stood) => pageIn(stood, known))
  return asItStood(deps, { office, asOf, gate }, async (stood) => {
    const all = await stood.lists.statistics.findCounted(office.id, behind.asked)
    keepBehind(deps, behind, all)
    return pageIn(stood, all)
  })
}
