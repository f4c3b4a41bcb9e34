import type { ActRequest } from '../../core/index.js'
import type { Office } from '../office.js'

/** What the core is told of an office when an act is decided: its units, who stands on which list, and who works here as what. */
export const knownIn = ({
  units,
  requesters,
  people,
  posts,
}: Office): Required<Pick<ActRequest, 'units' | 'requesters' | 'worksHere'>> => ({
  units,
  requesters: new Map([...requesters].map(([account, { list }]) => [account, list])),
  worksHere: (person, roles) =>
    roles.length === 0 ? people.has(person) : posts.some(({ account, role }) => account === person && roles.includes(role)),
})
