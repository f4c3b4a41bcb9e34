import type { Query } from '../database/transaction.js'
import { leastLogDays } from '../functions/cut-log.js'
import type { GovernmentId } from '../types.js'
import type { Finding } from './verification-types.js'
import { digestOf, factKinds, isKnownWitness, type RecordHead, type WitnessRow, witnessColumns, witnessHash } from './witness.js'

type Place = { readonly kind: string; readonly matter: number; readonly seq: number; readonly name: string }

/** After how many witnesses it is told how far it came. */
const toldEach = 1000

/** Whether what was witnessed still stands, whether the witnesses do, and whether anything is there that none has seen. */
export async function verifyWitnesses(
  query: Query,
  government: GovernmentId,
  onWitnesses: (witnesses: number) => void = () => {},
): Promise<{ findings: Finding[]; head: WitnessRow | null }> {
  const findings: Finding[] = []
  let [seq, hash] = [0, '']
  // How many facts stand together in a row the planner guesses far too low, and would hold each against all others.
  await query("select set_config('enable_nestloop', 'off', true)")
  const rows = await query<WitnessRow>(`select ${witnessColumns} from witness w where government = $1 order by seq`, [government])
  for (const row of rows) {
    const found = (detail: string): unknown =>
      findings.push({ government, matter: 0, code: 'witness', detail: `witness ${row.seq} ${detail}` })
    if (row.seq !== seq + 1) found(`follows ${seq}: one is missing`)
    if (row.previous !== hash) found('does not follow the one before it')
    if (!isKnownWitness(row) || witnessHash(row) !== row.hash) found('was changed after it was written')
    if ((await digestOf(query, government, row)) !== row.digest) found('does not cover the facts that name it')
    seq = row.seq
    hash = row.hash
    if (seq % toldEach === 0) onWitnesses(seq)
  }
  if (rows.length > 0) onWitnesses(rows.length)
  // Laid together, not pushed: where a table was put back from before, there are more than one call takes.
  const facts: (readonly Finding[])[] = []
  for (const kind of factKinds) facts.push(await factsOfKind(query, government, kind))
  const lost = await headsLost(query, government, rows.at(-1))
  return { findings: [...findings, ...facts.flat(), ...lost], head: rows.at(-1) ?? null }
}

/** The last witnessed value of each fact against what stands; what is marked has been written since, by the application. */
async function factsOfKind(query: Query, government: GovernmentId, kind: (typeof factKinds)[number]): Promise<Finding[]> {
  const same = (a: string, b: string): string =>
    `${a}.government = ${b}.government and ${a}.kind = ${b}.kind and ${a}.matter = ${b}.matter and ${a}.seq = ${b}.seq and ${a}.name = ${b}.name`
  const changed = await query<Place & { isGone: boolean }>(
    `select last.kind, last.matter, last.seq, last.name, f.value is null as "isGone"
     from (select distinct on (matter, seq, name) * from witnessed where government = $1 and kind = '${kind}'
       order by matter, seq, name, witness desc) last
     left join fact f on f.kind = '${kind}' and ${same('f', 'last')}
     where f.value is distinct from last.value and not exists (select from unwitnessed u where u.kind = '${kind}' and ${same('u', 'last')})`,
    [government],
  )
  // Of a matter's events only the last of each writing is marked.
  const unseen =
    kind === 'event'
      ? []
      : await query<Place>(
          `select f.kind, f.matter, f.seq, f.name from fact f where f.government = $1 and f.kind = '${kind}'
           and not exists (select from witnessed w where w.kind = '${kind}' and ${same('w', 'f')})
           and not exists (select from unwitnessed u where u.kind = '${kind}' and ${same('u', 'f')})`,
          [government],
        )
  return [
    ...changed.map((place) => told(government, place, place.isGone ? 'missing' : 'changed')),
    ...unseen.map((place) => told(government, place, 'unseen')),
  ]
}

const sayings = {
  missing: 'was witnessed and is not there any more',
  changed: 'is not as it was witnessed',
  unseen: 'was not written by the application',
} as const

