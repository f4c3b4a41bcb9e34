import type { Actor } from '../../core/index.js'
import type { Office } from '../office.js'

type Seat = Pick<Actor, 'role' | 'unit'>

/** 本单位. The people who read each other's notes: those of one unit, those of the office, or those of one role. Null: whoever is not of the staff. */
export function houseOf({ roles }: Pick<Office, 'roles'>, { role, unit }: Seat): string | null {
  const kind = roles.get(role)?.kind
  if (kind === undefined || kind === 'requester' || kind === 'system') return null
  if (unit !== null) return `unit:${unit}`
  return kind === 'office' ? 'office' : `role:${role}`
}

/** Every seat in the same house, one's own among them. */
export function seatsBeside(office: Pick<Office, 'roles'>, seat: Seat): readonly Seat[] {
  const own = houseOf(office, seat)
  return [...office.roles.keys()].map((role) => ({ role, unit: seat.unit })).filter((each) => houseOf(office, each) === own)
}

/** Whoever serves in the same house, oneself included, by name. */
export function colleaguesOf(
  office: Pick<Office, 'roles' | 'posts' | 'people'>,
  seat: Seat,
): readonly { readonly id: string; readonly name: string }[] {
  const own = houseOf(office, seat)
  const ids = new Set(office.posts.filter((post) => houseOf(office, post) === own).map(({ account }) => account))
  return [...ids]
    .map((id) => ({ id, name: office.people.get(id) ?? id }))
    .sort((one, other) => one.name.localeCompare(other.name, 'zh'))
}

export const personNamed = ({ people }: Pick<Office, 'people'>, id: string) => ({ id, name: people.get(id) ?? id })
