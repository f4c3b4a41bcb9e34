import { type Cycle, type Limit, type Period, type RoundEdge, unreachable } from '../../core/index.js'
import { actName, fieldName, type Saying, type SayLang } from './saying.js'

/** Words for limits in one language. Names come quoted. */
type LimitWords = {
  /** A period of nothing: that very day, or moment. */
  readonly atOnce: Readonly<Record<'day' | 'moment', string>>
  readonly starts: (from: string, period: string) => string
  /** The same, of a period of nothing. */
  readonly startsAtOnce: (from: string) => string
  readonly receivedBy: (period: string, time: string) => string
  /** The first such day that comes; of a round, that day of its year. */
  readonly next: (month: number, day: number) => string
  readonly yearly: (month: number, day: number) => string
  readonly before: (period: string, field: string) => string
  readonly set: (field: string, from: 'opening' | 'statement', fallback: string | null) => string
  readonly chosen: Readonly<Record<'shortest' | 'longest', (parts: readonly string[]) => string>>
  readonly byChosen: (limit: string) => string
  /** The first or the last of several starts. */
  readonly several: Readonly<Record<'first' | 'last', (starts: readonly string[]) => string>>
  /** A length, and what follows from its end. */
  readonly plus: (first: string, next: string) => string
  /** Until the end of the first, second … round. */
  readonly rounds: Readonly<Record<RoundEdge, (count: number, every: Cycle) => string>>
  readonly none: string
  /** As the time in which something is done. */
  readonly within: (limit: string) => string
  /** On that very day, or at that moment. */
  readonly on: (limit: string) => string
  readonly until: (limit: string) => string
  readonly untilBefore: (period: string, field: string) => string
}

const roundsZh: Readonly<Record<Cycle, string>> = { week: '周', month: '个月', quarter: '季度', half: '个半年', year: '年' }
const roundsEn: Readonly<Record<Cycle, string>> = {
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  half: 'half-year',
  year: 'year',
}

/** As English writes them. */
export const englishMonths: readonly string[] =
  'January, February, March, April, May, June, July, August, September, October, November, December'.split(', ')

const limitWords: Readonly<Record<SayLang, LimitWords>> = {
  zh: {
    atOnce: { day: '当天', moment: '当时' },
    starts: (from, period) => `自${from}起${period}`,
    startsAtOnce: (from) => `${from}当天`,
    receivedBy: (period, time) => `${period}（${time}以后或者休息日收到的，从下一个工作日算起）`,
    next: (month, day) => `随后的第一个${month}月${day}日`,
    yearly: (month, day) => `每年${month}月${day}日`,
    before: (period, field) => `${field}前${period}`,
    set: (field, from, fallback) =>
      `${field}写明的期限${from === 'opening' ? '' : '（自写明之时起算）'}${fallback === null ? '' : `（没有写明的，${fallback}）`}`,
    chosen: {
      shortest: (parts) => `下列期限中最先到期的一个（${parts.join('；')}）`,
      longest: (parts) => `下列期限中最后到期的一个（${parts.join('；')}）`,
    },
    byChosen: (limit) => `${limit}内`,
    several: {
      first: (starts) => `${starts.join('、')}中最早的一个`,
      last: (starts) => `${starts.join('、')}中最晚的一个`,
    },
    plus: (first, next) => `${first}期满后${next}`,
    rounds: {
      'period-end': (count, every) => (count === 1 ? `下一${roundsZh[every]}结束前` : `其后第${count}${roundsZh[every]}结束前`),
      'period-start': (count, every) => (count === 1 ? `这一${roundsZh[every]}结束前` : `第${count}${roundsZh[every]}结束前`),
    },
    none: '未规定时限',
    within: (limit) => `${limit}内`,
    on: (limit) => limit,
    until: (limit) => `${limit}前`,
    untilBefore: (period, field) => `${field}${period}以前`,
  },
  en: {
    atOnce: { day: 'the same day', moment: 'that moment' },
    starts: (from, period) => `${period} from ${from}`,
    startsAtOnce: (from) => `the day of ${from}`,
    receivedBy: (period, time) => `${period} (what comes after ${time} or on a day off counts from the next workday)`,
    next: (month, day) => `the first ${day} ${englishMonths[month - 1] ?? ''} that follows`,
    yearly: (month, day) => `${day} ${englishMonths[month - 1] ?? ''} of each year`,
    before: (period, field) => `${period} before ${field}`,
    set: (field, from, fallback) =>
      `the limit stated in ${field}${from === 'opening' ? '' : ', counted from its statement'}${fallback === null ? '' : ` (${fallback} where none is stated)`}`,
    chosen: {
      shortest: (parts) => `whichever ends first (${parts.join('; ')})`,
      longest: (parts) => `whichever ends last (${parts.join('; ')})`,
    },
    byChosen: (limit) => `by ${limit}`,
    several: {
      first: (starts) => `the first of ${starts.join(', ')}`,
      last: (starts) => `the last of ${starts.join(', ')}`,
    },
    plus: (first, next) => `${next} from the end of ${first}`,
    rounds: {
      'period-end': (count, every) =>
        count === 1 ? `by the end of the next ${roundsEn[every]}` : `by the end of the ${count} ${roundsEn[every]}s that follow`,
      'period-start': (count, every) =>
        count === 1 ? `by the end of the ${roundsEn[every]}` : `by the end of ${count} ${roundsEn[every]}s`,
    },
    none: 'no time stated',
    within: (limit) => `within ${limit}`,
    on: (limit) => `on ${limit}`,
    until: (limit) => `by ${limit}`,
    untilBefore: (period, field) => `by ${period} before ${field}`,
  },
}

