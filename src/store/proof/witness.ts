import { createHash } from 'node:crypto'
import type { Database } from '../database/database.js'
import { asGovernment, asWitness, type Query } from '../database/transaction.js'
import { mostTogether } from '../migrations/0090-witnessed-together.js'
import { iso } from '../moments.js'
import type { GovernmentId, Instant, Json } from '../types.js'
import { canonical } from './canonical.js'
import type { Witness } from './verification-types.js'

/** Kinds of facts that are witnessed; the view `fact` says what each is made of. */
export const factKinds = [
  ...(['event', 'origin', 'requester', 'attachment', 'slip', 'account'] as const),
  ...(['entrance', 'unit', 'government'] as const),
  ...(['document', 'package', 'disposal'] as const),
] as const

/** Named in every link, as in the chains of events. Since the second, what was seen is a tree, of which one fact can be proven by itself. */
const algorithms = ['sm3-json-1', 'sm3-json-2'] as const
const algorithm = algorithms[1]

export type WitnessRow = Witness & {
  readonly digest: string
  readonly heads: Json
  readonly algorithm: string
  readonly previous: string
}

export const witnessColumns = `w.government, w.seq, w.at, encode(w.digest, 'hex') as digest, w.heads, w.algorithm,
  encode(w.previous, 'hex') as previous, encode(w.hash, 'hex') as hash`

export const isKnownWitness = (row: WitnessRow): boolean => algorithms.some((known) => known === row.algorithm)

export const witnessHash = ({ hash: _, ...covered }: WitnessRow): string =>
  createHash('sm3').update(canonical(covered)).digest('hex')

export async function witnessAll(database: Database, at: Instant): Promise<readonly Witness[]> {
  const made: Witness[] = []
  // On the owner's connection: after an import there is more to witness than fits into the time of a request.
  const unhurried = { ...database, app: database.owner }
  for (const { government, kinds } of await asWitness(unhurried, whatWaits)) {
    const witness = await asGovernment(unhurried, government, (query) => witnessNow(query, government, { at, kinds }))
    if (witness !== null) made.push(witness)
  }
  return made
}

type Waiting = { readonly government: GovernmentId; readonly kinds: readonly string[] }

/** Governments in which something was written since the last witness. One look for all of them, whatever their number. */
async function whatWaits(query: Query): Promise<readonly Waiting[]> {
  const rows = await query<Waiting & { readonly heads: readonly RecordHead[]; readonly last: Json }>(
    `with marked as (select government, array_agg(distinct kind) as kinds from unwitnessed group by government),
       head as (select government, json_agg(json_build_object('name', name, 'seq', seq, 'hash', encode(hash, 'hex')) order by name) as heads
         from record_head group by government)
     select government, coalesce(m.kinds, '{}') as kinds, coalesce(h.heads, '[]') as heads,
       coalesce((select w.heads from witness w where w.government = h.government order by w.seq desc limit 1), '[]') as last
     from marked m full join head h using (government) order by government`,
  )
  return rows.filter(({ kinds, heads, last }) => kinds.length > 0 || canonical(heads) !== canonical(last))
}

type Now = { readonly at: Instant; readonly kinds: readonly string[] }

/** Witnesses what waits; null where nothing was written since the last time. */
async function witnessNow(query: Query, government: GovernmentId, { at, kinds }: Now): Promise<Witness | null> {
  // One at a time: two would both follow the same one.
  await query("select pg_advisory_xact_lock(hashtext('huiyin.witness'), hashtext($1))", [government])
  const [last] = await query<WitnessRow>(
    `select ${witnessColumns} from witness w where government = $1 order by seq desc limit 1`,
    [government],
  )
  const heads = await readHeads(query, government)
  const seq = (last?.seq ?? 0) + 1
  const taken = factKinds.filter((kind) => kinds.includes(kind))
  const count = await takeFacts(query, { government, witness: seq, kinds: taken })
  if (count === 0 && canonical(heads) === canonical(last?.heads ?? [])) return null
  const digest = await digestOf(query, government, { seq, algorithm })
  const link = { government, seq, at, digest, heads, algorithm, previous: last?.hash ?? '' }
  const hash = witnessHash({ ...link, hash: '' })
  await query(
    `insert into witness (government, seq, at, digest, heads, algorithm, previous, hash)
     values ($1, $2, $3, decode($4, 'hex'), $5, $6, decode($7, 'hex'), decode($8, 'hex'))`,
    [government, seq, iso(at), digest, JSON.stringify(heads), algorithm, link.previous, hash],
  )
  return { government, seq, at, hash }
}

type Taking = {
  readonly government: GovernmentId
  readonly witness: number
  readonly kinds: readonly (typeof factKinds)[number][]
}

/** A mark is taken with what it names; one whose writer has not committed yet is not seen, and taken the next time. */
async function takeFacts(query: Query, { government, witness, kinds }: Taking): Promise<number> {
  let count = 0
  for (const kind of kinds) {
    const rows = await query<{ count: number }>(
      `with taken as (delete from unwitnessed where government = $1 and kind = '${kind}' returning matter, seq, name),
       facts as (
         select f.matter, f.seq, f.name, f.value, row_number() over (order by f.matter, f.seq, f.name) as place
         from (select distinct matter, seq, name from taken) t
         join fact f on f.government = $1 and f.kind = '${kind}' and f.matter = t.matter and f.seq = t.seq and f.name = t.name
       )
       insert into witnessed_facts (government, witness, kind, part, matters, seqs, names, digests)
       select $1, $2::int, '${kind}', (place - 1) / ${mostTogether}, array_agg(matter order by place), array_agg(seq order by place),
         array_agg(name order by place), array_agg(value order by place)
       from facts group by 4 returning cardinality(digests) as count`,
      [government, witness],
    )
    for (const { count: together } of rows) count += together
  }
  return count
}

/** Over what a witness saw, as its algorithm has it. */
export async function digestOf(
  query: Query,
  government: GovernmentId,
  { seq, algorithm }: Pick<WitnessRow, 'seq' | 'algorithm'>,
): Promise<string> {
  const text =
    algorithm === algorithms[0]
      ? `select encode(sha256(coalesce(string_agg(convert_to(concat_ws('/', kind, matter, seq, name, encode(value, 'hex')), 'UTF8'), '\\x0a'
          order by kind, matter, seq, name), '')), 'hex') as digest from witnessed where government = $1 and witness = $2`
      : `select encode(fact_root($1, $2), 'hex') as digest`
  return (await query<{ digest: string }>(text, [government, seq]))[0]?.digest ?? ''
}

export type RecordHead = { readonly name: string; readonly seq: number; readonly hash: string }

/** Of the log and of the openings of identities. */
const readHeads = (query: Query, government: GovernmentId): Promise<RecordHead[]> =>
  query<RecordHead>(`select name, seq, encode(hash, 'hex') as hash from record_head where government = $1 order by name`, [
    government,
  ])
