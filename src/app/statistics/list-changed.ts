import type { ChangedMatters } from '../../contract/index.js'
import type { MatterRow } from '../../store/index.js'
import { type ListsThen, listsFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { matterRowView } from '../desk/view-lists.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { closedAt, isLongPast } from './count-span.js'
import { type Behind, findFigure } from './figures.js'
import type { DaySpan } from './spans.js'
import { countAsked, type StatisticsAsked, spanAsked } from './statistics-asked.js'

/** So many matters behind one figure are compared. */
const mostCompared = 5000

/** 后来的变化。 What makes a figure of a closed span another one now: matters that belong to it since, and those that no longer do. */
export async function listChanged(
  deps: Deps,
  viewer: Viewer,
  { figure: id, ...asked }: StatisticsAsked & { readonly figure: string },
): Promise<Outcome<{ changed: ChangedMatters }>> {
  const found = spanAsked(deps, viewer, asked)
  if (!found.ok) return found
  const showing = showingOf(viewer.office, viewer.lang)
  const figure = findFigure(showing, viewer.actor.role, id)
  const end = closedAt(deps, viewer, found.span)
  if (figure === null || end === null) return failed(wordsOf(viewer.lang), 'not-found')
  if (await isLongPast(deps, viewer, end)) return { ok: true, changed: { joined: [], left: [], isCapped: true } }
  const behind = (then: Viewer) =>
    listsFor(deps, then, (stands) => everyMatter(viewer, stands, { ...asked, figure, span: found.span }))
  const [kept, now] = await Promise.all([behind({ ...viewer, asOf: end }), behind(viewer)])
  const only = (rows: Found, others: Found) => [...rows].flatMap(([matter, row]) => (others.has(matter) ? [] : [row]))
  const viewed = (rows: readonly MatterRow[]) => rows.map((row) => matterRowView(showing, row))
  const isCapped = kept.size >= mostCompared || now.size >= mostCompared
  return { ok: true, changed: { joined: viewed(only(now, kept)), left: viewed(only(kept, now)), isCapped } }
}

type Found = ReadonlyMap<number, MatterRow>
type Asked = Pick<StatisticsAsked, 'part'> & { readonly figure: Behind; readonly span: DaySpan }

async function everyMatter(viewer: Viewer, { lists, now }: ListsThen, { figure, span, part }: Asked): Promise<Found> {
  const counted = countAsked(viewer, now, { span, part })
  const behind = new Map<number, MatterRow>()
  let after: string | null = null
  do {
    const page: { limit: number; after?: string } = { limit: 200, ...(after === null ? {} : { after }) }
    const found = await lists.statistics.listCounted(viewer.office.id, { ...counted, figure: figure.asked, page })
    for (const row of found.rows) behind.set(row.matter, row)
    after = found.next
  } while (after !== null && behind.size < mostCompared)
  return behind
}
