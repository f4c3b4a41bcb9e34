import type { RungMoment } from '../../core/index.js'
import { sayPeriod } from './say-limit.js'
import type { Saying } from './saying.js'

/** When a rung is reached: "1 workday before it is due". */
export const sayMoment = (saying: Saying, { kind, period }: RungMoment): string =>
  saying.words.rule.rung.moment[kind](period.amount === 0 ? null : sayPeriod(saying, period))
