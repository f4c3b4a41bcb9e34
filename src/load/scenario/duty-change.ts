import type { DutyState, OfficeDuty, Receipt, Round } from '../../core/index.js'

/** What a step did to one duty: opened, moved or ended it, with how its time came to be. */
export type DutyChange = {
  readonly duty: DutyState
  readonly isNew: boolean
  readonly receipt: Receipt
  /** Of a matter that the calendar opened: which one. */
  readonly of: { readonly rule: OfficeDuty; readonly round: Round } | null
}
