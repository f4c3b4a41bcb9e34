import type { Database } from '../database/database.js'
import { asOfGovernment, type Query } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { iso, withMoments } from '../moments.js'
import { foldedColumns } from '../read-columns.js'
import { type TextRow, textRow } from '../search/search-words.js'
import type { GovernmentId, Instant, MatterProjection, RecordedEvent } from '../types.js'
import { listsIn } from './lists.js'
import { emptied, fills, fillsOfDestroyed, moved, shadows, touched, views, withoutViews } from './past-tables.js'
import type { Lists, MomentsAsked, PastAsked } from './types.js'

/** So many matters are folded between two statements. */
const batchSize = 200

/** Answers from the lists as they stood. Whatever is written for it is of this transaction, which is taken back at its end. */
export function standAsOf<T>(
  database: Database,
  government: GovernmentId,
  asked: PastAsked,
  work: (lists: Lists) => Promise<T>,
): Promise<T> {
  return asOfGovernment(database, government, async (query) => {
    // Where nothing was touched since, the past is what stands, and no view has to be looked through. Of some alone, others may have been.
    if (asked.only !== undefined || (await isTouched(query, government, asked))) {
      await each(query, shadows)
      await fillIn(query, government, asked)
      await each(query, views(iso(asked.asOf)))
    }
    return work(listsIn(oneByOne(query), asked.asOf))
  })
}

/** The same at several moments, one after the other: what nothing touched between two of them is made once. */
export function standAtEach(
  database: Database,
  government: GovernmentId,
  { moments, gate }: MomentsAsked,
  work: (lists: Lists, asOf: Instant) => Promise<void>,
): Promise<void> {
  return asOfGovernment(database, government, async (query) => {
    await each(query, shadows)
    let before: Instant | null = null
    for (const { goesOn, ...moment } of moments) {
      if (before !== null) await each(query, goesOn ? moved(iso(before), iso(moment.asOf)) : emptied)
      await fillIn(query, government, { ...moment, gate })
      await each(query, views(iso(moment.asOf)))
      await work(listsIn(oneByOne(query), moment.asOf), moment.asOf)
      await each(query, withoutViews)
      before = moment.asOf
    }
  })
}

async function each(query: Query, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await query(statement)
}

/** Puts in what is not there yet. */
async function fillIn(query: Query, government: GovernmentId, asked: PastAsked): Promise<void> {
  const [matters, ...rows] = fillsOfDestroyed
  if (matters !== undefined) await query(matters, [government, iso(asked.asOf), asked.only ?? null])
  for (const fill of rows) await query(fill, [government, iso(asked.asOf)])
  let after = 0
  for (;;) {
    const found = await livesAfter(query, government, asked, after)
    const last = found.at(-1)
    if (last === undefined) return
    after = last.matter
    const lives = JSON.stringify(found.flatMap((life) => lifeOf(asked, life)))
    for (const fill of fills) await query(fill, [government, lives])
  }
}

/** What is asked at once of the lists waits its turn: they stand in one transaction. */
function oneByOne(query: Query): Query {
  let before: Promise<unknown> = Promise.resolve()
  return <Row extends object = Record<string, never>>(text: string, values?: readonly unknown[]): Promise<Row[]> => {
    const next = before.then(() => query<Row>(text, values))
    before = next.catch(() => undefined)
    return next
  }
}

type Found = {
  readonly matter: number
  readonly regulation: string
  readonly regulationVersion: string
  readonly officeDuty: string | null
  readonly hiddenFrom: readonly string[]
  readonly events: readonly (Omit<RecordedEvent, 'at' | 'recordedAt'> & { readonly at: string; readonly recordedAt: string })[]
}

/** Which matters a viewer may see, or of those that are looked at, were touched since. */
function touchedSince(government: GovernmentId, { asOf, gate, only }: PastAsked, values: Values) {
  const moment = `${values.add(iso(asOf))}::timestamptz`
  const sight = visible(government, { ...gate, rounds: 'beside' }, values)
  const among = only === undefined ? '' : ` and m.matter = any(${values.add(only)}::bigint[])`
  return { moment, condition: `${sight} and ${touched(moment)}${among}` }
}

async function isTouched(query: Query, government: GovernmentId, asked: PastAsked): Promise<boolean> {
  const values = new Values()
  // What was destroyed is counted, too.
  const { condition } = touchedSince(government, { ...asked, gate: { ...asked.gate, tombstones: 'beside' } }, values)
  const text = `select exists (select from huiyin.matter m where ${condition}) as "isTouched"`
  return (await query<{ isTouched: boolean }>(text, values.list))[0]?.isTouched === true
}

/** Of what this viewer may see, what was touched since, with what was recorded of it until then. */
function livesAfter(query: Query, government: GovernmentId, asked: PastAsked, after: number): Promise<Found[]> {
  const values = new Values()
  const { moment, condition } = touchedSince(government, asked, values)
  const events = `select ${foldedColumns} from huiyin.event e
    where e.government = m.government and e.matter = m.matter and e.recorded_at <= ${moment} order by e.seq`
  return query<Found>(
    `select m.matter, m.regulation, m.regulation_version as "regulationVersion", m.office_duty as "officeDuty",
       m.hidden_from as "hiddenFrom",
       (select coalesce(json_agg(one), '[]') from (${events}) one) as events
     from huiyin.matter m where ${condition} and m.destroyed_at is null and m.matter > ${values.add(after)}::bigint
       and not exists (select from past_matter p where p.government = m.government and p.matter = m.matter)
     order by m.matter limit ${batchSize}`,
    values.list,
  )
}

type Life = {
  readonly matter: number
  readonly revision: number
  readonly row: object
  readonly assignment: readonly object[]
  readonly duty: readonly object[]
  readonly mark: readonly object[]
  readonly text: TextRow
}

/** Nothing where nothing had come yet. */
function lifeOf({ project }: PastAsked, found: Found): readonly Life[] {
  const events = found.events.map((each) => ({ ...each, at: Date.parse(each.at), recordedAt: Date.parse(each.recordedAt) }))
  const last = events.at(-1)
  if (last === undefined) return []
  const { regulation, regulationVersion, officeDuty } = found
  const projection = project({ regulation, regulationVersion, officeDuty, events })
  const { assignments, duties, marks, searchText: _, publicText: __, links: ___, ...row } = projection
  return [
    {
      matter: found.matter,
      revision: last.seq,
      row: withMoments({ ...row, hiddenFrom: hiddenToo(projection, found) }),
      assignment: assignments.map(withMoments),
      duty: duties.map(withMoments),
      mark: marks.map(withMoments),
      text: textRow(projection),
    },
  ]
}

/** Whom it is hidden from today it is hidden from then. */
const hiddenToo = (then: MatterProjection, today: Pick<Found, 'hiddenFrom'>): readonly string[] => [
  ...new Set([...then.hiddenFrom, ...today.hiddenFrom]),
]
