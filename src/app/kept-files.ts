import { type Actor, type Given, isKeptFrom } from '../core/index.js'
import { attachmentsIn } from './attachment-ids.js'

/** The files that a viewer may know of: one that only acts kept from their role stated is kept from it too. */
export function filesOpenTo<File extends { readonly attachment: string }>(
  given: Given,
  { role }: Actor,
  files: readonly File[],
): readonly File[] {
  const { regulation } = given.program
  const kept = given.events.filter((event) => isKeptFrom(given, event, role))
  if (kept.length === 0) return files
  const hidden = new Set(attachmentsIn(regulation, kept))
  for (const id of attachmentsIn(
    regulation,
    given.events.filter((event) => !kept.includes(event)),
  ))
    hidden.delete(id)
  return files.filter(({ attachment }) => !hidden.has(attachment))
}
