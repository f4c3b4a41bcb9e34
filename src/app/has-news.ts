import { isKeptFrom } from '../core/index.js'
import type { Deps, Viewer } from './deps.js'
import { coreEvents } from './matter-events.js'
import { programFor } from './office.js'
import { gateFor } from './open-matter.js'

/**
 * 有变化. Whether what was written to a matter since a revision is news to a viewer: they see the matter, and it was not all kept from
 * them. What was only worked out anew (another calendar) is news to whoever sees it.
 */
export async function hasNews(
  { store }: Deps,
  { office, actor }: Pick<Viewer, 'office' | 'actor'>,
  { matter, since }: { readonly matter: number; readonly since: number },
): Promise<boolean> {
  const loaded = await store.loadMatter(office.id, matter, gateFor(office, actor))
  if (loaded === null) return false
  const program = programFor(office, loaded.row)
  const written = coreEvents(loaded.events).filter(({ seq }) => seq > since)
  return written.length === 0 || written.some((event) => !isKeptFrom({ program }, event, actor.role))
}
