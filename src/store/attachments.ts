import { createHash, randomUUID } from 'node:crypto'
import { storable } from './canonical.js'
import { Values, visible } from './gate.js'
import { attachmentColumns } from './read-columns.js'
import { iso } from './record.js'
import type { Query } from './transaction.js'
import type { AttachmentInfo, Gate, GovernmentId, NewAttachment } from './types.js'

export async function addAttachment(query: Query, government: GovernmentId, added: NewAttachment): Promise<AttachmentInfo> {
  const sm3 = createHash('sm3').update(added.bytes).digest()
  const { type, uploadedAt, matter = null } = added
  const info = {
    attachment: randomUUID(),
    matter,
    name: storable(added.name),
    type,
    size: added.bytes.length,
    sm3: sm3.toString('hex'),
    uploadedAt,
  }
  await query(
    'insert into attachment (government, attachment, matter, name, type, size, sm3, bytes, uploaded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [government, info.attachment, matter, info.name, type, info.size, sm3, Buffer.from(added.bytes), iso(uploadedAt)],
  )
  return info
}

/** One that belongs to no matter yet is read by nobody. */
export async function readAttachment(
  query: Query,
  government: GovernmentId,
  attachment: string,
  gate: Gate,
): Promise<{ info: AttachmentInfo; bytes: Uint8Array } | null> {
  const values = new Values()
  const text = `select ${attachmentColumns}, b.bytes from attachment b join matter m on m.government = b.government and m.matter = b.matter
    where ${visible(government, gate, values)} and b.government = ${values.add(government)} and b.attachment = ${values.add(attachment)}`
  const row = (await query<AttachmentInfo & { bytes: Buffer }>(text, values.list))[0]
  if (!row) return null
  const { bytes, ...info } = row
  return { info, bytes }
}