const told = (government: GovernmentId, { kind, matter, seq, name }: Place, code: keyof typeof sayings): Finding => ({
  government,
  matter,
  ...(seq === 0 ? {} : { seq }),
  code,
  detail: `${kind}${name === '' ? '' : ` ${name}`} ${sayings[code]}`,
})

/** The entries at which the logs ended when they were last looked at. */
async function headsLost(query: Query, government: GovernmentId, last: WitnessRow | undefined): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { name, seq, hash } of (last?.heads ?? []) as readonly RecordHead[]) {
    const text = name.startsWith(apart)
      ? `select from event where government = $1 and seq > 1 and data->'apart' = jsonb_build_object('seq', $2::int, 'hash', $3::text)`
      : `select from ${logNamed(name)} where government = $1 and seq = $2 and hash = decode($3, 'hex')`
    const values = [government, seq, hash]
    if ((await query(text, values)).length === 0)
      findings.push({
        government,
        matter: 0,
        code: 'log',
        detail: `${name}: entry ${seq}, as it was witnessed, is not there any more`,
      })
  }
  return findings
}

/** Records that offices kept apart from their matters; each event of theirs, carried over, says which one it was there. */
const apart = 'office/'

export const logs = ['audit_entry', 'access_record'] as const

const logNamed = (name: string): string => {
  const found = logs.find((each) => each === name)
  if (found === undefined) throw new Error(`no log ${name}`)
  return found
}

/**
 * Where the log begins. Whatever was cut off before it was kept long enough only if the log was witnessed to end at this very entry so
 * many days before; a shorter time than the law's is no cut.
 */
async function verifyCuts(
  query: Query,
  government: GovernmentId,
): Promise<{ readonly began: number; readonly findings: Finding[] }> {
  const [last] = await query<{ first: number; isProven: boolean }>(
    `select c.first, c.days >= ${leastLogDays} and exists (
       select from witness w, jsonb_array_elements(w.heads) head, audit_entry e
       where w.government = $1 and w.at <= c.at - make_interval(days => c.days) and head ->> 'name' = 'audit_entry'
         and (head ->> 'seq')::bigint = c.first and e.government = $1 and e.seq = c.first
         and encode(e.hash, 'hex') = head ->> 'hash') as "isProven"
     from log_cut c where c.government = $1 order by c.first desc limit 1`,
    [government],
  )
  if (last === undefined) return { began: 1, findings: [] }
  const detail = `audit_entry: what stood before entry ${last.first} was not kept for its time`
  return { began: last.first, findings: last.isProven ? [] : [{ government, matter: 0, code: 'log', detail }] }
}

/** Whether the chains of the log and of the openings of identities are whole. */
export async function verifyLogs(query: Query, government: GovernmentId): Promise<Finding[]> {
  const { began, findings } = await verifyCuts(query, government)
  for (const table of logs) {
    const first = table === 'audit_entry' ? began : 1
    const broken = await query<{ seq: number }>(
      `select seq from (
         select l.seq, l.hash = record_digest(to_jsonb(l), l.at, l.previous) as "isWhole", l.previous,
           lag(l.hash) over (order by l.seq) as before, lag(l.seq) over (order by l.seq) as follows
         from ${table} l where l.government = $1) links
       where not "isWhole" or case when before is null then seq <> $2 or ($2 = 1 and previous <> '')
         else previous <> before or seq <> follows + 1 end order by seq limit 100`,
      [government, first],
    )
    const found = (detail: string): unknown =>
      findings.push({ government, matter: 0, code: 'log', detail: `${table}: ${detail}` })
    for (const { seq } of broken) found(`entry ${seq} was changed, or the one before it was removed`)
    const ends = await query(
      `select from record_head h where h.government = $1 and h.name = '${table}' and not exists
         (select from ${table} l where l.government = $1 and l.seq = h.seq and l.hash = h.hash)`,
      [government],
    )
    if (ends.length > 0) found('entries at the end were removed')
  }
  return findings
}
