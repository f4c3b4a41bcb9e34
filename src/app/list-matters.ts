import type { MatterPage } from '../contract/index.js'
import type { MatterFilter, MatterSort, Page } from '../store/index.js'
import type { Deps, Viewer } from './deps.js'
import { gateOf } from './gate.js'
import { showingOf } from './showing.js'
import { matterRowView } from './view-lists.js'

export type MatterListAsked = { readonly filter: MatterFilter; readonly sort: MatterSort; readonly page: Page }

/** A list, or a search, through the gate; the total counts through the same gate. */
export async function listMatters(
  deps: Deps,
  { office, actor, lang }: Viewer,
  { filter, sort, page }: MatterListAsked,
): Promise<MatterPage> {
  const gate = gateOf(office.program.regulation, actor)
  const found = await deps.store.countedMatters(office.id, { filter, gate, sort, page })
  const showing = showingOf(office, lang)
  return {
    rows: found.rows.map((row) => matterRowView(showing, row)),
    next: found.next,
    total: found.total.count,
    isTotalCapped: found.total.isCapped,
  }
}
