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

/** How many files, and about how many bytes of them, are held at once: one that is larger comes alone. */
const [mostFiles, mostBytes] = [100, 8_000_000]

/** Whether every file is, byte for byte, what came in, or went by an approved disposal. */
export async function verifyAttachments(
  query: Query,
  government: GovernmentId,
  onFiles: (files: number) => void = () => {},
): Promise<Finding[]> {
  const findings: Finding[] = []
  let files = 0
  for (let after = ''; ; ) {
    const batch = await nextFiles(query, government, after)
    for (const { attachment, matter, sm3, bytes, isGone } of batch)
      if (!isGone && createHash('sm3').update(bytes).digest('hex') !== sm3)
        findings.push({
          government,
          matter: matter ?? 0,
          code: 'attachment',
          detail: `${attachment}: its bytes are not those that came in`,
        })
    const last = batch.at(-1)
    if (last === undefined) return findings
    files += batch.length
    onFiles(files)
    after = last.attachment
  }
}

/** How long a file is is known without reading it. */
const nextFiles = (query: Query, government: GovernmentId, after: string): Promise<Stored[]> =>
  query<Stored>(
    `select a.attachment, a.matter, encode(a.sm3, 'hex') as sm3, a.bytes, a.bytes = '' and exists (select from disposal d
       where d.government = a.government and d.matter = a.matter and d.is_approved and (d.what = 'matter' or a.key_id is not null)) as "isGone"
     from (select next.*, sum(octet_length(next.bytes)) over (order by next.attachment) - octet_length(next.bytes) as before
       from (select * from attachment where government = $1 and attachment > $2 order by attachment limit ${mostFiles}) next) a
     where a.before < ${mostBytes} order by a.attachment`,
    [government, after],
  )
