import { type ActEvent, type MatterEvent, type Regulation, unreachable } from '../../core/index.js'

/** Ids of the files that events state, in whatever field or in those that are asked for. */
export function attachmentsIn(
  regulation: Regulation,
  events: readonly MatterEvent[],
  isAsked: (field: string, act: ActEvent) => boolean = () => true,
): readonly string[] {
  const fields = Object.keys(regulation.fields).filter((id) => regulation.fields[id]?.type === 'attachments')
  const ids = events.flatMap(actsOf).flatMap((act) =>
    fields.flatMap((id) => {
      if (!isAsked(id, act)) return []
      const stated = act.with[id]
      return Array.isArray(stated) ? stated : []
    }),
  )
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}

/** What was taken back stated files, too, and they are still there. */
function actsOf(event: MatterEvent): readonly ActEvent[] {
  switch (event.kind) {
    case 'act':
      return [event]
    case 'undo':
      return event.acts
    case 'rung':
      return []
    default:
      return unreachable(event)
  }
}

/** The database's word for: no such file, or it belongs to another matter. */
export const isUnknownAttachment = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23503'
