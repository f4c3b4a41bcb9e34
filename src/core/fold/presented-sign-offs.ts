import type { DutyProgram } from './program.js'
import { type RunningSignOff, standingOf } from './running-sign-off.js'
import type { LevelState, SignOffState } from './state.js'
import { holdsFor, type Working } from './working.js'

/** Those that were sent up at least once. */
export const presentSignOffs = (working: Working): readonly SignOffState[] =>
  (working.signOffs ?? []).map((running) => ({
    signOff: running.program.rule.id,
    assignment: running.share?.id ?? null,
    standing: standingOf(running),
    levels: running.program.levels.map((level, index) => levelState(working, running, level, index)),
  }))

function levelState(working: Working, running: RunningSignOff, level: DutyProgram, index: number): LevelState {
  const { program, turn, signatures, share } = running
  const signed = signatures.find((each) => each.level === level.id)
  if (signed !== undefined) return { ...signed, standing: 'signed' }
  if (turn?.rule === level) return { level: level.id, standing: 'waiting' }
  if (!holdsFor(level.appliesTo, working, share, null)) return { level: level.id, standing: 'unasked' }
  const last = program.levels.findLastIndex(({ id }) => signatures.some((each) => each.level === id))
  return { level: level.id, standing: index < last ? 'passed' : 'ahead' }
}
