import type { ActEvent } from './event.js'
import type { RunningAssignment } from './running-assignment.js'
import type { RunningItem } from './running-item.js'

/** Where within a matter something stands that runs by itself: a unit's share, or an item. Of the matter as a whole: null. */
export type Scope = RunningAssignment | RunningItem

/** The share it is, or stands in. */
export const shareOf = (scope: Scope | null): RunningAssignment | null => (scope?.is === 'item' ? scope.share : scope)

export const itemOf = (scope: Scope | null): RunningItem | null => (scope?.is === 'item' ? scope : null)

/** Whether what is done in the one bears on what stands in the other: they are the same, or one holds the other. */
export function bearsOn(scope: Scope | null, other: Scope | null): boolean {
  if (scope === null || other === null || scope === other) return true
  return scope.is === 'item' ? scope.share === other : other.is === 'item' && other.share === scope
}

/** Whether an act was one of this item, of this share or of an item in it; of the matter itself where there is none. */
export function isDoneWithin({ assignment, item }: ActEvent, scope: Scope | null): boolean {
  if (scope?.is === 'item') return item === scope.id
  return assignment === (scope?.id ?? null) && (scope !== null || item === undefined)
}

/** Whether an act was one of what holds this scope: of an item its share, of a share the one above it, and the matter itself. */
export const isDoneAround = ({ assignment, item }: ActEvent, scope: Scope): boolean =>
  item === undefined && (assignment === null || assignment === (scope.is === 'item' ? scope.share : scope.above)?.id)

/** Those whose share or item an act was of. */
export function scopeOfEvent(
  { assignments, items }: { readonly assignments: readonly RunningAssignment[]; readonly items: readonly RunningItem[] },
  { assignment, item }: ActEvent,
): Scope | null {
  if (item !== undefined) return items[item - 1] ?? null
  return assignment === null ? null : (assignments[assignment - 1] ?? null)
}
