import type { PointsTaken, PointTaken } from '../../contract/index.js'
import { type ClauseRef, instant, type Regulation } from '../../core/index.js'
import type { Page, TakenRow } from '../../store/index.js'
import { listsFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { showingRow, titleOf } from '../desk/view-lists.js'
import { clauseViews, dueMoment, named, unitNamed } from '../matter/view-parts.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOf } from '../showing.js'
import { countAsked, spanAsked } from '../statistics/statistics-asked.js'
import type { AssessmentAsked } from './assessment-asked.js'

/** 扣分明细. Every duty that cost points, with its matter and the clauses of the rungs that took them. */
export async function listPoints(
  deps: Deps,
  viewer: Viewer,
  { page, ...asked }: AssessmentAsked & { readonly page: Page },
): Promise<Outcome<{ points: PointsTaken }>> {
  const found = spanAsked(deps, viewer, asked)
  if (!found.ok) return found
  const part = {
    ...(asked.unit === undefined ? {} : { unit: asked.unit }),
    ...(asked.regulation === undefined ? {} : { regulation: asked.regulation }),
  }
  const { rows, next } = await listsFor(deps, viewer, ({ lists, now }) =>
    lists.statistics.listTaken(viewer.office.id, { ...countAsked(viewer, now, { span: found.span, part }), page }),
  )
  const showing = showingOf(viewer.office, viewer.lang)
  return { ok: true, points: { rows: rows.map((row) => pointView(showing, row)), next } }
}

function pointView(all: Showing, row: TakenRow): PointTaken {
  const showing = showingRow(all, row)
  const { regulation } = showing.program
  const { zone } = showing.office.calendar
  return {
    matter: String(row.matter),
    number: row.number,
    title: row.destroyedAt === null ? titleOf(showing, row) : showing.words.failures.destroyed,
    unit: unitNamed(showing, row.holderUnit),
    duty: named(showing, row.duty, regulation.duties[row.duty]?.name).name,
    due: row.dueOn === null ? null : dueMoment(instant(row.weighedAt), zone),
    workdaysLate: row.workdaysLate,
    points: -row.deducted,
    clauses: clauseViews(regulation, clausesThatTook(regulation, row)),
  }
}

/** Under `highest` the rung of that many points, else those that add up to them. */
function clausesThatTook({ duties, points }: Regulation, { duty, deducted }: TakenRow): readonly ClauseRef[] {
  const rungs = (duties[duty]?.ladder ?? []).filter(({ deducts }) => deducts > 0)
  if (points === 'highest') return rungs.filter(({ deducts }) => deducts === deducted).flatMap(({ clause }) => clause)
  let left = deducted
  return rungs.flatMap(({ deducts, clause }) => {
    left -= deducts
    return left >= 0 ? clause : []
  })
}
