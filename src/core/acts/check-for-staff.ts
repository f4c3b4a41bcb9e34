import type { FieldProblem } from '../conditions/refusal.js'
import type { ActRequest } from '../events/act-request.js'
import type { Regulation } from '../rules/regulation.js'
import { isFilled, type Payload, recordsIn } from '../values/value.js'

/**
 * 工作人员填的项. What is asked of staff alone, stated by a requester, also within items: their form leaves it out, and whoever asks without
 * a form is refused. What was written elsewhere is brought in by staff, in whoever's name it stands.
 */
export function checkForStaff(
  { fields, roles }: Regulation,
  { by, with: stated, isTranscribed }: ActRequest,
): readonly FieldProblem[] {
  if (roles[by.role]?.kind !== 'requester' || isTranscribed === true) return []
  const wrongIn = (payload: Payload): readonly FieldProblem[] =>
    Object.entries(payload).flatMap(([id, value]): readonly FieldProblem[] => {
      const field = fields[id]
      if (field === undefined || !isFilled(value)) return []
      if (field.isForStaff) return [{ field: id, code: 'for-staff', limit: null }]
      if (field.type !== 'items') return []
      return recordsIn(value).flatMap((item, row) => wrongIn(item).map((wrong) => ({ ...wrong, within: { field: id, row } })))
    })
  return wrongIn(stated)
}
