import type { Context } from '../context.js'
import { asGovernment, readGovernment } from '../database/transaction.js'
import { whileTheyStand } from '../database/while-it-stands.js'
import type { GovernmentId, Instant, Json, MatterId } from '../types.js'

/** Whose it is, and of what. */
export type DraftOf = { readonly account: string; readonly matter: MatterId; readonly act: string }
export type DraftRow = Pick<DraftOf, 'matter' | 'act'> & { readonly savedAt: Instant }
export type NewDraft = DraftOf & {
  readonly values: Json
  readonly attachments: readonly string[]
  readonly at: Instant
  /** When what it goes on from was saved; null: nothing is to be there; undefined: it replaces whatever is. */
  readonly after?: Instant | null | undefined
}

/** 草稿. What people have begun to fill in. Only whoever wrote it reads it. */
export type DraftsStore = {
  list(government: GovernmentId, account: string): Promise<readonly DraftRow[]>
  read(government: GovernmentId, of: DraftOf): Promise<{ readonly values: Json; readonly savedAt: Instant } | null>
  /** Replaces what was there. `full`: this person has `most` already; `changed`: what is there is not what it goes on from. */
  put(government: GovernmentId, draft: NewDraft, most: number): Promise<'kept' | 'full' | 'changed'>
  remove(government: GovernmentId, of: DraftOf): Promise<void>
}

type Sealed = { readonly sealed: Buffer; readonly nonce: Buffer; readonly keyId: string; readonly savedAt: Instant }

export function draftMethods({ database, keys }: Context): DraftsStore {
  const about = (government: GovernmentId, { account, matter, act }: DraftOf): string =>
    `${government}/draft/${matter}/${account}/${act}`
  return {
    list: (government, account) =>
      readGovernment(database, government, (query) =>
        query(
          'select matter, act, saved_at as "savedAt" from draft where government = $1 and account = $2 order by saved_at desc',
          [government, account],
        ),
      ),
    read: async (government, of) => {
      const [row] = await readGovernment(database, government, (query) =>
        query<Sealed>(
          `select sealed, nonce, key_id as "keyId", saved_at as "savedAt" from draft
           where government = $1 and account = $2 and matter = $3 and act = $4`,
          [government, of.account, of.matter, of.act],
        ),
      )
      return row === undefined ? null : { values: keys.open(row, about(government, of)), savedAt: row.savedAt }
    },
    put: async (government, draft, most) => {
      const { after } = draft
      const { keyId, nonce, sealed } = keys.seal(draft.values, about(government, draft))
      const of = [government, draft.account, draft.matter, draft.act]
      return asGovernment(database, government, async (query) => {
        await whileTheyStand(query, government, [draft.matter])
        const rows = await query<{ isKept: boolean | null; isFull: boolean }>(
          `with others as (select count(*) >= $10::int as full from draft where government = $1 and account = $2 and (matter, act) <> ($3, $4)),
           put as (
             insert into draft (government, account, matter, act, sealed, nonce, key_id, attachments, saved_at)
             select $1, $2, $3, $4, $5, $6, $7, $8::text[], $9::timestamptz from others where not others.full
             on conflict (government, account, matter, act) do update set sealed = excluded.sealed, nonce = excluded.nonce,
               key_id = excluded.key_id, attachments = excluded.attachments, saved_at = excluded.saved_at
               where not $11::boolean or draft.saved_at = $12::timestamptz
             returning true as kept
           )
           select (select kept from put) as "isKept", others.full as "isFull" from others`,
          [
            ...[...of, sealed, nonce, keyId, draft.attachments, new Date(draft.at).toISOString(), most],
            ...[after !== undefined, typeof after === 'number' ? new Date(after).toISOString() : null],
          ],
        )
        if (rows[0]?.isKept === true) return 'kept'
        return rows[0]?.isFull === true ? 'full' : 'changed'
      })
    },
    remove: async (government, { account, matter, act }) => {
      await asGovernment(database, government, (query) =>
        query('delete from draft where government = $1 and account = $2 and matter = $3 and act = $4', [
          government,
          account,
          matter,
          act,
        ]),
      )
    },
  }
}
