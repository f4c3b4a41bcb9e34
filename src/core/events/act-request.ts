import type { Payload } from '../values/value.js'
import type { Actor } from './event.js'

/** What is known of a unit that whoever acts may name: the one above it, and of which kind it is. */
export type UnitKnown = { readonly parent: string | null; readonly kind: string }

/** What a person asks to do. */
export type ActRequest = {
  readonly act: string
  readonly by: Actor
  readonly with: Payload
  /** The matter was chosen for it, among all in which it could be done. */
  readonly isChosen?: boolean
  /** It was written elsewhere and comes as it was written: what its texts say is not looked at by its form. */
  readonly isTranscribed?: boolean
  /** The units of the government, by id. Without them nothing can be handed on to a unit below. */
  readonly units?: ReadonlyMap<string, UnitKnown>
  /** Whether a unit is one of this government, and takes matters where it is to be handed a share. */
  readonly isUnitHere?: (unit: string, as: 'named' | 'handed') => boolean
  /** The known requesters of the government, each with the list on which they stand. */
  readonly requesters?: ReadonlyMap<string, string>
  /** Whether somebody works here in one of these roles; none said: in any. */
  readonly worksHere?: (person: string, roles: readonly string[]) => boolean
}
