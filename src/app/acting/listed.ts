import type { ActRequest } from '../../core/index.js'
import type { Office } from '../office.js'

/** What the core is told of an office when an act is decided: its units, who stands on which list, and who works here as what. */
export const knownIn = ({
  units,
  requesters,
  people,
  posts,
}: Office): Required<Pick<ActRequest, 'units' | 'isUnitHere' | 'requesters' | 'worksHere'>> => ({
  units,
  // A unit that was merged into another takes no new matters.
  isUnitHere: (unit, as) => units.has(unit) && (as === 'named' || units.get(unit)?.successor == null),
  requesters: new Map([...requesters].map(([account, { list }]) => [account, list])),
  worksHere: (person, roles) =>
    roles.length === 0 ? people.has(person) : posts.some(({ account, role }) => account === person && roles.includes(role)),
})
