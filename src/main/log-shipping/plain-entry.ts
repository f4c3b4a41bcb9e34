import type { ShippedEntry } from '../../store/index.js'

/** As it stands in the log, with its moment as people and machines read it. */
export const plainEntry = (entry: ShippedEntry): object => ({ ...entry, at: new Date(entry.at).toISOString() })
