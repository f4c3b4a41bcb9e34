import type { Database } from '../database/database.js'
import { asGovernment, readGovernment } from '../database/transaction.js'
import { iso } from '../moments.js'
import type { GovernmentId } from '../types.js'
import { countPattern } from './count-pattern.js'
import type { PatternAnswer, PatternAsked, PatternCount, PatternId } from './types.js'

/** 数字自查. What is conspicuous in the figures of units, and what they say to it. */
export type PatternsStore = {
  countPattern(government: GovernmentId, asked: PatternAsked & { pattern: PatternId }): Promise<readonly PatternCount[]>
  listPatternAnswers(government: GovernmentId, month: string): Promise<readonly PatternAnswer[]>
  answerPattern(government: GovernmentId, answer: PatternAnswer): Promise<void>
}

const columns = 'unit, pattern, month, answer, account, at'

export const patternsMethods = (database: Database): PatternsStore => ({
  countPattern: (government, asked) => readGovernment(database, government, (query) => countPattern(query, government, asked)),
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

export * from './types.js'
