import { type Actor, Folded, type Instant, instant, type Sight, sightOf } from '../../core/index.js'
import { type Gate, type LoadedMatter, seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { gateOf } from '../gate.js'
import { nowOf } from '../now-of.js'
import { type Office, type ProgramNamed, programFor } from '../office.js'
import { coreEvents } from './matter-events.js'

/** A matter folded once, and how its viewer may see it. */
export type Opened = { readonly loaded: LoadedMatter; readonly given: Folded; readonly sight: Sight }

/** Through which gate somebody reads: whoever came by number and code has opened their own; a requester known by name has those that name them. */
export const gateFor = (office: Office, actor: Actor): Gate =>
  office.roles.get(actor.role)?.kind === 'requester' && actor.person === null ? seesAll : gateOf(office, actor)

/** Loads a matter for a viewer. Null: there is none, or none for them; nobody learns which. */
export async function openMatter(deps: Deps, office: Office, matter: number, actor: Actor): Promise<Opened | null> {
  if (!Number.isSafeInteger(matter) || matter < 1) return null
  const loaded = await deps.store.loadMatter(office.id, matter, gateFor(office, actor))
  if (loaded === null) return null
  const given = givenOf(office, loaded, nowOf(deps, office))
  const sight = sightOf(given, actor)
  return sight.sees === 'none' ? null : { loaded, given, sight }
}

/** Under which version a matter runs, and what happened in it. */
type Life = {
  readonly row: ProgramNamed
  readonly events: LoadedMatter['events']
}

/** The clocks of two machines differ a little: nothing is done before what was done. */
export function givenOf(office: Office, { row, events }: Life, now: Instant): Folded {
  const last = events.at(-1)?.at ?? now
  return Folded.of({
    program: programFor(office, row),
    calendar: office.calendar,
    events: coreEvents(events),
    now: instant(Math.max(now, last)),
  })
}
