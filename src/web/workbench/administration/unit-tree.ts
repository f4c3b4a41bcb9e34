import type { UnitView } from '../../../contract/index.js'

export type Branch = { readonly unit: UnitView; readonly depth: number }

/** Units in the order of the tree: each behind the one above it. Whose parent is not there stands at the top. */
export function treeOf(units: readonly UnitView[]): readonly Branch[] {
  const known = new Set(units.map(({ id }) => id))
  const below = (parent: string | null): readonly UnitView[] =>
    units.filter((unit) => (unit.parent !== null && known.has(unit.parent) ? unit.parent : null) === parent)
  const walk = (parent: string | null, depth: number): readonly Branch[] =>
    below(parent).flatMap((unit) => [{ unit, depth }, ...walk(unit.id, depth + 1)])
  return walk(null, 0)
}
