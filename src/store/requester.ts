import { addAudit } from './administration/audit.js'
import type { NewAudit } from './administration/types.js'
import type { Context } from './context.js'
import { asGovernment, type Query, readGovernment } from './database/transaction.js'
import { Values, visible } from './gate.js'
import { iso } from './moments.js'
import { type SealedPerson, sealedPerson, unsealed } from './person.js'
import { newQueryCode, plainCode } from './query-code.js'
import { identityWord, identityWords } from './search/lookup-words.js'
import type { Gate, GovernmentId, Identity, IdentityOpening, Instant, MatterId } from './types.js'

/** Whether this is the code that goes with the number. The same question to the database for numbers that are there and that are not. */
export async function isQueryCode(
  { database, keys }: Context,
  government: GovernmentId,
  number: string,
  code: string,
): Promise<boolean> {
  const marked = keys.mark(`${number}/${plainCode(code)}`)
  return asGovernment(database, government, async (query) => {
    const text = `select from matter m where m.government = $1 and m.number = $2 and coalesce((${latestCode}), m.query_code_hash) = $3`
    return (await query(text, [government, number, marked])).length > 0
  })
}

/** The code given last in place of a lost one. */
const latestCode = `select c.code_hash from new_code c where c.government = m.government and c.matter = m.matter order by c.id desc limit 1`

/** What an opening is called that gave a new code. */
export const codeRenewed = 'query-code'

export type CodeRenewal = Pick<IdentityOpening, 'matter' | 'account' | 'at' | 'reason'> & { readonly number: string }

/** A new code in place of all before it; who gave it, and why, is written with it. Answers the code, which is kept nowhere. */
export async function renewCode(
  { database, keys }: Context,
  government: GovernmentId,
  { number, ...renewal }: CodeRenewal,
): Promise<string> {
  const { matter, account, at } = renewal
  const code = newQueryCode()
  await asGovernment(database, government, async (query) => {
    await recordAccess(query, government, { ...renewal, what: codeRenewed })
    await query('insert into new_code (government, matter, code_hash, account, at) values ($1, $2, $3, $4, $5)', [
      ...[government, matter, keys.mark(`${number}/${code}`), account, iso(at)],
    ])
  })
  return code
}

/** When a code was last given in place of a lost one; null: never. */
export async function codeRenewedAt({ database }: Context, government: GovernmentId, matter: MatterId): Promise<Instant | null> {
  const rows = await readGovernment(database, government, (query) =>
    query<{ at: Instant }>('select at from new_code where government = $1 and matter = $2 order by id desc limit 1', [
      government,
      matter,
    ]),
  )
  return rows[0]?.at ?? null
}

/** Who opened what, why and when is recorded before the identity leaves; if that fails, it stays closed. */
export async function openIdentity(
  context: Context,
  government: GovernmentId,
  opening: IdentityOpening,
): Promise<Identity | null> {
  const { matter } = opening
  const row = await asGovernment(context.database, government, async (query) => {
    const found = await sealedPerson(query, government, matter)
    if (found !== null || opening.isInEvents === true) {
      await recordAccess(query, government, opening)
    }
    return found
  })
  return row === null ? null : unsealed(context, government, row)
}

/** Who opened what of a matter, and why; written before it leaves. */
export const recordAccess = (query: Query, government: GovernmentId, opening: IdentityOpening): Promise<unknown> => {
  const { matter, account, at, what, reason } = opening
  return query('insert into access_record (government, matter, account, at, what, reason) values ($1, $2, $3, $4, $5, $6)', [
    ...[government, matter, account, iso(at), what, reason],
  ])
}

/** The matters of whoever has this whole name or number, as far as the gate lets them through, the latest first. */
export const mattersOfRequester = (
  { database, keys }: Context,
  government: GovernmentId,
  { who, gate, most }: { readonly who: string; readonly gate: Gate; readonly most: number },
): Promise<readonly MatterId[]> =>
  readGovernment(database, government, async (query) => {
    const values = new Values()
    const word = values.add(identityWord(keys.mark, government, who))
    const text = `select m.matter from matter_lookup l join matter m on m.government = l.government and m.matter = l.matter
      where l.government = ${values.add(government)} and l.word = ${word} and ${visible(government, gate, values)}
      order by m.matter desc limit ${values.add(most)}`
    return (await query<{ matter: MatterId }>(text, values.list)).map(({ matter }) => matter)
  })

export type NamesAsked = {
  readonly names: readonly string[]
  readonly except: MatterId
  readonly gate: Gate
  readonly most: number
}
export type RequesterNamed = { readonly name: string; readonly matter: MatterId }

/** Those of these names by which somebody wrote, but not the excepted matter, each with the last matters of theirs that the gate lets through. */
export const requestersNamed = (
  { database, keys }: Context,
  government: GovernmentId,
  { names, except, gate, most }: NamesAsked,
): Promise<readonly RequesterNamed[]> =>
  readGovernment(database, government, async (query) => {
    const values = new Values()
    const words = new Map(names.map((name) => [identityWord(keys.mark, government, name), name]))
    const own = `l.government = ${values.add(government)} and l.word = w.word`
    const text = `select w.word, m.matter from unnest(${values.add([...words.keys()])}::text[]) w(word) cross join lateral (
      select m.matter from matter_lookup l join matter m on m.government = l.government and m.matter = l.matter
      where ${own} and ${visible(government, gate, values)} order by m.matter desc limit ${values.add(most)}) m
      where not exists (select from matter_lookup l where ${own} and l.matter = ${values.add(except)})`
    const rows = await query<{ word: string; matter: MatterId }>(text, values.list)
    return rows.flatMap(({ word, matter }) => ({ name: words.get(word) ?? '', matter }))
  })

/** What an opening is called that opened nothing: the matter was found by who wrote it. */
export const soughtByName = 'sought'

export type Sought = {
  readonly matters: readonly MatterId[]
  readonly account: string
  readonly at: Instant
  readonly reason: string
  readonly entry: NewAudit
}

/** That matters were asked for by who wrote them: it stands in the log, and with each that was found. */
export const recordSought = (
  { database }: Context,
  government: GovernmentId,
  { matters, account, at, reason, entry }: Sought,
): Promise<void> =>
  asGovernment(database, government, async (query) => {
    await addAudit(query, government, entry)
    for (const matter of matters) await recordAccess(query, government, { matter, account, at, what: soughtByName, reason })
  })

const batch = 500

/** Marks who wrote what is stored already, so that it is found by them. Answers how many matters. */
export async function markRequesters(context: Context, government: GovernmentId): Promise<number> {
  let marked = 0
  for (let after = 0; ; ) {
    const found = await asGovernment(context.database, government, async (query) => {
      const rows = await query<SealedPerson & { matter: MatterId }>(
        `select m.matter, p.person, p.key_id as "keyId", p.nonce, p.sealed from matter m
         join person p on p.government = m.government and p.person = m.requester
         where m.government = $1 and m.matter > $2 order by m.matter limit ${batch} for key share of m`,
        [government, after],
      )
      const words = rows.flatMap((row) =>
        identityWords(context.keys.mark, government, unsealed(context, government, row)).map((word) => ({
          matter: row.matter,
          word,
        })),
      )
      await query(
        `insert into matter_lookup (government, word, matter)
         select $1, word, matter from jsonb_to_recordset($2) as item(matter bigint, word text) on conflict do nothing`,
        [government, JSON.stringify(words)],
      )
      return rows
    })
    marked += found.length
    const last = found.at(-1)
    if (last === undefined) return marked
    after = last.matter
  }
}
