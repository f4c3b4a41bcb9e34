import type { Named } from '../contract/index.js'
import {
  type Field,
  type Given,
  isDutyKept,
  isKept,
  type MatterState,
  type Payload,
  type Regulation,
  type Sight,
  shownLine,
} from '../core/index.js'
import type { MarkRow } from '../store/index.js'
import type { Showing } from './showing.js'
import { optionNamed } from './view-parts.js'

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

/** 通报批评. Rungs that a matter's duties reached and by which their holders are named in a bulletin, as rows: each once. */
const criticismRows = ({ program }: Given, { duties }: MatterState): readonly MarkRow[] =>
  duties
    .filter((duty) => duty.criticisms > 0 && !isDutyKept(program, duty.duty))
    .flatMap(({ key, duty, reached, unit, assignment }) =>
      (program.duties.get(duty)?.rungs ?? []).flatMap(({ id, criticisms }) => {
        const at = reached.find(({ rung }) => rung === id)?.at
        if (at === undefined || criticisms === 0) return []
        return [{ key: `${key}/${id}`, mark: 'criticised', at, assignment, rating: null, unit, times: criticisms }]
      }),
    )

/** Marks as rows. What was received has its moment with the matter itself; figures are read by everybody, so what is kept from anybody makes none. */
export function markRows(given: Given, state: MatterState): readonly MarkRow[] {
  const kept = new Set(given.events.filter((event) => isKept(given, event)).map(({ seq }) => seq))
  const made = state.marks.flatMap(({ seq, ...rest }) =>
    rest.mark === 'received' || kept.has(seq) ? [] : [{ key: `${seq}:${rest.mark}`, ...rest, times: 1 }],
  )
  return [...made, ...criticismRows(given, state)]
}

/** When the matter was received, as the regulation says it; null while nothing says so. */
export const receivedAt = ({ marks }: MatterState): number | null => marks.find(({ mark }) => mark === 'received')?.at ?? null
