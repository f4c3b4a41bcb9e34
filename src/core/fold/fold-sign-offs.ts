import type { ActEvent, Actor } from '../events/event.js'
import { openFor } from './fold-duties.js'
import type { ActProgram, DutyProgram, SignOffProgram } from './program.js'
import type { RunningAssignment } from './running-assignment.js'
import type { Cause, RunningDuty } from './running-duty.js'
import type { RunningSignOff } from './running-sign-off.js'
import { FactView, holdsFor, type Working } from './working.js'

/** The sign-off as it runs here: of the matter, or of the share; null before anything was sent up. */
export const signOffIn = (working: Working, { rule }: SignOffProgram, share: RunningAssignment | null): RunningSignOff | null =>
  working.signOffs?.find((each) => each.program.rule === rule && (rule.of === 'matter' || each.share === share)) ?? null

/** What an act does to the texts that are being signed: sends up, changes, sends back, signs. */
export function carrySignOffs(working: Working, event: ActEvent, act: ActProgram, share: RunningAssignment | null): void {
  for (const program of act.signOffs) {
    const { rule } = program
    if (rule.of === 'assignment' && share === null) continue
    const running = signOffIn(working, program, share)
    if (rule.sentBy.includes(event.act)) send(working, running ?? started(working, program, share), event)
    else if (running !== null) carry(working, running, event)
  }
}

/**
 * Which levels are asked for hangs on the matter until the last has signed: one that is asked for no more owes nothing and holds nobody up, one
 * that comes to be asked for has its turn before those after it, unless it was passed over.
 */
export function keepOrder(working: Working, event: ActEvent): void {
  for (const running of working.signOffs ?? []) {
    if (running.turn === null || nextLevel(working, running) === running.turn.rule) continue
    withdraw(running)
    turnToNext(working, running, event)
  }
}

function started(working: Working, program: SignOffProgram, share: RunningAssignment | null): RunningSignOff {
  const of = program.rule.of === 'matter' ? null : share
  const running: RunningSignOff = { program, share: of, standing: 'unsent', turn: null, signatures: [] }
  working.signOffs = [...(working.signOffs ?? []), running]
  return running
}

function send(working: Working, running: RunningSignOff, event: ActEvent): void {
  withdraw(running)
  running.signatures = []
  turnToNext(working, running, event)
}

/** The level that has it owes nothing more, as if it had never had it. */
function withdraw({ turn }: RunningSignOff): void {
  if (turn?.isActive === true) turn.cancel(true)
}

function carry(working: Working, running: RunningSignOff, event: ActEvent): void {
  const { rule } = running.program
  if (restates(rule.text, event)) {
    withdraw(running)
    Object.assign(running, { standing: 'unsent', turn: null, signatures: [] })
    return
  }
  if (running.turn === null) return
  const at = running.program.levels.indexOf(running.turn.rule)
  if (event.act === rule.sentBack?.act) sendBack(working, running, at, event)
  else if (event.act === rule.jumpedBy) jump(working, running, at, event)
  else if (running.turn.metBy === event.act && running.turn.metAt === event.at) sign(working, running, at, event)
}

/** Whether it states anew what is signed. */
export const restates = (text: readonly string[], event: Pick<ActEvent, 'with'>): boolean =>
  text.some((field) => event.with[field] !== undefined)

function sign(working: Working, running: RunningSignOff, at: number, event: ActEvent): void {
  const level = running.program.levels[at]?.id ?? ''
  running.signatures = [...running.signatures, { level, by: event, at: event.at, isJump: false }]
  turnToNext(working, running, event)
}

/** To the level that is named, if it comes before; else to whoever drafted it. */
function sendBack(working: Working, running: RunningSignOff, at: number, event: ActEvent): void {
  const { rule, levels } = running.program
  if (running.turn?.isActive === true) running.turn.meet(event)
  const to = levels.findIndex(({ id }) => id === event.with[rule.sentBack?.to ?? ''])
  const kept = to < 0 || to >= at ? [] : levels.slice(0, to).map(({ id }) => id)
  running.signatures = running.signatures.filter(({ level }) => kept.includes(level))
  if (to >= 0 && to < at) turnToNext(working, running, event)
  else Object.assign(running, { standing: 'returned', turn: null })
}

function jump(working: Working, running: RunningSignOff, at: number, event: ActEvent): void {
  const to = laterLevel(working, running, at, event.by)
  if (to < 0) return
  withdraw(running)
  const level = running.program.levels[to]?.id ?? ''
  running.signatures = [...running.signatures, { level, by: event, at: event.at, isJump: true }]
  turnToNext(working, running, event)
}

/** The last level after this one that is asked for and that the actor holds; -1: none. */
export const laterLevel = (working: Working, { program, share }: RunningSignOff, at: number, by: Actor): number =>
  program.levels.findLastIndex(
    (level, index) => index > at && isAskedFor(working, level, share) && holdsLevel(working, level, share, by),
  )

const isAskedFor = (working: Working, { appliesTo }: DutyProgram, share: RunningAssignment | null): boolean =>
  holdsFor(appliesTo, working, share, null)

/** Whether the level is the actor's: by role, and, where a field names who, as that person or unit or in their stead. */
export function holdsLevel(working: Working, { rule }: DutyProgram, share: RunningAssignment | null, by: Actor): boolean {
  if (rule.holder !== by.role) return false
  const named = rule.named === null ? null : new FactView(working, share, null).value(rule.named.field)
  return named === null || [by.unit, by.person, by.behalf].some((each) => each === named)
}

/** The first level that the matter is such as to ask for, that has not signed and was not passed over. */
function nextLevel(working: Working, { program: { levels }, signatures, share }: RunningSignOff): DutyProgram | undefined {
  const jumped = levels.findLastIndex(({ id }) => signatures.some((each) => each.isJump && each.level === id))
  return levels.find(
    (level, index) => index > jumped && isAskedFor(working, level, share) && !signatures.some((each) => each.level === level.id),
  )
}

/** After the last it is signed. */
function turnToNext(working: Working, running: RunningSignOff, cause: Cause): void {
  const level = nextLevel(working, running)
  running.turn = level === undefined ? null : openFor(working, level, running.share, cause)
  running.standing = running.turn === null ? 'signed' : 'waiting'
}

/** Silence at a level that lapses is a signature of nobody. */
export function lapseLevel(working: Working, duty: RunningDuty): void {
  const running = working.signOffs?.find(({ turn }) => turn === duty)
  if (running === undefined || duty.metAt === null) return
  const at = duty.metAt
  running.signatures = [...running.signatures, { level: duty.rule.id, by: null, at, isJump: false }]
  turnToNext(working, running, { at, seq: 0, with: null })
}
