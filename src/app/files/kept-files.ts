import { type ActEvent, type Actor, type Given, type Sight, sightWithin } from '../../core/index.js'
import { toldAs, toldEvents } from '../matter/told-events.js'
import { attachmentsIn } from './attachment-ids.js'

export type FilesRead = { readonly given: Given; readonly actor: Actor; readonly sight: Sight }

/**
 * The files that a viewer may know of: those that an act they are told of states in a field they may read. What no act states came with
 * the matter itself.
 */
export function filesOpenTo<File extends { readonly attachment: string }>(
  { given, actor, sight }: FilesRead,
  files: readonly File[],
): readonly File[] {
  if (files.length === 0) return files
  const { regulation } = given.program
  const told = toldEvents(given, toldAs(given, actor)).map(({ event }) => event)
  const isShown = (field: string, { assignment }: ActEvent) => sightWithin(sight, assignment).fields[field]?.as === 'shown'
  const open = new Set(attachmentsIn(regulation, told, isShown))
  const stated = new Set(attachmentsIn(regulation, given.events))
  return files.filter(({ attachment }) => open.has(attachment) || !stated.has(attachment))
}
