import type { DutyHolder, DutyQueue } from '../../store/index.js'
import type { Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { keptFrom } from '../statistics/statistics-asked.js'
import { colleaguesOf, houseOf, seatsBeside } from './house.js'

/** 我的、岗位的、全单位的: what this person has in hand, what lies on the desk of the role they wear, what lies on any desk of their house. */
export const whoses = ['mine', 'seat', 'house'] as const
export type Whose = (typeof whoses)[number]

/** What there is to choose from: where one wears the only role of the house, its desk is the whole house's. */
export const whosesOf = (viewer: Viewer): readonly Whose[] =>
  whoses.filter((each) => each !== 'house' || seatsSeen(viewer).length > 1)

/** Whose duties are asked for. What somebody has in hand is known only as it stands now. */
export function queueOf(viewer: Viewer, whose: Whose): DutyQueue {
  const { office, actor, account, asOf } = viewer
  const own = { holders: holdersFor(office.roles.get(actor.role)?.kind ?? '', actor), persons: personsOf(actor) }
  const gate = gateOf(office, actor)
  const house = asOf === undefined ? houseOf(office, actor) : null
  if (house === null || whose === 'seat') return { ...own, gate, house }
  if (whose === 'mine') return { ...own, gate, house, keptBy: account }
  const persons = colleaguesOf(office, actor).map(({ id }) => id)
  return { holders: seatsSeen(viewer), persons: [...new Set([...own.persons, ...persons])], gate, house }
}

/** Without a seat on whose desk something may lie that is kept from the viewer's role. */
function seatsSeen({ office, actor }: Viewer): DutyQueue['holders'] {
  const kept = keptFrom(office, actor.role)
  const closed = new Set(
    office.programs.flatMap(({ regulation }) => kept.flatMap((duty) => regulation.duties[duty]?.holder ?? [])),
  )
  return seatsBeside(office, actor).filter(({ role }) => role === actor.role || !closed.has(role))
}

/** In whose name the viewer is met: their own, and of whom they stand in for. */
export const personsOf = ({ person, behalf }: Viewer['actor']): readonly string[] =>
  [person, behalf ?? null].filter((each) => each !== null)

/** Duties of the role itself, and of the unit for anyone who serves in it. */
export function holdersFor(kind: string, { role, unit }: Viewer['actor']): readonly DutyHolder[] {
  if (kind !== 'unit') return [{ role, unit: null }, ...(unit === null ? [] : [{ role, unit }])]
  return unit === null ? [] : [{ role, unit }]
}
