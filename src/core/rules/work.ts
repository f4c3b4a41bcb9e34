import { unreachable } from '../values/unreachable.js'
import type { Act, Duty, Opening, Regulation } from './regulation.js'

/** 事类. Into what kinds of work a desk is sorted, in the order in which it is done: what nobody has looked at yet comes first, what can wait last. */
export const works = ['receive', 'decide', 'review', 'handle', 'supervise', 'close'] as const
export type Work = (typeof works)[number]

/**
 * What kind of work a duty is, by its structure alone: who owes it, what opens it, what meets it, and what the regulation's own names mean.
 * - `receive`: opened by the act that opens the matter, or met by accepting, declining or naming the units
 * - `decide`: owed by a leader
 * - `supervise`: owed by an office because something else is late, or met only by the acts that are
 * - `close`: opened when the matter has been answered, published or concluded
 * - `review`: owed by an office, opened by what a unit or the requester did, or a level of a sign-off
 * - `handle`: all else
 */
export function workOf(regulation: Regulation, duty: Duty): Work {
  const kind = regulation.roles[duty.holder]?.kind
  if (kind === 'leader') return 'decide'
  if (isClosing(regulation, duty)) return 'close'
  if (kind === 'unit') return 'handle'
  if (duty.opens.some(({ on }) => on === 'turn')) return 'review'
  const meeting = duty.metBy.flatMap(({ act }) => regulation.acts[act] ?? [])
  const opening = openingActs(regulation, duty)
  if (opening.some(({ starts }) => starts) || meeting.some((act) => isReceiving(regulation, act))) return 'receive'
  if (isOpenedLate(duty) || (meeting.length > 0 && meeting.every((act) => isSupervising(regulation, act)))) return 'supervise'
  return opening.some((act) => isOfOthers(regulation, act)) ? 'review' : 'handle'
}

const openingActs = ({ acts }: Regulation, { opens }: Duty): readonly Act[] =>
  opens.flatMap((opening) => (opening.on === 'act' ? (acts[opening.act] ?? []) : []))

const isOpenedLate = ({ opens }: Duty): boolean => opens.some(({ on }) => on === 'due' || on === 'rung')

/** It issues a paper to units, or is what some office owes of a late duty. */
const isSupervising = ({ duties, roles }: Regulation, act: Act): boolean =>
  act.slip !== null ||
  Object.values(duties).some(
    (duty) => roles[duty.holder]?.kind !== 'unit' && isOpenedLate(duty) && duty.metBy.some((each) => each.act === act.id),
  )

const isMarked = ({ meaning: { marks } }: Regulation, names: readonly (keyof typeof marks)[], act: Act): boolean =>
  names.some((name) => marks[name].some((rule) => rule.on === 'act' && rule.act === act.id))

const isReceiving = (regulation: Regulation, act: Act): boolean =>
  act.assigns !== null || isMarked(regulation, ['accepted', 'declined'], act)

/** A unit's or the requester's act: somebody else's work, to be looked at. */
const isOfOthers = ({ roles }: Regulation, { by, starts }: Act): boolean =>
  !starts && by.some((role) => roles[role]?.kind === 'unit' || roles[role]?.kind === 'requester')

/** Every way in is the end of the matter: its concluded stage, a stage that an answer leads to, or the office's own act that gives it. */
const isClosing = (regulation: Regulation, { opens }: Duty): boolean =>
  opens.length > 0 && opens.every((opening) => isEnding(regulation, opening))

function isEnding(regulation: Regulation, opening: Opening): boolean {
  const giving = Object.values(regulation.acts).filter((act) => isGiving(regulation, act))
  switch (opening.on) {
    case 'stage':
      return isConcluded(regulation, opening.stage) || giving.some((act) => leadsTo(act, (stage) => stage === opening.stage))
    case 'act': {
      const act = regulation.acts[opening.act]
      return act !== undefined && (giving.includes(act) || leadsTo(act, (stage) => isConcluded(regulation, stage)))
    }
    case 'due':
    case 'rung':
    case 'turn':
      return false
    default:
      return unreachable(opening)
  }
}

/** The matter's own act that gives the requester, or the public, what became of it. */
const isGiving = (regulation: Regulation, act: Act): boolean =>
  act.of === 'matter' && isMarked(regulation, ['answered', 'published', 'withheld', 'concluded'], act)

const leadsTo = ({ of, starts, to }: Act, isMeant: (stage: string) => boolean): boolean =>
  of === 'matter' && !starts && to.some((passage) => isMeant(passage.to))

const isConcluded = ({ stages, meaning }: Regulation, stage: string): boolean =>
  stages[stage]?.isEnd === true || meaning.marks.concluded.some((rule) => rule.on === 'stage' && rule.stage === stage)
