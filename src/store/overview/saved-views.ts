import type { Query } from '../database/transaction.js'
import type { AccountRole, GovernmentId } from '../types.js'
import type { NewSavedView, SavedView } from './types.js'

const columns = 'id, account, role, name, query'

/** One's own, and those shared with a role one holds. */
export const listSavedViews = (
  query: Query,
  government: GovernmentId,
  { account, roles }: { readonly account: string; readonly roles: readonly AccountRole[] },
): Promise<SavedView[]> =>
  query(
    `select ${columns} from saved_view where government = $1 and (account = $2 or (role <> '' and role = any($3::text[]))) order by id`,
    [government, account, roles.map(({ role }) => role)],
  )

/** One of the same name is replaced. Null: there are as many as there may be. */
export async function putSavedView(
  query: Query,
  government: GovernmentId,
  { account, role, name, query: asked, createdAt }: NewSavedView,
  most: number,
): Promise<SavedView | null> {
  const rows = await query<SavedView>(
    `insert into saved_view (government, account, role, name, query, created_at)
     select $1, $2, $3, $4, $5, $6::timestamptz
     where (select count(*) from saved_view where government = $1 and account = $2 and name <> $4) < $7::int
     on conflict (government, account, name) do update set role = excluded.role, query = excluded.query
     returning ${columns}`,
    [government, account, role, name, asked, new Date(createdAt).toISOString(), most],
  )
  return rows[0] ?? null
}

/** Only one's own; answers whether there was one. */
export async function removeSavedView(query: Query, government: GovernmentId, account: string, id: number): Promise<boolean> {
  const rows = await query('delete from saved_view where government = $1 and account = $2 and id = $3 returning id', [
    government,
    account,
    id,
  ])
  return rows.length > 0
}
