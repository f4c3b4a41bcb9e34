import { type Actor, type Given, type MatterState, platform, type Regulation, seesOf } from '../../core/index.js'

/**
 * Who a scenario means: a role, a unit by its id, `role@unit`, or one person of it: `role@unit#person`. A role that belongs to a unit, said alone,
 * is that of the only unit in the matter.
 */
export function actorOf(written: string, regulation: Regulation, state: MatterState | null, person: string | null = null): Actor {
  const [seat = '', named = person] = written.split('#')
  const [role = '', unit] = seat.split('@')
  if (unit !== undefined) return { role, unit, person: named }
  const found = regulation.roles[role]
  if (found === undefined) return { role: 'unit', unit: role, person: named }
  if (found.kind === 'system') return platform
  const units = [...new Set(state?.assignments.map((each) => each.unit))]
  return { role, unit: found.kind === 'unit' && units.length === 1 ? (units[0] ?? null) : null, person: named }
}

/** Whether somebody on the staff, or a requester known by name, does not see the matter: it is not there for them, whatever their role may do. */
export function isBlind(given: Given, by: Actor): boolean {
  const kind = given.program.regulation.roles[by.role]?.kind
  const isKnown = kind !== 'requester' || by.person !== null
  return isKnown && kind !== 'system' && seesOf(given, by) === 'none'
}

type Holder = { readonly holder: string; readonly unit: string | null; readonly person?: string | null }

/** Whether a duty's holder, or one who had the matter in hand, is the one a scenario names. */
export function isHolder(written: string, { holder, unit, person = null }: Holder): boolean {
  const [seat = '', one] = written.split('#')
  if (one !== undefined) return one === person && isHolder(seat, { holder, unit })
  const [role, named] = seat.split('@')
  if (named !== undefined) return role === holder && named === unit
  return written === unit || written === holder
}
