import type { Act, Regulation } from './regulation.js'

/** The act by which a role opens a matter; null where the regulation gives it none. */
export const startingAct = (regulation: Regulation, role: string, named?: string): Act | null =>
  Object.values(regulation.acts).find(
    (act) => act.starts && act.by.includes(role) && (named === undefined || act.id === named),
  ) ?? null
