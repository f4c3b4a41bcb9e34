import type { ActDone } from '../../../contract/index.js'

/** How far each matter had come with what this page itself wrote to it. */
const own = new Map<string, number>()

/** What this page wrote is known to it: a list that was read after it need not be told. */
export const noteOwn = ({ id, revision }: Pick<ActDone, 'id' | 'revision'>): void => void own.set(id, revision)

/** Whether a change is that of this page itself, and nobody else's. */
export const isOwn = (matter: string | null, revision: number | null): boolean =>
  matter !== null && revision !== null && revision <= (own.get(matter) ?? -1)
