import { addAudit } from '../administration/audit.js'
import type { NewAudit } from '../administration/types.js'
import type { Context } from '../context.js'
import { asGovernment, type Query, readGovernment } from '../database/transaction.js'
import { whileTheyStand } from '../database/while-it-stands.js'
import type { Keys } from '../keys/keys.js'
import { iso } from '../moments.js'
import type { GovernmentId, Instant, MatterId } from '../types.js'

/** A matter, as the people of one house keep it among themselves. */
export type NoteOf = { readonly matter: MatterId; readonly house: string }

/** Words (`note`), or the matter going from hand to hand: somebody took it, gave it to a colleague, put it back. */
export const noteKinds = ['note', 'taken', 'handed', 'left'] as const
export type NoteKind = (typeof noteKinds)[number]

export type NewNote = NoteOf & {
  readonly account: string
  readonly kind: NoteKind
  /** Accounts that are to know. */
  readonly told: readonly string[]
  readonly text: string
  readonly at: Instant
}
/** A matter goes from `from` to `to` (null: nobody's), as the note tells. */
export type Handing = {
  readonly note: NewNote
  readonly from: string | null
  readonly to: string | null
  readonly entry: NewAudit
}
export type NoteRow = NewNote & { readonly id: number }
export type KeeperRow = { readonly matter: MatterId; readonly account: string; readonly since: Instant }

/** 备注、经手人. Only the house reads what was said in it; nothing of it is ever changed. */
export type NotesStore = {
  /** The latest, oldest first. */
  list(government: GovernmentId, of: NoteOf): Promise<readonly NoteRow[]>
  find(government: GovernmentId, of: NoteOf & { readonly id: number }): Promise<NoteRow | null>
  /** With its entry in the log, and a notice to each who is told. */
  write(government: GovernmentId, note: NewNote, entry: NewAudit): Promise<void>
  /** The same, and the matter goes from `from` to `to` (null: nobody's). False: it was not in that hand. */
  hand(government: GovernmentId, note: NewNote, change: Omit<Handing, 'note'>): Promise<boolean>
  keepers(government: GovernmentId, house: string, matters: readonly MatterId[]): Promise<readonly KeeperRow[]>
}

const most = 200
const columns = 'id, matter, house, account, at, kind, told, sealed, nonce, key_id as "keyId"'

type Sealed = Omit<NoteRow, 'text'> & { readonly sealed: Buffer; readonly nonce: Buffer; readonly keyId: string }

const about = (government: GovernmentId, { matter, house, account, at }: Omit<NewNote, 'text'>): string =>
  `${government}/note/${matter}/${house}/${account}/${at}`

type Within = { readonly query: Query; readonly keys: Keys; readonly government: GovernmentId }

async function put({ query, keys, government }: Within, note: NewNote, entry: NewAudit): Promise<void> {
  const { matter, house, account, kind, told, text, at } = note
  const { sealed, nonce, keyId } = keys.seal(text, about(government, note))
  const [written] = await query<{ id: number }>(
    `insert into note (government, matter, house, account, at, kind, told, sealed, nonce, key_id)
     values ($1, $2, $3, $4, $5, $6, $7::text[], $8, $9, $10) returning id`,
    [government, matter, house, account, iso(at), kind, told, sealed, nonce, keyId],
  )
  await query(
    `insert into notice (government, matter, account, unit, role, kind, body, created_at)
     select $1, $2, who, '', '', 'note', $4, $5::timestamptz from unnest($3::text[]) who where who <> $6`,
    [government, matter, told, JSON.stringify({ note: written?.id, house }), iso(at), account],
  )
  await addAudit(query, government, entry)
}

/** From hand to hand, with its note, its notices and its entry, within what else is done. False: it was not in that hand. */
export async function hand(within: Within, { note, from, to, entry }: Handing): Promise<boolean> {
  const { query, government } = within
  await whileTheyStand(query, government, [note.matter])
  if (!(await moved(query, government, note, { from, to }))) return false
  await put(within, note, entry)
  return true
}

export function noteMethods({ database, keys }: Context): NotesStore {
  const opened = (government: GovernmentId, { sealed, nonce, keyId, ...row }: Sealed): NoteRow => ({
    ...row,
    text: String(keys.open({ sealed, nonce, keyId }, about(government, row))),
  })
  const rows = (government: GovernmentId, { matter, house }: NoteOf, id: number | null): Promise<readonly NoteRow[]> =>
    readGovernment(database, government, async (query) => {
      const found = await query<Sealed>(
        `select * from (select ${columns} from note where government = $1 and matter = $2 and house = $3
           and ($4::bigint is null or id = $4) order by id desc limit ${most}) latest order by id`,
        [government, matter, house, id],
      )
      return found.map((row) => opened(government, row))
    })
  return {
    list: (government, of) => rows(government, of, null),
    find: async (government, { id, ...of }) => (await rows(government, of, id))[0] ?? null,
    write: (government, note, entry) =>
      asGovernment(database, government, async (query) => {
        await whileTheyStand(query, government, [note.matter])
        await put({ query, keys, government }, note, entry)
      }),
    hand: (government, note, change) =>
      asGovernment(database, government, (query) => hand({ query, keys, government }, { note, ...change })),
    keepers: (government, house, matters) =>
      readGovernment(database, government, (query) =>
        query('select matter, account, since from keeper where government = $1 and house = $2 and matter = any($3::bigint[])', [
          government,
          house,
          matters,
        ]),
      ),
  }
}

type Hands = { readonly from: string | null; readonly to: string | null }

/** Whoever comes second finds it in another hand: nothing is written. */
async function moved(
  query: Query,
  government: GovernmentId,
  { matter, house, at }: NewNote,
  { from, to }: Hands,
): Promise<boolean> {
  const place = [government, matter, house]
  if (from === null) {
    const taken = await query(
      `insert into keeper (government, matter, house, account, since) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning matter`,
      [...place, to, iso(at)],
    )
    return taken.length > 0
  }
  const found =
    to === null
      ? await query('delete from keeper where government = $1 and matter = $2 and house = $3 and account = $4 returning matter', [
          ...place,
          from,
        ])
      : await query(
          `update keeper set account = $5, since = $6 where government = $1 and matter = $2 and house = $3 and account = $4
           returning matter`,
          [...place, from, to, iso(at)],
        )
  return found.length > 0
}
