import { placeOf } from '../grammar/office-duty.js'
import { dutyChecks } from './check-duties.js'
import { reachable } from './reachable.js'
import type { RuleCheck } from './rule-check.js'

/** What makes no sense in any duty makes none in the office's own. */
const asAnyDuty: RuleCheck = (checked) =>
  Object.values(checked.regulation.officeDuties).flatMap(({ id, life }) => {
    const written = checked.written.officeDuties?.[id]
    const within = { ...checked, regulation: life, reachable: reachable(life) }
    return written === undefined
      ? []
      : dutyChecks.flatMap((check) => check(within)).map((found) => ({ ...found, path: placeOf(id, written, found.path) }))
  })

export const officeDutyChecks: readonly RuleCheck[] = [asAnyDuty]
