import type { Query } from '../database/transaction.js'
import type { Keys } from '../keys/keys.js'
import type { GovernmentId, MatterId } from '../types.js'

/** Of a piece that many have only the last are looked at. */
const ofEach = 8

/** The text lies sealed: its pieces are known by marks alone, other ones in each government. */
const marked = (keys: Keys, government: GovernmentId, prints: readonly number[]): string[] =>
  prints.map((print) => keys.mark(`${government}/print/${print}`).readBigInt64BE().toString())

type Printed = { readonly id: number; readonly prints: readonly number[] }

/** By which pieces a document is found, instead of those of the version before. */
export async function putPrints(query: Query, keys: Keys, government: GovernmentId, { id, prints }: Printed): Promise<void> {
  await query('delete from document_print where government = $1 and document = $2', [government, id])
  await query(
    `insert into document_print (government, kind, print, document)
     select d.government, d.kind, p.print, d.id from document d, unnest($3::bigint[]) p(print)
     where d.government = $1 and d.id = $2 on conflict do nothing`,
    [government, id, marked(keys, government, prints)],
  )
}

export type AlikeAsked = {
  readonly kind: string
  /** Another one than this. */
  readonly matter: MatterId
  readonly prints: readonly number[]
  readonly limit: number
}

/**
 * Documents that share most pieces, however long ago they were written; of those from before pieces were kept the last. It costs a look at each piece,
 * whatever is stored.
 */
export async function alikeDocuments(
  query: Query,
  keys: Keys,
  government: GovernmentId,
  { kind, matter, prints, limit }: AlikeAsked,
): Promise<readonly number[]> {
  const rows = await query<{ id: number }>(
    `with last as (
       select id from document where government = $1 and kind = $2 and matter <> $4 order by id desc limit $5
     ), shared as (
       select l.document as id from unnest($3::bigint[]) p(print) cross join lateral (
         select document from document_print l where l.government = $1 and l.kind = $2 and l.print = p.print
         order by document desc limit ${ofEach}) l
       union all
       select id from last where not exists (select from document_print l where l.government = $1 and l.document = last.id)
     )
     select d.id from shared join document d on d.government = $1 and d.id = shared.id and d.matter <> $4
     group by d.id order by count(*) desc, d.id desc limit $5`,
    [government, kind, marked(keys, government, prints), matter, limit],
  )
  return rows.map(({ id }) => id)
}
