import type { Instant } from '../plain-types.js'

/** What of a matter the words are made from by which it is found. */
export type Indexed = {
  readonly searchText: string
  readonly publicText: string
  readonly receivedAt: Instant
  readonly regulation: string
  readonly category: string | null
  readonly channel: string | null
  readonly units: readonly string[]
  readonly publishedAt: Instant | null
  readonly links?: readonly string[]
}
