import type { Database } from '../database/database.js'
import { asGovernment, type Query, readGovernment } from '../database/transaction.js'
import { iso } from '../moments.js'
import { addNotices } from '../notices.js'
import type { GovernmentId } from '../types.js'
import { countPattern } from './count-pattern.js'
import type { PatternAnswer, PatternAsked, PatternCount, PatternId, PatternMonth, PatternTold } from './types.js'

/** 数字自查. What is conspicuous in the figures of units, and what they say to it. */
export type PatternsStore = {
  countPattern(government: GovernmentId, asked: PatternAsked & { pattern: PatternId }): Promise<readonly PatternCount[]>
  findPatternMonth(government: GovernmentId, of: Pick<PatternMonth, 'month' | 'reach'>): Promise<PatternMonth | null>
  keepPatternMonth(government: GovernmentId, counted: PatternMonth): Promise<void>
  /** Each is told once; with a notice to the unit, in the same transaction. */
  tellPatterns(government: GovernmentId, told: PatternTold): Promise<void>
  listPatternAnswers(government: GovernmentId, month: string): Promise<readonly PatternAnswer[]>
  answerPattern(government: GovernmentId, answer: PatternAnswer): Promise<void>
}

const columns = 'unit, pattern, month, answer, account, at'

export const patternsMethods = (database: Database): PatternsStore => ({
  countPattern: (government, asked) => readGovernment(database, government, (query) => countPattern(query, government, asked)),
  findPatternMonth: (government, { month, reach }) =>
    readGovernment(database, government, async (query) => {
      const text = `select month, reach, counted_at as "countedAt", counts from pattern_month where government = $1 and month = $2 and reach = $3`
      return (await query<PatternMonth>(text, [government, month, reach]))[0] ?? null
    }),
  keepPatternMonth: (government, { month, reach, countedAt, counts }) =>
    asGovernment(database, government, async (query) => {
      await query(
        `insert into pattern_month (government, month, reach, counted_at, counts) values ($1, $2, $3, $4::timestamptz, $5)
         on conflict (government, month, reach) do update set counted_at = excluded.counted_at, counts = excluded.counts`,
        [government, month, reach, iso(countedAt), JSON.stringify(counts)],
      )
    }),
  tellPatterns: (government, told) => asGovernment(database, government, (query) => tell(query, government, told)),
  listPatternAnswers: (government, month) =>
    readGovernment(database, government, (query) =>
      query<PatternAnswer>(`select ${columns} from pattern_answer where government = $1 and month = $2 order by id`, [
        government,
        month,
      ]),
    ),
  answerPattern: (government, { unit, pattern, month, answer, account, at }) =>
    asGovernment(database, government, async (query) => {
      await query(
        `insert into pattern_answer (government, unit, pattern, month, answer, account, at) values ($1, $2, $3, $4, $5, $6, $7::timestamptz)`,
        [government, unit, pattern, month, answer, account, iso(at)],
      )
    }),
})

/** As a notice calls it. */
export const patternNotice = 'patterns'

async function tell(query: Query, government: GovernmentId, { month, at, told }: PatternTold): Promise<void> {
  const news = await query<{ unit: string }>(
    `insert into pattern_told (government, month, unit, pattern, at)
     select $1, $2, unit, pattern, $4::timestamptz from jsonb_to_recordset($3) as item(unit text, pattern text)
     on conflict do nothing returning unit`,
    [government, month, JSON.stringify(told), iso(at)],
  )
  const units = [...new Set(news.map(({ unit }) => unit))]
  const notices = units.map((unit) => ({ to: { unit }, kind: patternNotice, body: { month } }))
  if (notices.length > 0) await addNotices(query, government, notices, at)
}

export * from './types.js'
