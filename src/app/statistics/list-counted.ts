import type { MatterPage } from '../../contract/index.js'
import type { Page } from '../../store/index.js'
import { listsFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { matterRowView } from '../view-lists.js'
import { wordsOf } from '../words/index.js'
import { closedAt } from './count-period.js'
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
  const figure = findFigure(showing, viewer.actor.role, id)
  if (figure === null) return failed(wordsOf(viewer.lang), 'not-found')
  // The list of a closed period is as old as its figure.
  const end = closedAt(deps, viewer, found.period)
  const then = end === null ? viewer : { ...viewer, asOf: end }
  const [rows, counts] = await listsFor(deps, then, ({ lists, now }) => {
    const counted = countAsked(viewer, now, { period: found.period, part: asked.part })
    return Promise.all([
      lists.statistics.listCounted(viewer.office.id, { ...counted, figure, page }),
      lists.statistics.countFigures(viewer.office.id, { ...counted, by: null }),
    ])
  })
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
