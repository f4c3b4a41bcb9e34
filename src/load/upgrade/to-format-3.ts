import { allParts } from '../../core/index.js'
import type { Changes } from './changes.js'
import { plainValue } from './remembered.js'
import { entryIn, mappingsIn, renamed } from './splice.js'

/** What a unit is in a matter is its `part` in every place; among the units that are named it was written `role`. */
export function partsOfShares(root: unknown): Changes {
  const splices = mappingsIn(root).flatMap(({ node }) => {
    const role = entryIn(node, 'role')
    const isPart = allParts.some((part) => part === plainValue(role?.value))
    return role !== undefined && isPart && entryIn(node, 'unit') !== undefined ? [renamed(role, 'part')] : []
  })
  return { splices, undecided: [] }
}
