import type { Name } from '../values/name.js'
import type { MarkName } from './mark-name.js'

/** 期限怎样算. Of the due times that passed: any, all in time, one missed, missed and all done since, one not done to this day. */
export const dutyWays = ['due', 'onTime', 'missed', 'lateClosed', 'lateOpen'] as const
export type DutyWay = (typeof dutyWays)[number]

/** 分子或分母. What a declared figure counts: matters with one of these marks, rated so, or of which one of these duties (none named: any that is measured) fell due. */
export type CountedOf =
  | { readonly of: 'marks'; readonly marks: readonly MarkName[] }
  | { readonly of: 'rating'; readonly options: readonly string[] }
  | { readonly of: 'duties'; readonly duties: readonly string[]; readonly are: DutyWay }

/** Before the name of a declared figure, where one is asked for by name among all. */
export const ratePrefix = 'rate:'

/** 指标. A share that the regulation declares: what is counted, of what, and whether what was left out with a reason is told apart. */
export type Rate = {
  readonly id: string
  readonly name: Name
  readonly counts: CountedOf
  readonly of: CountedOf
  /** Of what the mark `excluded` was made the share is told without, beside the whole. */
  readonly excluding: boolean
  /** Anybody may read it on the public page. */
  readonly isPublic: boolean
  readonly clause: readonly string[]
}
