import type { Viewer } from '../deps.js'

/** Whose role may replay stored matters: the office and leaders, who see what they count. */
export function mayReplay({ office, actor }: Viewer): boolean {
  const kind = office.roles.get(actor.role)?.kind
  return kind === 'office' || kind === 'leader'
}
