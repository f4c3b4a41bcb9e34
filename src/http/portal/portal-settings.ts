import type { Lang, RegulationView } from '../../contract/index.js'
import type { Answer } from '../portal-deps.js'

/** What the portal's routes need beside the product itself. */
export type PortalSettings = {
  /** Seals cookies and forms; at least 32 bytes, the same on every node. */
  readonly secret: Uint8Array
  /** The clock, in milliseconds. */
  readonly now: () => number
  /** Largest file that is read, in bytes. */
  readonly largestFile: number
  /** A regulation clause by clause, for the page of rules. */
  regulation(asked: { id: string; version: string; lang: Lang }): Promise<Answer<{ regulation: RegulationView }>>
}
