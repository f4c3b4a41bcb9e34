import { type Actor, type AssignmentState, type DocumentRule, derive, type Given } from '../../core/index.js'

/** 谁的文书. Whose paper it is: the unit's that drafted it, else (null) the office's; and the share that it is of, if it is of one. */
export type Whose = { readonly unit: string | null; readonly share: number | null }

/**
 * What somebody drafts for a unit is the unit's, and of the share that it has, or had last. Of a share's paper an office says of which
 * unit's share it is; where it could be of one alone, of that. Null: no such paper is theirs to draft.
 */
export function drafterOf(rule: DocumentRule, given: Given, { unit }: Actor, named = ''): Whose | null {
  if (unit === null && rule.of === 'assignment') {
    const could = sharesFor(rule, given)
    const share = named === '' && could.length === 1 ? could[0] : could.find((each) => each.unit === named)
    return share === undefined ? null : { unit, share: share.id }
  }
  const share = unit === null ? null : (shareOfUnit(given, unit)?.id ?? null)
  return rule.of === 'assignment' && share === null ? null : { unit, share }
}

/** Of which shares an office may make such a paper: of each unit its own, or its last, in which one of the acts that it follows was done. */
export function sharesFor(rule: DocumentRule, given: Given): readonly AssignmentState[] {
  const { assignments } = derive(given)
  return assignments.filter(
    ({ id, unit, part }) =>
      part !== 'copy' && shareOfUnit(given, unit)?.id === id && isFollowed(rule, given, { unit: null, share: id }),
  )
}

/** Of which unit's share it is; null: it is of none. */
export const unitOf = (given: Given, { share }: Pick<Whose, 'share'>): string | null =>
  share === null ? null : (derive(given).assignments.find(({ id }) => id === share)?.unit ?? null)

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

/** What is drafted is read there, and by whoever issues it; issued, by all readers, but of a share's paper by no other unit. `of`: whose share. */
export function isReader(
  rule: DocumentRule,
  whose: Whose,
  actor: Actor,
  { isIssued, of }: { readonly isIssued: boolean; readonly of: string | null },
): boolean {
  if (!rule.seenBy.includes(actor.role)) return false
  if (isTheirs(whose, actor) && (isIssued || actor.unit !== null)) return true
  if (!isIssued) return mayWriteOn(rule, whose, actor) || maySign(rule, whose, actor)
  return actor.unit === null || rule.of === 'matter' || of === actor.unit
}
