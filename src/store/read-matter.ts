import { noEvents, type Place } from './chain.js'
import { Values, visible } from './gate.js'
import type { Query } from './transaction.js'
import type { AssignmentRow, DutyRow, EventRow, Gate, GovernmentId, LoadedMatter, MatterId, MatterRow } from './types.js'

export const matterColumns = `m.government, m.matter, m.number, m.revision, m.regulation, m.regulation_version as "regulationVersion",
  m.stage, m.shown_state as "shownState", m.category, m.channel, m.title, m.received_at as "receivedAt", m.updated_at as "updatedAt",
  m.look_at as "lookAt", m.next_due_at as "nextDueAt", m.alert, m.alert_rank as "alertRank", m.published_at as "publishedAt", m.units,
  m.hidden_from as "hiddenFrom", m.requester, m.facts`

export const dutyColumns = `d.duty_key as key, d.duty, d.holder_role as holder, nullif(d.holder_unit, '') as unit, d.assignment, d.status,
  d.opened_at as "openedAt", d.due_at as "dueAt", d.late_at as "lateAt", d.due_on as "dueOn", d.provisional as "isProvisional", d.met_at as "metAt",
  d.is_late as "isLate", d.workdays_late as "workdaysLate", d.held as "isHeld", d.alert, d.alert_rank as "alertRank", d.deducted`

export const assignmentColumns = 'a.assignment as id, a.unit, a.role, a.stage, a.since, a.ended_at as "endedAt"'

export const eventColumns = `e.seq, e.act, e.kind, e.by, e.at, e.recorded_at as "recordedAt", e.data, e.algorithm,
  encode(e.previous, 'hex') as previous, encode(e.hash, 'hex') as hash`

export async function readMatter(query: Query, place: Place, gate: Gate): Promise<LoadedMatter | null> {
  const values = new Values()
  const text = `select ${matterColumns} from matter m where ${visible(place.government, gate, values)} and m.matter = ${values.add(place.matter)}`
  const row = (await query<MatterRow>(text, values.list))[0]
  if (!row) return null
  const events = await readEvents(query, place, 0)
  const last = events.at(-1)
  return {
    row,
    head: last ? { revision: last.seq, hash: last.hash } : noEvents,
    events,
    assignments: await readAssignments(query, place),
    duties: await readDuties(query, place),
  }
}

export const readEvents = (query: Query, { government, matter }: Place, after: number): Promise<EventRow[]> =>
  query(`select ${eventColumns} from event e where e.government = $1 and e.matter = $2 and e.seq > $3 order by e.seq`, [
    government,
    matter,
    after,
  ])

export const readAssignments = (query: Query, { government, matter }: Place): Promise<AssignmentRow[]> =>
  query(`select ${assignmentColumns} from assignment a where a.government = $1 and a.matter = $2 order by a.assignment`, [
    government,
    matter,
  ])

export const readDuties = (query: Query, { government, matter }: Place): Promise<DutyRow[]> =>
  query(`select ${dutyColumns} from duty d where d.government = $1 and d.matter = $2 order by d.opened_at, d.duty_key`, [
    government,
    matter,
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
