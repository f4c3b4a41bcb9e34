import { momentsIn, ofMatters } from './columns.js'
import type { Database } from './database/database.js'
import { type Call, sharedCalls } from './database/shared-calls.js'
import type { Query } from './database/transaction.js'
import { toldGate, Values, visible } from './gate.js'
import type { KeptLives } from './kept-lives.js'
import { noEvents, type Place } from './proof/chain.js'
import { foldedColumns, matterColumns } from './read-columns.js'
import type { Gate, GovernmentId, LoadedMatter, MatterId, MatterRow, RecordedEvent } from './types.js'

type Reading = { readonly read: Call<Found | null>; readonly lives: KeptLives }

/** How a matter is read, by however many at once. */
export const readingOf = ({ app }: Database): Reading['read'] => sharedCalls(app, 'read_matter', 9)

/** A matter with all that stands behind it, by one statement. */
export async function readMatter({ read, lives }: Reading, place: Place, gate: Gate): Promise<LoadedMatter | null> {
  const kept = lives.of(place)
  const head = kept === null ? [null, null, null] : [kept.head.revision, Buffer.from(kept.head.hash, 'hex'), kept.stand]
  const found = await read(place.government, [place.government, place.matter, ...toldGate(gate), ...head])
  if (found === null) return null
  const { row, hash, known, stand } = found
  const since = found.events.map(asEvent)
  const life = {
    head: hash === null ? noEvents : { revision: row.revision, hash },
    events: kept === null || known === 0 ? since : since.length === 0 ? kept.events : [...kept.events, ...since],
  }
  lives.keep(place, { ...life, stand })
  return {
    row: withInstants(row),
    ...life,
    files: found.files.map(withInstants),
    openings: found.openings.map(withInstants),
  }
}

type Sent = Omit<RecordedEvent, 'at' | 'recordedAt'> & { readonly at: string; readonly recordedAt: string }
type Found = {
  readonly row: MatterRow
  readonly hash: string | null
  readonly known: number
  readonly stand: string | null
  readonly events: readonly Sent[]
} & Pick<LoadedMatter, 'files' | 'openings'>

/** Field by field: a long life has hundreds of them. */
const asEvent = ({ seq, act, kind, by, at, recordedAt, data }: Sent): RecordedEvent => ({
  seq,
  act,
  kind,
  by,
  at: Date.parse(at),
  recordedAt: Date.parse(recordedAt),
  data,
})

const moments = new Set([...momentsIn(ofMatters), 'at', 'uploadedAt'])

/** Moments came as text; only at the top level: what is inside `data` and `facts` is not ours. */
function withInstants<Row extends object>(row: Row): Row {
  const read = Object.entries(row).map(([name, value]) => [
    name,
    moments.has(name) && typeof value === 'string' ? Date.parse(value) : value,
  ])
  return Object.fromEntries(read) as Row
}

export const readEvents = (query: Query, { government, matter }: Place, after: number): Promise<RecordedEvent[]> =>
  query(`select ${foldedColumns} from event e where e.government = $1 and e.matter = $2 and e.seq > $3 order by e.seq`, [
    government,
    matter,
    after,
  ])

export async function findByNumber(
  query: Query,
  government: GovernmentId,
  number: string,
  gate: Gate,
): Promise<MatterRow | null> {
  return (await findByNumbers(query, government, [number], gate))[0] ?? null
}

/** Those of these numbers that the gate lets through, in no order. */
export function findByNumbers(
  query: Query,
  government: GovernmentId,
  numbers: readonly string[],
  gate: Gate,
): Promise<MatterRow[]> {
  const values = new Values()
  const text = `select ${matterColumns} from matter m where ${visible(government, gate, values)} and m.number = any(${values.add(numbers)}::text[])`
  return query<MatterRow>(text, values.list)
}

export async function findImported(query: Query, government: GovernmentId, source: string, id: string): Promise<MatterId | null> {
  const text = 'select matter from source_key where government = $1 and source = $2 and source_id = $3'
  return (await query<{ matter: MatterId }>(text, [government, source, id]))[0]?.matter ?? null
}
