import type { DutyState, MatterEvent, OfficeDuty, Round } from '../../core/index.js'

/** A matter that the calendar has opened in an example, and how the office's duty in it stands. */
export type RoundMatter = {
  readonly rule: OfficeDuty
  readonly round: Round
  readonly events: readonly MatterEvent[]
  readonly duty: DutyState
}
