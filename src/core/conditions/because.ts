import type { Within } from '../rules/item-kind.js'
import type { Period } from '../rules/limit.js'
import type { ChosenBy } from '../rules/regulation.js'
import type { Instant } from '../time/instant.js'
import type { Name } from '../values/name.js'
import type { Part } from '../values/value.js'
import type { Explanation } from './explain.js'

/**
 * 何故. What stands in the way of an act, as facts; the words are found elsewhere.
 * - `needs`: a condition that must hold, and does not;
 * - `bars`: a condition under which nobody may, and it holds;
 * - `forbids`: a prohibition, with the condition that makes it hold here (null: it always does);
 * - `lifts`: what would let the act be done although its time is over;
 * - `disputed`: the time is over by this text, and perhaps not by a higher one until then;
 * - `lacks`: something that must exist, and does not;
 * - `turn`: of a text that is signed level by level, where it stands: it is not this one's turn;
 * - `asks`: what makes these fields needed;
 * - `roles`: who may;
 * - `stage`: where the matter, or the share, stands, and where the act can be done;
 * - `times`: how often it was done, and may be done;
 * - `did`: this person did one of these acts, and may not do both;
 * - `declared`: an interest was declared by one of these acts;
 * - `unowed`: none of these duties is running, so nothing can be extended;
 * - `unasked`: nobody has asked to extend this duty;
 * - `pending`: a request to extend this duty is undecided;
 * - `extended`, `total`, `cap`: how often and how much this duty was extended, until when it could be at most, and how much of that is left.
 */
export type Because =
  | { readonly kind: 'needs' | 'bars' | 'lifts'; readonly explanation: Explanation }
  | { readonly kind: 'forbids'; readonly prohibition: string; readonly explanation: Explanation | null }
  | { readonly kind: 'disputed'; readonly says: Name; readonly until: Instant }
  | { readonly kind: 'lacks'; readonly requirement: string; readonly explanation: Explanation }
  | { readonly kind: 'turn'; readonly signOff: string; readonly now: string }
  | { readonly kind: 'asks'; readonly fields: readonly string[]; readonly explanation: Explanation }
  | { readonly kind: 'roles'; readonly roles: readonly string[] }
  /** The share is in another part than these, in which the act may be done. */
  | { readonly kind: 'inPart'; readonly parts: readonly Part[] }
  /** There is no item of that kind to do it on. */
  | { readonly kind: 'noItem'; readonly item: string }
  /** It is done only in matters that were chosen for it: drawn by lot, or named among all. */
  | { readonly kind: 'unchosen'; readonly by: ChosenBy }
  | { readonly kind: 'stage'; readonly of: Within; readonly now: string; readonly from: readonly string[] }
  | { readonly kind: 'times'; readonly act: string; readonly done: number; readonly most: number }
  | { readonly kind: 'did' | 'declared'; readonly acts: readonly string[] }
  | { readonly kind: 'unowed'; readonly duties: readonly string[] }
  | { readonly kind: 'pending' | 'unasked'; readonly duty: string }
  | { readonly kind: 'extended'; readonly duty: string; readonly done: number; readonly most: number }
  | { readonly kind: 'total'; readonly duty: string; readonly granted: Period; readonly most: Period }
  | { readonly kind: 'cap'; readonly duty: string; readonly until: Instant; readonly left: Period }
