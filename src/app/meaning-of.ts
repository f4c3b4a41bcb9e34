import type { Named } from '../contract/index.js'
import {
  countedMarks,
  type Field,
  type Given,
  type MatterState,
  type Payload,
  type Regulation,
  type Sight,
  shownLine,
} from '../core/index.js'
import type { MarkRow } from '../store/index.js'
import { optionNamed } from './matter/view-parts.js'
import type { Showing } from './showing.js'

/** By what a list narrows and counts are taken apart, where the regulation has such a field. */
export type Sorting = 'category' | 'channel'

/** The field that a regulation declares for a sorting; undefined where it declares none. */
export function sortingField({ meaning, fields }: Regulation, by: Sorting): Field | undefined {
  const id = meaning[by]
  return id === null ? undefined : fields[id]
}

export const sortingNamed = (showing: Showing, by: Sorting, option: string | null): Named | null =>
  option === null ? null : optionNamed(showing, showing.program.regulation.meaning[by] ?? '', option)

/** What was stated in a declared field; null where it is none, or nothing was. */
export function textIn(facts: Payload, field: string | null): string | null {
  const value = field === null ? undefined : facts[field]
  return typeof value === 'string' && value !== '' ? value : null
}

/** The same as it stands in a line of ours. */
export function lineIn(facts: Payload, field: string | null): string | null {
  const text = textIn(facts, field)
  return text === null ? null : shownLine(text)
}

/** Whether a viewer may read the title; who may not is shown the number. */
export const isTitleShown = ({ meaning }: Regulation, { fields }: Sight): boolean => fields[meaning.title]?.as === 'shown'

/** Marks as rows; what was received has its moment with the matter itself. */
export const markRows = (given: Given, state: MatterState): readonly MarkRow[] =>
  countedMarks(given, state)
    .filter(({ mark }) => mark !== 'received')
    .map(({ key, mark, at, assignment, rating, unit, times }) => ({ key, mark, at, assignment, rating, unit, times }))

/** When the matter was received, as the regulation says it; null while nothing says so. */
export const receivedAt = ({ marks }: MatterState): number | null => marks.find(({ mark }) => mark === 'received')?.at ?? null
