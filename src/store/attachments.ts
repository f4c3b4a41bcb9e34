import { createHash, randomUUID } from 'node:crypto'
import type { AttachmentInfo, NewAttachment, StoredFile } from './attachment-types.js'
import type { Context } from './context.js'
import type { Database } from './database/database.js'
import { asEveryGovernment, asGovernment, type Query } from './database/transaction.js'
import { whileTheyStand } from './database/while-it-stands.js'
import { Values, visible } from './gate.js'
import type { Keys } from './keys/keys.js'
import { iso } from './moments.js'
import { listGovernments } from './offices.js'
import { storable } from './proof/canonical.js'
import { attachmentColumns } from './read-columns.js'
import { recordAccess } from './requester.js'
import type { Gate, GovernmentId, IdentityOpening, Instant, MatterId } from './types.js'

const sm3Of = (bytes: Uint8Array): Buffer => createHash('sm3').update(bytes).digest()

/** What a sealed file is bound to: it cannot be opened as another one. */
const aboutFile = (government: GovernmentId, attachment: string): string => `file/${government}/${attachment}`

/** The hash is that of what is stored: a sealed file is checked without its key. */
export async function addAttachment(
  { database, keys }: Pick<Context, 'database' | 'keys'>,
  government: GovernmentId,
  added: NewAttachment,
): Promise<AttachmentInfo> {
  const { type, uploadedAt, matter = null, isSealed = false, tells = [] } = added
  const attachment = randomUUID()
  const sealed = isSealed ? keys.sealBytes(Buffer.from(added.bytes), aboutFile(government, attachment)) : null
  const bytes = sealed?.sealed ?? Buffer.from(added.bytes)
  const sm3 = sm3Of(bytes)
  const name = storable(added.name)
  await asGovernment(database, government, async (query) => {
    if (matter !== null) await whileTheyStand(query, government, [matter])
    await query(
      `insert into attachment (government, attachment, matter, name, type, size, sm3, bytes, uploaded_at, key_id, nonce, tells)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[government, attachment, matter, name, type, bytes.length, sm3, bytes, iso(uploadedAt)],
        ...[sealed?.keyId ?? null, sealed?.nonce ?? null, tells],
      ],
    )
  })
  return { attachment, matter, name, type, size: bytes.length, sm3: sm3.toString('hex'), uploadedAt, isSealed, tells }
}

type Row = AttachmentInfo & { readonly bytes: Buffer }

/** Bytes that are not those that came in are handed to nobody. */
export function storedFile({ bytes, ...info }: Row): StoredFile {
  if (sm3Of(bytes).toString('hex') !== info.sm3) return { kind: 'damaged', info }
  return info.isSealed ? { kind: 'sealed', info } : { kind: 'open', info, bytes }
}

/** One that belongs to no matter yet is read by nobody. */
export async function readAttachment(
  query: Query,
  government: GovernmentId,
  attachment: string,
  gate: Gate,
): Promise<StoredFile | null> {
  const values = new Values()
  const text = `select ${attachmentColumns}, b.bytes from attachment b join matter m on m.government = b.government and m.matter = b.matter
    where ${visible(government, gate, values)} and b.government = ${values.add(government)} and b.attachment = ${values.add(attachment)}`
  const row = (await query<Row>(text, values.list))[0]
  return row === undefined ? null : storedFile(row)
}

/** What these files are called: those of this matter, and those that belong to nothing yet. */
export const filesNamed = (
  query: Query,
  { government, matter }: { readonly government: GovernmentId; readonly matter: MatterId },
  attachments: readonly string[],
): Promise<readonly AttachmentInfo[]> =>
  query<AttachmentInfo>(
    `select ${attachmentColumns} from attachment b
     where b.government = $1 and (b.matter = $2 or b.matter is null and b.office_record is null) and b.attachment = any($3)`,
    [government, matter, attachments],
  )

type SealedRow = { readonly bytes: Buffer; readonly keyId: string; readonly nonce: Buffer }

/** Who opened which file, why and when is recorded before its bytes leave; if that fails, it stays closed. Null: no sealed file of this matter. */
export async function openSealedFile(
  { database, keys }: { readonly database: Database; readonly keys: Keys },
  government: GovernmentId,
  opening: IdentityOpening & { readonly attachment: string },
): Promise<Uint8Array | null> {
  const { attachment, ...access } = opening
  const row = await asGovernment(database, government, async (query) => {
    const [found] = await query<SealedRow>(
      `select bytes, key_id as "keyId", nonce from attachment
       where government = $1 and matter = $2 and attachment = $3 and key_id is not null`,
      [government, access.matter, attachment],
    )
    if (found !== undefined) await recordAccess(query, government, access)
    return found
  })
  return row === undefined ? null : keys.openBytes({ ...row, sealed: row.bytes }, aboutFile(government, attachment))
}

const unclaimed = 'government = $1 and matter is null and office_record is null'

/** How many bytes lie there that belong to nothing yet. */
export async function unclaimedBytes(query: Query, government: GovernmentId): Promise<number> {
  const [row] = await query<{ bytes: number }>(
    `select coalesce(sum(size), 0)::float8 as bytes from attachment where ${unclaimed}`,
    [government],
  )
  return row?.bytes ?? 0
}

/** Files that nobody sent in with anything since. Answers how many went. */
export async function removeUnclaimed(database: Database, before: Instant): Promise<number> {
  let removed = 0
  for (const { government } of await asEveryGovernment(database, listGovernments)) {
    const gone = await asGovernment(database, government, (query) =>
      query(
        `delete from attachment a where ${unclaimed} and uploaded_at < $2
         and not exists (select 1 from draft d where d.government = $1 and a.attachment = any(d.attachments)) returning attachment`,
        [government, iso(before)],
      ),
    )
    removed += gone.length
  }
  return removed
}