export const sayPeriod = ({ words }: Saying, { amount, unit }: Period): string => words.period(amount, unit)

/** A minute of the day as a clock shows it. */
export const sayTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** A limit as a length or an end: "3 workdays from “sign for”". Without one, that none is stated. */
export function sayLimit(saying: Saying, limit: Limit | null): string {
  const words = limitWords[saying.lang]
  if (limit === null) return words.none
  switch (limit.kind) {
    case 'period':
      return sayPeriodLimit(saying, limit)
    case 'yearly':
      return words.next(limit.month, limit.day)
    case 'on':
      return limit.day
    case 'before':
      return words.before(sayPeriod(saying, limit.period), fieldName(saying, limit.field))
    case 'set':
      return words.set(
        fieldName(saying, limit.field),
        limit.from,
        limit.fallback === null ? null : sayLimit(saying, limit.fallback),
      )
    case 'shortest':
    case 'longest':
      return words.chosen[limit.kind](limit.of.map((each) => sayLimit(saying, each)))
    case 'round':
      return sayRound(saying, limit)
    default:
      return unreachable(limit)
  }
}

/** The time in which something is to be done: "within 3 workdays", "by 31 December of each year". */
export function sayWithin(saying: Saying, limit: Limit): string {
  const words = limitWords[saying.lang]
  const said = sayLimit(saying, limit)
  switch (limit.kind) {
    case 'before':
      return words.untilBefore(sayPeriod(saying, limit.period), fieldName(saying, limit.field))
    case 'yearly':
    case 'on':
      return words.until(said)
    case 'shortest':
    case 'longest':
      return words.byChosen(said)
    case 'period':
      return limit.period.amount === 0 ? words.on(said) : words.within(said)
    case 'set':
      return words.within(said)
    case 'round':
      if (limit.within.kind === 'periods') return said
      return limit.within.kind === 'yearly' ? words.until(said) : sayWithin(saying, limit.within)
    default:
      return unreachable(limit)
  }
}

function sayRound(saying: Saying, { every, within, edge }: Extract<Limit, { kind: 'round' }>): string {
  const words = limitWords[saying.lang]
  if (within.kind === 'periods') return words.rounds[edge](within.periods, every)
  return within.kind === 'yearly' ? words.yearly(within.month, within.day) : sayLimit(saying, within)
}

type PeriodLimit = Extract<Limit, { kind: 'period' }>

function sayPeriodLimit(saying: Saying, { period, from, receivedBy, plus = [] }: PeriodLimit): string {
  const words = limitWords[saying.lang]
  const isMoment = period.unit === 'hours' || period.unit === 'minutes'
  const length = period.amount === 0 ? words.atOnce[isMoment ? 'moment' : 'day'] : sayPeriod(saying, period)
  const started =
    from === undefined
      ? length
      : period.amount === 0
        ? words.startsAtOnce(startName(saying, from))
        : words.starts(startName(saying, from), length)
  const received = receivedBy === undefined ? started : words.receivedBy(started, sayTime(receivedBy))
  return plus.reduce((said, next) => words.plus(said, sayPeriod(saying, next)), received)
}

/** The first or the last of several starts, by their names. */
export const sayOneOf = (lang: SayLang, which: 'first' | 'last', starts: readonly string[]): string =>
  limitWords[lang].several[which](starts)

/** What a length counts from, by name. */
function startName(saying: Saying, from: NonNullable<PeriodLimit['from']>): string {
  if (from.on === 'several')
    return sayOneOf(
      saying.lang,
      from.which,
      from.of.map((each) => startName(saying, each)),
    )
  return from.on === 'act' ? actName(saying, from.act) : fieldName(saying, from.field)
}

/** Whether every part of a limit names a start of its own, so that the opening starts nothing. */
export function startsItself(limit: Limit | null): boolean {
  if (limit === null) return false
  switch (limit.kind) {
    case 'period':
      return limit.from !== undefined
    case 'shortest':
    case 'longest':
      return limit.of.every(startsItself)
    case 'set':
      return limit.from === 'statement' && (limit.fallback === null || startsItself(limit.fallback))
    case 'yearly':
    case 'on':
    case 'before':
    case 'round':
      return true
    default:
      return unreachable(limit)
  }
}
