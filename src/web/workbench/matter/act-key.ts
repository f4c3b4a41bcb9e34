import type { ActView } from '../../../contract/index.js'

/** What tells one offered act from another: its name, and the share it is about. */
export const actKey = ({ act, unit }: Pick<ActView, 'act' | 'unit'>): string => (unit === null ? act : `${act}@${unit}`)
