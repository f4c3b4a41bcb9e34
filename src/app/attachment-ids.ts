import type { MatterEvent, Regulation } from '../core/index.js'

/** Ids of the files that events state, in whatever field or in those that are asked for. */
export function attachmentsIn(
  regulation: Regulation,
  events: readonly MatterEvent[],
  isAsked: (field: string) => boolean = () => true,
): readonly string[] {
  const stated = events.flatMap((event) => (event.kind === 'act' ? Object.entries(event.with) : []))
  const ids = stated.flatMap(([id, value]) =>
    regulation.fields[id]?.type === 'attachments' && isAsked(id) && Array.isArray(value) ? value : [],
  )
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}

/** The database's word for: no such file, or it belongs to another matter. */
export const isUnknownAttachment = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23503'
