import { conditionsIn } from '../grammar/regulation.js'
import { neverHold } from './never-holds.js'
import type { RuleCheck } from './rule-check.js'

/** A condition that no matter can ever meet: what hangs on it never happens. */
const neverHolds: RuleCheck = ({ regulation }) =>
  conditionsIn(regulation)
    .filter(({ condition, given }) => neverHold([condition, ...given], regulation))
    .map(({ path }) => ({ code: 'condition-never-holds', path }))

export const conditionChecks: readonly RuleCheck[] = [neverHolds]
