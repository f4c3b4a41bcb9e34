import type { Deps } from '../deps.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import { goesOn, type IsStopped } from '../stopping.js'
import { basisOf } from './statistics-asked.js'

/** Brings what is kept by day up to what was written and what has fallen due until now; answers how many matters were counted. */
export const recountFigures = (deps: Deps, office: Office, isStopped: IsStopped = goesOn): Promise<number> =>
  deps.store.statistics.recount(office.id, { ...basisOf(office), isStopped }, nowOf(deps, office))

/** Where what is kept by day is not what the rows say, each in words for an operator. */
export const countsDiffering = (
  deps: Deps,
  office: Office,
  onProgress: (matters: number) => void = () => {},
): Promise<readonly string[]> => deps.store.statistics.countsDiffering(office.id, { ...basisOf(office), onProgress })
