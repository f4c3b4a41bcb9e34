import type { Query } from '../database/transaction.js'
import type { GovernmentId } from '../types.js'
import type { Finding, Witness } from './verification-types.js'

/** Whether every witness that was told outside is still there as it was told: else the database is another one, older or rewritten. */
export async function verifyAnchors(query: Query, government: GovernmentId, anchors: readonly Witness[]): Promise<Finding[]> {
  const own = anchors.filter((each) => each.government === government)
  if (own.length === 0) return []
  const rows = await query<{ seq: number; hash: string }>(
    "select seq, encode(hash, 'hex') as hash from witness where government = $1",
    [government],
  )
  const known = new Map(rows.map(({ seq, hash }) => [seq, hash]))
  return own
    .filter(({ seq, hash }) => known.get(seq) !== hash)
    .map(({ seq }) => ({
      government,
      matter: 0,
      code: 'anchor' as const,
      detail: `witness ${seq} is ${known.has(seq) ? 'another than was told outside: the database was rewritten' : 'not there: the database is older than what was told outside, or was cut'}`,
    }))
}
