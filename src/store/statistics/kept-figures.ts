import type { Query } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { iso } from '../moments.js'
import { touched } from '../past/past-tables.js'
import type { Gate, GovernmentId, Instant } from '../types.js'
import { countedBy } from './happenings.js'
import type { CountAsked, CountedApart, FigureCount } from './types.js'

/** Counts of a time span that is over, as they were known at its end. */
export type KeptFigures = {
  readonly key: string
  readonly asked: CountAsked & { readonly by: CountedApart | null }
  readonly asOf: Instant
  readonly keptAt: Instant
  readonly counts: readonly FigureCount[]
}

const columns = 'key, asked, as_of as "asOf", kept_at as "keptAt", counts'

export async function findKeptFigures(query: Query, government: GovernmentId, key: string): Promise<KeptFigures | null> {
  const text = `select ${columns} from kept_figures where government = $1 and key = $2`
  return (await query<KeptFigures>(text, [government, key]))[0] ?? null
}

/** Kept once: whoever counts at the same time keeps nothing beside it. */
export async function keepFigures(query: Query, government: GovernmentId, kept: readonly KeptFigures[]): Promise<void> {
  for (const { key, asked, asOf, keptAt, counts } of kept)
    await query(
      `insert into kept_figures (government, key, asked, as_of, kept_at, counts) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [government, key, JSON.stringify(asked), iso(asOf), iso(keptAt), JSON.stringify(counts)],
    )
}

/** The moments as of which anything is kept, in their order. */
export async function listKeptMoments(query: Query, government: GovernmentId): Promise<Instant[]> {
  const text = 'select distinct as_of as "asOf" from kept_figures where government = $1 order by 1'
  return (await query<{ asOf: Instant }>(text, [government])).map(({ asOf }) => asOf)
}

/** So many at most of what is kept as of a moment, by their names, behind one of these (`''`: from the first). */
export type KeptPiece = { readonly asOf: Instant; readonly after: string; readonly limit: number }

export const listKeptFigures = (
  query: Query,
  government: GovernmentId,
  { asOf, after, limit }: KeptPiece,
): Promise<KeptFigures[]> =>
  query(
    `select ${columns} from kept_figures where government = $1 and as_of = $2::timestamptz and key > $3 order by key limit $4`,
    [government, iso(asOf), after, limit],
  )

/**
 * Whether there is any matter that this gate keeps from its viewer by name. All are counted: for one the planner would look through the table,
 * to its end where there is none.
 */
export async function hidesAny(query: Query, government: GovernmentId, { notHiddenFrom }: Gate): Promise<boolean> {
  const text = `select count(*)::int as n from matter where government = $1 and hidden_from <> '{}' and hidden_from && $2::text[]`
  return ((await query<{ n: number }>(text, [government, [...notHiddenFrom]]))[0]?.n ?? 0) > 0
}

/** Whether the past of more matters than this would have to be worked out, of those that the gate lets through. */
export async function touchedMoreThan(
  query: Query,
  government: GovernmentId,
  { gate, since, most }: { readonly gate: Gate; readonly since: Instant; readonly most: number },
): Promise<boolean> {
  const isMore = async (condition: (since: string) => string, order = ''): Promise<boolean> => {
    const values = new Values()
    const conditions = [visible(government, countedBy(gate), values), condition(`${values.add(iso(since))}::timestamptz`)]
    const some = `select from matter m where ${conditions.join(' and ')} ${order} limit ${most + 1}`
    return ((await query<{ n: number }>(`select count(*)::int as n from (${some}) touched`, values.list))[0]?.n ?? 0) > most
  }
  // Of most that were touched something was written: an index has those in order, and where they are many that tells enough.
  return (await isMore((at) => `m.updated_at > ${at}`, 'order by m.updated_at desc')) || isMore(touched)
}
