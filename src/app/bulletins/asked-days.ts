import {
  addDays,
  type DocumentRule,
  dayAt,
  dayText,
  endOfDay,
  type Folded,
  type Instant,
  type Round,
  readDay,
} from '../../core/index.js'
import type { CountedPart } from '../../store/index.js'
import type { Viewer } from '../deps.js'
import { roundName, roundOf } from '../office-duties/round-words.js'
import { type DaySpan, isWholeMonths, usualSpans } from '../statistics/spans.js'
import { documentWords } from '../words/documents.js'
import type { StatedDays } from './stated-days.js'

/** 期间与截至. Of which days a bulletin speaks, as it was known when, and what the days are called. */
export type AskedDays = {
  readonly span: DaySpan
  readonly asOf: Instant
  readonly spanName: string
  /** To what it is narrowed. */
  readonly part: CountedPart
}

/**
 * Of the round that its matter is of, as far as it is over; else of days told from yesterday: whole days, so that what it says of them does
 * not hang on the hour; of a special one, of those that whoever began it said. Whole months that are over are told as they were known at their
 * end, everything else as it is known now.
 */
export function askedDays(
  { office }: Pick<Viewer, 'office'>,
  given: Folded,
  { over }: Pick<DocumentRule, 'over'>,
  stated: StatedDays | null,
): AskedDays {
  const { zone } = office.calendar
  const [first, last] = [readDay(stated?.from ?? ''), readDay(stated?.to ?? '')]
  if (stated !== null && first !== null && last !== null) {
    const spanName = documentWords.zh.spanName(stated.from, stated.to) + stated.scope
    return { ...heldAt({ from: first, to: last }, given.now, zone), spanName, part: stated.part }
  }
  const yesterday = addDays(dayAt(given.now, zone), -1)
  const round = roundOf(given)
  const span =
    over === null && round !== null
      ? overDays(round, yesterday)
      : usualSpans(yesterday)[over === null || over === 'stated' ? 'thisYear' : over]
  const every = given.program.officeDuty?.every ?? null
  const isRound = round !== null && every !== null && span.from === round.first && span.to === round.last
  return {
    ...heldAt(span, given.now, zone),
    part: {},
    spanName: isRound ? roundName('zh', round, every) : documentWords.zh.spanName(dayText(span.from), dayText(span.to)),
  }
}

function heldAt(span: DaySpan, now: Instant, zone: number): Pick<AskedDays, 'span' | 'asOf'> {
  const end = endOfDay(span.to, zone)
  return { span, asOf: isWholeMonths(span) && end <= now ? end : now }
}

/** A round that is not over is told up to yesterday; on its first day of that day alone. */
const overDays = ({ first, last }: Round, yesterday: DaySpan['to']): DaySpan => ({
  from: first,
  to: last <= yesterday ? last : yesterday < first ? first : yesterday,
})
