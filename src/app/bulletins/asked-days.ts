import { addDays, type DocumentRule, dayAt, dayText, endOfDay, type Folded, type Instant, type Round } from '../../core/index.js'
import type { Viewer } from '../deps.js'
import { roundName, roundOf } from '../office-duties/round-words.js'
import { type DaySpan, isWholeMonths, usualSpans } from '../statistics/spans.js'
import { documentWords } from '../words/documents.js'

/** 期间与截至. Of which days a bulletin speaks, as it was known when, and what the days are called. */
export type AskedDays = { readonly span: DaySpan; readonly asOf: Instant; readonly spanName: string }

/**
 * Of the round that its matter is of, as far as it is over; else of days told from yesterday: whole days, so that what it says of them does
 * not hang on the hour. Whole months that are over are told as they were known at their end, everything else as it is known now.
 */
export function askedDays({ office }: Pick<Viewer, 'office'>, given: Folded, { over }: Pick<DocumentRule, 'over'>): AskedDays {
  const { zone } = office.calendar
  const yesterday = addDays(dayAt(given.now, zone), -1)
  const round = roundOf(given)
  const span = over === null && round !== null ? overDays(round, yesterday) : usualSpans(yesterday)[over ?? 'thisYear']
  const end = endOfDay(span.to, zone)
  const every = given.program.officeDuty?.every ?? null
  const isRound = round !== null && every !== null && span.from === round.first && span.to === round.last
  return {
    span,
    asOf: isWholeMonths(span) && end <= given.now ? end : given.now,
    spanName: isRound ? roundName('zh', round, every) : documentWords.zh.spanName(dayText(span.from), dayText(span.to)),
  }
}

/** A round that is not over is told up to yesterday; on its first day of that day alone. */
const overDays = ({ first, last }: Round, yesterday: DaySpan['to']): DaySpan => ({
  from: first,
  to: last <= yesterday ? last : yesterday < first ? first : yesterday,
})
