import type { Query } from '../database/transaction.js'
import { iso } from '../moments.js'
import type { GovernmentId, Instant } from '../types.js'

/** Which template: by the file's name beside a version of a regulation. */
export type TemplateOf = { readonly regulation: string; readonly version: string; readonly name: string }
/** 本机关模板. One that an office has edited, or that it went back to the regulation's own. */
export type OwnTemplate = TemplateOf & { readonly account: string; readonly at: Instant; readonly isOwn: boolean }
export type NewTemplate = TemplateOf & { readonly account: string; readonly at: Instant; readonly bytes: Uint8Array | null }

/** The one in use; null: the regulation's own is. */
export async function findTemplate(
  query: Query,
  government: GovernmentId,
  { regulation, version, name }: TemplateOf,
): Promise<Uint8Array | null> {
  const rows = await query<{ bytes: Buffer | null }>(
    `select bytes from document_template
     where government = $1 and regulation = $2 and version = $3 and name = $4 order by id desc limit 1`,
    [government, regulation, version, name],
  )
  return rows[0]?.bytes ?? null
}

/** What was done last with each that was ever changed. */
export const listTemplates = (query: Query, government: GovernmentId): Promise<readonly OwnTemplate[]> =>
  query<OwnTemplate>(
    `select distinct on (regulation, version, name) regulation, version, name, account, at, bytes is not null as "isOwn"
     from document_template where government = $1 order by regulation, version, name, id desc`,
    [government],
  )

export async function putTemplate(query: Query, government: GovernmentId, made: NewTemplate): Promise<void> {
  const { regulation, version, name, account, at, bytes } = made
  await query(
    `insert into document_template (government, regulation, version, name, account, at, bytes) values ($1, $2, $3, $4, $5, $6, $7)`,
    [government, regulation, version, name, account, iso(at), bytes === null ? null : Buffer.from(bytes)],
  )
}
