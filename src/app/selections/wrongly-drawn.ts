import type { Deps } from '../deps.js'
import type { Office } from '../office.js'
import { drawn } from './lot.js'

/** 再抽一次. Selections by lot that their seed and their numbers do not give. */
export async function wronglyDrawn(deps: Deps, { id }: Office): Promise<readonly number[]> {
  const rows = await deps.store.selections.all(id)
  return rows.flatMap(({ selection, byLot, seed, among, chosen }) =>
    !byLot || drawn(seed, among, chosen.length).join() === chosen.join() ? [] : [selection],
  )
}
