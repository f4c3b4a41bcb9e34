import { type Day, dayText, type Instant } from '../../core/index.js'
import { type PatternMonth, patternIds } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { reachOf } from '../statistics/count-span.js'
import { lastOfMonth } from '../statistics/spans.js'
import { countAsked } from '../statistics/statistics-asked.js'
import { isTold } from './measures.js'

/** A month, by its first day, and the moment at which it is looked at. */
export type MonthAsked = { readonly first: Day; readonly now: Instant }
export type CountedMonth = Pick<PatternMonth, 'countedAt' | 'counts'>

export const monthName = (first: Day): string => dayText(first).slice(0, 7)
const spanOf = (first: Day) => ({ from: first, to: lastOfMonth(first) })

/** Everything that is measured, counted through the viewer's gate: what reaches its measure is told. */
export async function countMonth(deps: Deps, viewer: Viewer, { first, now }: MonthAsked): Promise<CountedMonth> {
  const meanings = viewer.office.programs.map(({ regulation }) => regulation.meaning)
  const what = {
    ...countAsked(viewer, now, { span: spanOf(first), part: {} }),
    satisfied: meanings.flatMap(({ rating }) => rating?.satisfied ?? []),
    dissatisfied: meanings.flatMap(({ rating }) => rating?.dissatisfied ?? []),
    answers: [...new Set(meanings.flatMap(({ answer }) => answer))],
  }
  const counts: CountedMonth['counts'][number][] = []
  for (const pattern of patternIds) {
    const found = await deps.store.patterns.countPattern(viewer.office.id, { ...what, pattern })
    counts.push(...found.filter((count) => isTold(pattern, count)).map((count) => ({ ...count, pattern })))
  }
  return { countedAt: now, counts }
}

/** For all who count of the same as the viewer. */
export const monthReach = (deps: Deps, viewer: Viewer, { first, now }: MonthAsked): Promise<string> =>
  reachOf(deps, viewer, { span: spanOf(first), now })
