import type { Condition } from './condition.js'
import type { Act, Duty, Effect, Opening, Regulation, Rung, Stage } from './regulation.js'

/** A duty with what a fold asks of it most often worked out once. */
export type DutyProgram = {
  readonly rule: Duty
  readonly rungs: readonly Rung[]
  /** Duties that open when this one passes its due time, or reaches a rung. */
  readonly opensOnDue: readonly { readonly duty: DutyProgram; readonly when: Condition | null }[]
  readonly opensOnRung: ReadonlyMap<string, readonly { readonly duty: DutyProgram; readonly when: Condition | null }[]>
}

export type DutyEffect = 'met' | 'reopened' | 'cancelled' | 'paused' | 'resumed' | 'asked' | 'granted' | 'refused'

/** An act with the duties it touches. */
export type ActProgram = {
  readonly rule: Act
  readonly opens: readonly { readonly duty: DutyProgram; readonly when: Condition | null }[]
  readonly effects: ReadonlyMap<string, readonly { readonly effect: DutyEffect; readonly when: Condition | null }[]>
}

/** A regulation made ready to run. It holds the same rules, only sorted by what triggers them. */
export type Program = {
  readonly regulation: Regulation
  readonly acts: ReadonlyMap<string, ActProgram>
  readonly duties: ReadonlyMap<string, DutyProgram>
  readonly opensOnStage: ReadonlyMap<string, readonly { readonly duty: DutyProgram; readonly when: Condition | null }[]>
  readonly stages: ReadonlyMap<string, Stage>
  readonly assignmentStages: ReadonlyMap<string, Stage>
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Opened = { duty: DutyProgram; when: Condition | null }

/** Sorts a regulation's rules by their triggers. Pure; keep the result, it serves every matter under this version. */
export function compile(regulation: Regulation): Program {
  const duties = new Map<string, Mutable<DutyProgram>>()
  for (const rule of Object.values(regulation.duties)) {
    duties.set(rule.id, { rule, rungs: rule.ladder, opensOnDue: [], opensOnRung: new Map() })
  }
  const onAct = new Map<string, Opened[]>()
  const onStage = new Map<string, Opened[]>()
  for (const duty of duties.values()) {
    for (const opening of duty.rule.opens) file(opening, duty, duties, onAct, onStage)
  }
  const acts = new Map<string, ActProgram>()
  for (const rule of Object.values(regulation.acts)) {
    acts.set(rule.id, { rule, opens: onAct.get(rule.id) ?? [], effects: effectsOf(rule.id, regulation) })
  }
  return {
    regulation,
    acts,
    duties,
    opensOnStage: onStage,
    stages: new Map(Object.entries(regulation.stages)),
    assignmentStages: new Map(Object.entries(regulation.assignmentStages)),
  }
}

function file(
  opening: Opening,
  duty: DutyProgram,
  duties: ReadonlyMap<string, Mutable<DutyProgram>>,
  onAct: Map<string, Opened[]>,
  onStage: Map<string, Opened[]>,
): void {
  const opened: Opened = { duty, when: opening.when }
  switch (opening.on) {
    case 'act':
      onAct.set(opening.act, [...(onAct.get(opening.act) ?? []), opened])
      return
    case 'stage':
      onStage.set(opening.stage, [...(onStage.get(opening.stage) ?? []), opened])
      return
    case 'due': {
      const other = duties.get(opening.duty)
      if (other) other.opensOnDue = [...other.opensOnDue, opened]
      return
    }
    case 'rung': {
      const other = duties.get(opening.duty)
      if (!other) return
      const rungs = new Map(other.opensOnRung)
      other.opensOnRung = rungs.set(opening.rung, [...(rungs.get(opening.rung) ?? []), opened])
    }
  }
}

/** Which duties an act meets, reopens, cancels, pauses, resumes or extends. */
function effectsOf(act: string, regulation: Regulation): ActProgram['effects'] {
  const found = new Map<string, { effect: DutyEffect; when: Condition | null }[]>()
  for (const duty of Object.values(regulation.duties)) {
    const lists: readonly (readonly [DutyEffect, readonly Effect[]])[] = [
      ['met', duty.metBy],
      ['reopened', duty.reopenedBy],
      ['cancelled', duty.cancelledBy],
      ['paused', duty.pausedBy],
      ['resumed', duty.resumedBy],
      ['asked', duty.extend ? [{ act: duty.extend.asked, when: null }] : []],
      ['granted', duty.extend ? [{ act: duty.extend.granted, when: null }] : []],
      ['refused', duty.extend ? [{ act: duty.extend.refused, when: null }] : []],
    ]
    const effects = lists.flatMap(([effect, list]) =>
      list.filter((each) => each.act === act).map((each) => ({ effect, when: each.when })),
    )
    if (effects.length > 0) found.set(duty.id, effects)
  }
  return found
}
