import { noEvents, type Place } from './chain.js'
import { momentsIn, ofEvents, ofMatters } from './columns.js'
import type { Database } from './database.js'
import { fault } from './fault.js'
import { toldGate, Values, visible } from './gate.js'
import { eventColumns, matterColumns } from './read-columns.js'
import type { Query } from './transaction.js'
import type { EventRow, Gate, GovernmentId, LoadedMatter, MatterId, MatterRow } from './types.js'

/** A matter with all that stands behind it, by one statement. */
export async function readMatter(database: Database, { government, matter }: Place, gate: Gate): Promise<LoadedMatter | null> {
  const text = 'select read_matter($1, $2, $3, $4) as found'
  const values = [government, matter, ...toldGate(gate)]
  const { rows } = await database.app.query<{ found: Found | null }>({ name: 'read_matter', text, values }).catch(fault)
  const found = rows[0]?.found
  if (!found) return null
  const events = found.events.map(withInstants)
  const last = events.at(-1)
  return {
    row: withInstants(found.row),
    head: last ? { revision: last.seq, hash: last.hash } : noEvents,
    events,
    files: found.files.map(withInstants),
    openings: found.openings.map(withInstants),
  }
}

type Found = { readonly row: MatterRow } & Pick<LoadedMatter, 'events' | 'files' | 'openings'>

const moments = new Set([...momentsIn(ofMatters, ofEvents), 'uploadedAt'])

/** Moments came as text; only at the top level: what is inside `data` and `facts` is not ours. */
function withInstants<Row extends object>(row: Row): Row {
  const read = Object.entries(row).map(([name, value]) => [
    name,
    moments.has(name) && typeof value === 'string' ? Date.parse(value) : value,
  ])
  return Object.fromEntries(read) as Row
}

export const readEvents = (query: Query, { government, matter }: Place, after: number): Promise<EventRow[]> =>
  query(`select ${eventColumns} from event e where e.government = $1 and e.matter = $2 and e.seq > $3 order by e.seq`, [
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
  const values = new Values()
  const text = `select ${matterColumns} from matter m where ${visible(government, gate, values)} and m.number = ${values.add(number)}`
  return (await query<MatterRow>(text, values.list))[0] ?? null
}

export async function findImported(query: Query, government: GovernmentId, source: string, id: string): Promise<MatterId | null> {
  const text = 'select matter from source_key where government = $1 and source = $2 and source_id = $3'
  return (await query<{ matter: MatterId }>(text, [government, source, id]))[0]?.matter ?? null
}
