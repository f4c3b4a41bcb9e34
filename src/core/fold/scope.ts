import type { ActEvent } from '../events/event.js'
import type { RunningAssignment } from './running-assignment.js'
import type { RunningItem } from './running-item.js'

/** Where within a matter something stands that runs by itself: a unit's share, or an item. Of the matter as a whole: null. */
export type Scope = RunningAssignment | RunningItem

/** The share it is, or stands in. */
export const shareOf = (scope: Scope | null): RunningAssignment | null => (scope?.is === 'item' ? scope.share : scope)

export const itemOf = (scope: Scope | null): RunningItem | null => (scope?.is === 'item' ? scope : null)

/** Whether what is done in the one bears on what stands in the other: they are the same, or one holds the other. */
export function bearsOn(scope: Scope | null, other: Scope | null): boolean {
  return scope === null || other === null || isWithin(scope, other) || isWithin(other, scope)
}

/** Whether the one is the other, or stands in it: an item below another, or in a share. */
function isWithin(inner: Scope, outer: Scope): boolean {
  if (inner === outer) return true
  if (inner.is !== 'item') return false
  return outer.is === 'item' ? inner.above !== null && isWithin(inner.above, outer) : inner.share === outer
}

/** Whether an act was one of this item, of this share or of an item in it; of the matter itself where there is none. */
export function isDoneWithin({ assignment, item }: ActEvent, scope: Scope | null): boolean {
  if (scope?.is === 'item') return item === scope.id
  return assignment === (scope?.id ?? null) && (scope !== null || item === undefined)
}

/** Whether an act was one of what holds this scope: of an item the one above it and its share, of a share the one above it, and the matter itself. */
export const isDoneAround = ({ assignment, item }: ActEvent, scope: Scope): boolean =>
  item === undefined
    ? assignment === null || assignment === (scope.is === 'item' ? scope.share : scope.above)?.id
    : scope.is === 'item' && scope.above?.id === item

/** What an item stands in, from within: itself, those above it, its share; of a share itself. */
export function around(scope: Scope | null): readonly Scope[] {
  if (scope === null) return []
  if (scope.is !== 'item') return [scope]
  return [scope, ...(scope.above === null ? (scope.share === null ? [] : [scope.share]) : around(scope.above))]
}

/** Those whose share or item an act was of. */
export function scopeOfEvent(
  { assignments, items }: { readonly assignments: readonly RunningAssignment[]; readonly items: readonly RunningItem[] },
  { assignment, item }: ActEvent,
): Scope | null {
  if (item !== undefined) return items[item - 1] ?? null
  return assignment === null ? null : (assignments[assignment - 1] ?? null)
}
