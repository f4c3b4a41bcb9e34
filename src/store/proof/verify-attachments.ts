import { createHash } from 'node:crypto'
import type { Query } from '../transaction.js'
import type { GovernmentId } from '../types.js'
import type { Finding } from '../verification-types.js'

type Stored = { readonly attachment: string; readonly matter: number | null; readonly sm3: string; readonly bytes: Buffer }

/** Whether every file is, byte for byte, what came in. One at a time: they may be large. */
export async function verifyAttachments(query: Query, government: GovernmentId): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = ''; ; ) {
    const [stored] = await query<Stored>(
      `select attachment, matter, encode(sm3, 'hex') as sm3, bytes from attachment where government = $1 and attachment > $2
       order by attachment limit 1`,
      [government, after],
    )
    if (stored === undefined) return findings
    const { attachment, matter, sm3, bytes } = stored
    if (createHash('sm3').update(bytes).digest('hex') !== sm3)
      findings.push({
        government,
        matter: matter ?? 0,
        code: 'attachment',
        detail: `${attachment}: its bytes are not those that came in`,
      })
    after = attachment
  }
}
