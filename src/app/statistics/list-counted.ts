import type { MatterPage } from '../../contract/index.js'
import type { Instant } from '../../core/index.js'
import { type MatterRow, type Page, pageAmong } from '../../store/index.js'
import { asItStood, listsFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { matterRowView } from '../view-lists.js'
import { wordsOf } from '../words/index.js'
import { mattersBehind } from './behind-figures.js'
import { closedAt } from './count-period.js'
import { countOf, type Figure, findFigure } from './figures.js'
import type { DayPeriod } from './periods.js'
import { countAsked, periodAsked, type StatisticsAsked } from './statistics-asked.js'

/** The matters behind a figure: exactly as many as it says. */
export async function listCounted(
  deps: Deps,
  viewer: Viewer,
  { figure: id, page, ...asked }: StatisticsAsked & { readonly figure: string; readonly page: Page },
): Promise<Outcome<{ matters: MatterPage }>> {
  const found = periodAsked(deps, viewer, asked)
  if (!found.ok) return found
  const showing = showingOf(viewer.office, viewer.lang)
  const figure = findFigure(showing, viewer.actor.role, id)
  if (figure === null) return failed(wordsOf(viewer.lang), 'not-found')
  const wanted = { figure, page, period: found.period, part: asked.part }
  // The list of a closed period is as old as its figure.
  const asOf = closedAt(deps, viewer, found.period) ?? viewer.asOf ?? null
  const { rows, next, total } =
    asOf === null ? await asItStands(deps, viewer, wanted) : await asItWas(deps, { ...viewer, asOf }, wanted)
  return { ok: true, matters: { rows: rows.map((row) => matterRowView(showing, row)), next, total, isTotalCapped: false } }
}

type Wanted = Pick<StatisticsAsked, 'part'> & { readonly figure: Figure; readonly page: Page; readonly period: DayPeriod }
type Listed = { readonly rows: readonly MatterRow[]; readonly next: string | null; readonly total: number }

async function asItStands(deps: Deps, viewer: Viewer, { figure, page, period, part }: Wanted): Promise<Listed> {
  const [rows, counts] = await listsFor(deps, viewer, ({ lists, now }) => {
    const counted = countAsked(viewer, now, { period, part })
    return Promise.all([
      lists.statistics.listCounted(viewer.office.id, { ...counted, figure, page }),
      lists.statistics.countFigures(viewer.office.id, { ...counted, by: null }),
    ])
  })
  return { ...rows, total: countOf(counts[0], figure).numerator }
}

/** Of a past moment all matters behind the figure are found once, and the past is worked out for those of a page alone. */
async function asItWas(
  deps: Deps,
  viewer: Viewer & { readonly asOf: Instant },
  { figure, page, period, part }: Wanted,
): Promise<Listed> {
  const { office, actor, asOf } = viewer
  const asked = { ...countAsked(viewer, asOf, { period, part }), figure }
  const all = await mattersBehind(deps, { government: office.id, asked }, () =>
    listsFor(deps, viewer, ({ lists }) => lists.statistics.findCounted(office.id, asked)),
  )
  const { rows: only, next } = pageAmong(all, page)
  const gate = gateOf(office, actor)
  const rows = await asItStood(deps, { office, asOf, gate, only }, ({ lists }) =>
    lists.statistics.listThese(office.id, { gate, matters: only }),
  )
  return { rows, next, total: all.length }
}
