import { isKeptFrom } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { coreEvents } from '../matter/matter-events.js'
import { gateFor } from '../matter/open-matter.js'
import { nowOf } from '../now-of.js'
import { programFor } from '../office.js'

/** What is news, and how far the matter had come when that was looked at: whoever wrote it themselves knows it already. */
export type News = { readonly revision: number | null }

/**
 * 有变化. Whether what was written to a matter since a revision is news to a viewer: they see the matter, and it was not all kept from
 * them; null where it is none. What was only worked out anew (another calendar) is news to whoever sees it, and bears no revision.
 */
export async function newsOf(
  deps: Deps,
  { office, actor }: Pick<Viewer, 'office' | 'actor'>,
  { matter, since }: { readonly matter: number; readonly since: number },
): Promise<News | null> {
  const loaded = await deps.store.loadMatter(office.id, matter, gateFor(office, actor))
  if (loaded === null) return null
  const events = coreEvents(loaded.events)
  const written = events.filter(({ seq }) => seq > since)
  if (written.length === 0) return { revision: null }
  // Not folded: most of it is told without.
  const given = { program: programFor(office, loaded.row), calendar: office.calendar, events, now: nowOf(deps, office) }
  return written.some((event) => !isKeptFrom(given, event, actor.role)) ? { revision: loaded.row.revision } : null
}
