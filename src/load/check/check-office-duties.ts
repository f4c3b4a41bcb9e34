import { isIdle, outranks } from './check-duties.js'
import type { RuleCheck } from './rule-check.js'

/** Rungs of the office's own duties that are never reached, do nothing, or raise an alert nobody sees. */
const senselessRungs: RuleCheck = ({ regulation }) =>
  Object.values(regulation.officeDuties).flatMap(({ id, within, ladder }) =>
    ladder.flatMap((rung, index) => {
      const path = ['officeDuties', id, 'ladder', index]
      const worse = ladder.find((other) => outranks(other, rung, regulation))
      return [
        ...(within === null && rung.moment.kind !== 'after'
          ? [{ code: 'rung-never-reached', path, args: { rung: rung.id } }]
          : []),
        ...(isIdle(rung) ? [{ code: 'rung-idle', path, args: { rung: rung.id } }] : []),
        ...(worse === undefined ? [] : [{ code: 'alert-never-seen', path, args: { rung: rung.id, other: worse.id } }]),
      ]
    }),
  )

export const officeDutyChecks: readonly RuleCheck[] = [senselessRungs]
