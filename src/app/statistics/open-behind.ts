import { countedMarks, type Instant } from '../../core/index.js'
import { listsFor, type OpenedFor, openedFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { closedAt, isLongPast } from './count-span.js'
import { findFigure } from './figures.js'
import { countAsked, type StatisticsAsked, spanAsked } from './statistics-asked.js'

/** Of so many matters at most the events are gone through for whoever waits. */
export const mostOpened = 1000
/** So many are opened side by side. */
const together = 8

/** The marks of one kind that a matter got in the time span, with the matter as it is known then. */
export type MarkedMatter = {
  readonly opened: OpenedFor
  readonly viewer: Viewer
  readonly marks: ReturnType<typeof countedMarks>
}

/** How many matters stand behind the figure, and each that can still be opened; null: there are more than `mostOpened`. */
export type OpenedBehind = { readonly count: number; readonly matters: readonly MarkedMatter[] | null }

type Asked = StatisticsAsked & { readonly figure: 'returned' | 'concluded' }

/** Opens the matters behind a figure that a mark makes, through the gate, as old as the figure. */
export async function openBehind(
  deps: Deps,
  viewer: Viewer,
  { figure: id, ...asked }: Asked,
): Promise<Outcome<{ behind: OpenedBehind }>> {
  const found = spanAsked(deps, viewer, asked)
  if (!found.ok) return found
  const figure = findFigure(showingOf(viewer.office, viewer.lang), viewer.actor.role, id)
  if (figure === null) return failed(wordsOf(viewer.lang), 'not-found')
  const end = closedAt(deps, viewer, found.span)
  const then: Viewer = end === null || (await isLongPast(deps, viewer, end)) ? viewer : { ...viewer, asOf: end }
  const { counted, all } = await listsFor(deps, then, async ({ lists, now }) => {
    const what = countAsked(then, now, { span: found.span, part: asked.part })
    return { counted: what, all: await lists.statistics.findCounted(viewer.office.id, { ...what, figure: figure.asked }) }
  })
  if (all.length > mostOpened) return { ok: true, behind: { count: all.length, matters: null } }
  const matters: MarkedMatter[] = []
  const isMeant = ({ mark, at }: { readonly mark: string; readonly at: Instant }) =>
    mark === id && at >= counted.from && at < counted.before
  for (let at = 0; at < all.length; at += together) {
    const some = await Promise.all(all.slice(at, at + together).map((matter) => openedFor(deps, then, matter)))
    for (const opened of some) {
      const marks = opened === null ? [] : countedMarks(opened.given).filter(isMeant)
      if (opened !== null && marks.length > 0) matters.push({ opened, viewer: then, marks })
    }
  }
  return { ok: true, behind: { count: all.length, matters } }
}
