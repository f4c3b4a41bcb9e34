import type { ActRequest } from '../core/index.js'
import type { Office } from './office.js'

/** What the core is told of an office when an act is decided: its units, and who stands on which list. */
export const knownIn = ({ units, requesters }: Office): Required<Pick<ActRequest, 'units' | 'requesters'>> => ({
  units,
  requesters: new Map([...requesters].map(([account, { list }]) => [account, list])),
})
