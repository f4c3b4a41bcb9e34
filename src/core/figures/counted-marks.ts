import type { MatterEvent } from '../events/event.js'
import { derive } from '../fold/derive.js'
import type { MatterState } from '../fold/state.js'
import type { Given } from '../fold/working.js'
import type { Mark } from '../rules/meaning.js'
import { isDutyKept, isKeptFrom } from '../sight/visibility.js'
import type { Instant } from '../time/instant.js'

/** A mark as figures count it, under a key of its own in the matter, so many times. */
export type CountedMark = Omit<Mark, 'seq'> & { readonly key: string; readonly seq: number | null; readonly times: number }

/**
 * Marks as they are counted: those that acts and stages made, and of rungs that name their holder in a bulletin. Figures are read by
 * all staff, so what is kept from any of them makes none; of requesters only the public reads some, of many.
 */
export function countedMarks(given: Given, state: MatterState = derive(given)): readonly CountedMark[] {
  const staff = Object.values(given.program.regulation.roles).flatMap(({ id, kind }) => (kind === 'requester' ? [] : [id]))
  const isKept = (event: MatterEvent): boolean => staff.some((role) => isKeptFrom(given, event, role))
  const kept = new Set(given.events.filter(isKept).map(({ seq }) => seq))
  const made = state.marks.flatMap((mark) => (kept.has(mark.seq) ? [] : [{ ...mark, key: `${mark.seq}:${mark.mark}`, times: 1 }]))
  return [...made, ...byRungs(given, state)]
}

/** 通报批评. Rungs that a matter's duties reached and by which their holders are named in a bulletin: each once. */
const byRungs = ({ program }: Given, { duties }: MatterState): readonly CountedMark[] =>
  duties
    .filter((duty) => duty.criticisms > 0 && !isDutyKept(program, duty.duty))
    .flatMap(({ key, duty, reached, unit, assignment, forgivenAt }) =>
      (program.duties.get(duty)?.rungs ?? []).flatMap(({ id, criticisms }) => {
        const at: Instant | undefined = reached.find(
          (each) => each.rung === id && !(forgivenAt !== null && each.at <= forgivenAt),
        )?.at
        if (at === undefined || criticisms === 0) return []
        return [
          { key: `${key}/${id}`, mark: 'criticised' as const, seq: null, at, assignment, rating: null, unit, times: criticisms },
        ]
      }),
    )
