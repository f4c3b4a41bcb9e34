import type { MatterPage } from '../../contract/index.js'
import type { Page } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { matterRowView } from '../view-lists.js'
import { wordsOf } from '../words/index.js'
import { countOf, findFigure } from './figures.js'
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
  const figure = findFigure(showing, id)
  if (figure === null) return failed(wordsOf(viewer.lang), 'not-found')
  const counted = countAsked(deps, viewer, found.period, asked.part)
  const [rows, counts] = await Promise.all([
    deps.store.statistics.listCounted(viewer.office.id, { ...counted, figure, page }),
    deps.store.statistics.countFigures(viewer.office.id, { ...counted, by: null }),
  ])
  return {
    ok: true,
    matters: {
      rows: rows.rows.map((row) => matterRowView(showing, row)),
      next: rows.next,
      total: countOf(counts[0], figure).numerator,
      isTotalCapped: false,
    },
  }
}
