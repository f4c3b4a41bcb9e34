import { createHash } from 'node:crypto'
import type { Query } from '../database/transaction.js'
import type { GovernmentId } from '../types.js'
import type { Finding } from './verification-types.js'

type Stored = {
  readonly attachment: string
  readonly matter: number | null
  readonly sm3: string
  readonly bytes: Buffer
  readonly isGone: boolean
}

/** Whether every file is, byte for byte, what came in, or went by an approved disposal. One at a time: they may be large. */
export async function verifyAttachments(query: Query, government: GovernmentId): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = ''; ; ) {
    const [stored] = await query<Stored>(
      `select a.attachment, a.matter, encode(a.sm3, 'hex') as sm3, a.bytes, a.bytes = '' and exists (select from disposal d
         where d.government = a.government and d.matter = a.matter and d.is_approved and (d.what = 'matter' or a.key_id is not null)) as "isGone"
       from attachment a where a.government = $1 and a.attachment > $2 order by a.attachment limit 1`,
      [government, after],
    )
    if (stored === undefined) return findings
    const { attachment, matter, sm3, bytes, isGone } = stored
    if (!isGone && createHash('sm3').update(bytes).digest('hex') !== sm3)
      findings.push({
        government,
        matter: matter ?? 0,
        code: 'attachment',
        detail: `${attachment}: its bytes are not those that came in`,
      })
    after = attachment
  }
}
