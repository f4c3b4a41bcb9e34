import type { Query } from '../database/transaction.js'
import type { GovernmentId } from '../types.js'

/** 徽标. A picture on the pages of a government. */
export type Emblem = { readonly type: string; readonly bytes: Uint8Array }

export async function findEmblem(query: Query, government: GovernmentId): Promise<Emblem | null> {
  const rows = await query<Emblem>('select type, bytes from emblem where government = $1', [government])
  return rows[0] ?? null
}

/** Null takes it away. */
export async function putEmblem(query: Query, government: GovernmentId, emblem: Emblem | null): Promise<void> {
  if (emblem === null) await query('delete from emblem where government = $1', [government])
  else
    await query(
      `insert into emblem (government, type, bytes) values ($1, $2, $3)
       on conflict (government) do update set type = excluded.type, bytes = excluded.bytes`,
      [government, emblem.type, Buffer.from(emblem.bytes)],
    )
}
