import type { SoughtPage } from '../../contract/index.js'
import type { MatterFilter, MatterSort, Page } from '../../store/index.js'
import { listsFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { tombstoneFor } from '../retention/index.js'
import { showingOf } from '../showing.js'
import { matterRowView } from './view-lists.js'

export type MatterListAsked = { readonly filter: MatterFilter; readonly sort: MatterSort; readonly page: Page }

/** A list, or a search, through the gate; the total counts through the same gate. */
export function listMatters(deps: Deps, viewer: Viewer, { filter, sort, page }: MatterListAsked): Promise<SoughtPage> {
  const gate = gateOf(viewer.office, viewer.actor)
  return listsFor(deps, viewer, async ({ lists, office }) => {
    const found = await lists.countedMatters(office.id, { filter, gate, sort, page })
    const showing = showingOf(office, viewer.lang)
    return {
      rows: found.rows.map((row) => matterRowView(showing, row)),
      next: found.next,
      total: found.total.count,
      isTotalCapped: found.total.isCapped,
      tombstone: found.total.count === 0 ? await tombstoneFor(deps, viewer, filter.text ?? '') : null,
    }
  })
}
