import type { ActView } from '../../../contract/index.js'

/** The share or the item that an act is about; neither: the matter. */
export type About = Pick<ActView, 'unit' | 'item'>

/** What tells one offered act from another: its name, and the item or the share it is about. */
export const actKey = ({ act, unit, item }: Pick<ActView, 'act'> & About): string =>
  item !== null ? `${act}#${item}` : unit === null ? act : `${act}@${unit}`

/** How the act says which it is about. An item says in which share it stands. */
export const namedBy = ({ unit, item }: About): Readonly<Record<string, unknown>> =>
  item !== null ? { item } : unit === null ? {} : { unit }
