import type { ActEvent } from '../events/event.js'
import type { Instant } from '../time/instant.js'
import type { SignOffProgram } from './program.js'
import type { RunningAssignment } from './running-assignment.js'
import type { RunningDuty } from './running-duty.js'

/** How one level was settled: signed by an act, or by silence (`by` null). */
export type Signature = { readonly level: string; readonly by: ActEvent | null; readonly at: Instant; readonly isJump: boolean }

/** 签批 while it runs, inside one fold. */
export type RunningSignOff = {
  readonly program: SignOffProgram
  readonly share: RunningAssignment | null
  standing: 'unsent' | 'returned' | 'waiting' | 'signed'
  /** The duty of the level that has it; null while none has. */
  turn: RunningDuty | null
  signatures: readonly Signature[]
}

/** Where it stands in one word: the id of the level that has it, or one of the three other ways to stand. */
export const standingOf = ({ standing, turn }: RunningSignOff): string =>
  standing === 'waiting' ? (turn?.rule.id ?? standing) : standing
