import { type Actor, type AssignmentState, type DocumentRule, derive, type Given } from '../../core/index.js'

/** 谁的文书. Whose paper it is: the unit's that drafted it, and the share of it that it is of; null: the office's, of the matter. */
export type Whose = { readonly unit: string | null; readonly share: number | null }

/** What somebody drafts for a unit is the unit's, and of the share that it has, or had last. Null: no such paper is theirs to draft. */
export function drafterOf({ of }: DocumentRule, given: Given, { unit }: Actor): Whose | null {
  const share = unit === null ? null : (shareOfUnit(given, unit)?.id ?? null)
  return of === 'assignment' && share === null ? null : { unit, share }
}

const shareOfUnit = (given: Given, unit: string): AssignmentState | undefined =>
  derive(given).assignments.findLast((each) => each.unit === unit)

/** Whether one of the acts that such a paper follows has been done, and was not taken back: of a share's paper, in that share. */
export const isFollowed = ({ after }: DocumentRule, given: Given, { share }: Whose): boolean =>
  after.length === 0 || isDone(given, after, share)

/** An act of the matter is done for every share; one of a share in that share alone. */
export const isDone = (given: Given, acts: readonly string[], share: number | null): boolean =>
  derive(given).done.some(
    ({ act, assignment }) => acts.includes(act) && (share === null || assignment === null || assignment === share),
  )

const isTheirs = ({ unit }: Whose, actor: Actor): boolean => unit === actor.unit

/** Whoever drafts writes on what their own side has drafted. */
export const mayWriteOn = ({ by }: DocumentRule, whose: Whose, actor: Actor): boolean =>
  by.includes(actor.role) && isTheirs(whose, actor)

/** Issued is it on the side that drafted it, or by somebody above who signs without drafting. */
export const maySign = ({ by, signs }: DocumentRule, whose: Whose, actor: Actor): boolean =>
  signs.includes(actor.role) && (isTheirs(whose, actor) || (actor.unit === null && !by.includes(actor.role)))

/** What a unit drafts is read there, and by whoever issues it; issued, by all readers, but of a share's paper by no other unit. */
export function isReader(rule: DocumentRule, whose: Whose, actor: Actor, isIssued: boolean): boolean {
  if (!rule.seenBy.includes(actor.role)) return false
  if (whose.unit === null || isTheirs(whose, actor)) return true
  return isIssued ? actor.unit === null || rule.of === 'matter' : maySign(rule, whose, actor)
}
