import type { Database } from '../database.js'
import { Values, visible } from '../gate.js'
import { foldedColumns } from '../read-columns.js'
import { iso, withMoments } from '../record.js'
import { indexWords } from '../search-words.js'
import { asOfGovernment, type Query } from '../transaction.js'
import type { GovernmentId, MatterProjection, RecordedEvent } from '../types.js'
import { listsIn } from './lists.js'
import { fills, shadows, touched, views } from './past-tables.js'
import type { Lists, PastAsked } from './types.js'

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
    const moment = iso(asked.asOf)
    for (const statement of shadows) await query(statement)
    let after = 0
    for (;;) {
      const found = await livesAfter(query, government, asked, after)
      const last = found.at(-1)
      if (last === undefined) break
      after = last.matter
      const lives = JSON.stringify(found.flatMap((each) => lifeOf(government, asked, each)))
      for (const fill of fills) await query(fill, [government, lives])
    }
    for (const statement of views(moment)) await query(statement)
    return work(listsIn(oneByOne(query)))
  })
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

/** Of what this viewer may see, what was touched since, with what was recorded of it until then. */
function livesAfter(query: Query, government: GovernmentId, { asOf, gate }: PastAsked, after: number): Promise<Found[]> {
  const values = new Values()
  const moment = `${values.add(iso(asOf))}::timestamptz`
  const sight = visible(government, { ...gate, rounds: 'beside' }, values)
  const events = `select ${foldedColumns} from huiyin.event e
    where e.government = m.government and e.matter = m.matter and e.recorded_at <= ${moment} order by e.seq`
  return query<Found>(
    `select m.matter, m.regulation, m.regulation_version as "regulationVersion", m.office_duty as "officeDuty",
       m.hidden_from as "hiddenFrom",
       (select coalesce(json_agg(one), '[]') from (${events}) one) as events
     from huiyin.matter m where ${sight} and ${touched(moment)} and m.matter > ${values.add(after)}::bigint
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
  readonly words: string
}

/** Nothing where nothing had come yet. */
function lifeOf(government: GovernmentId, { project }: PastAsked, found: Found): readonly Life[] {
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
      words: indexWords(government, projection).join(' '),
    },
  ]
}

/** Whom it is hidden from today it is hidden from then. */
const hiddenToo = (then: MatterProjection, today: Pick<Found, 'hiddenFrom'>): readonly string[] => [
  ...new Set([...then.hiddenFrom, ...today.hiddenFrom]),
]
