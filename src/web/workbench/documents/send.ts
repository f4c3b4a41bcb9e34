import type { Problem } from '../../../contract/index.js'

/** Asks for a change of the document; null: it is done. */
export type Send = (method: 'POST' | 'PUT', to: string, body: object) => Promise<Problem | null>
