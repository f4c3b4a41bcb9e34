import type { FieldProblemView, Lang } from '../../contract/index.js'
import { type Day, dayAt, endOfDay, type Instant, isDutyCounted, type Regulation, readDay, startOfDay } from '../../core/index.js'
import type { CountAsked, CountBasis, CountedBy, CountedPart } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { statisticsWords } from '../words/statistics.js'
import { termsIn } from './rates.js'
import { type DaySpan, firstOfMonth } from './spans.js'

/** As it came: days still to be read. */
export type StatisticsAsked = {
  readonly from?: string
  readonly to?: string
  readonly by?: CountedBy
  readonly part: CountedPart
}

const longest = 5 * 366

/** The span meant: this month where none is named. */
export function spanAsked(
  deps: Deps,
  { office, lang, asOf }: Viewer,
  { from, to }: Pick<StatisticsAsked, 'from' | 'to'>,
): Outcome<{ span: DaySpan }> {
  const today = dayAt(asOf ?? nowOf(deps, office), office.calendar.zone)
  if (!from && !to) return { ok: true, span: { from: firstOfMonth(today), to: today } }
  const [first, last] = [readDay(from ?? ''), readDay(to ?? '')]
  const problems = [...wrongDay(lang, 'from', from, first), ...wrongDay(lang, 'to', to, last)]
  if (first !== null && last !== null && last < first) problems.push(problem(lang, 'to', 'backwards'))
  else if (first !== null && last !== null && last - first > longest) problems.push(problem(lang, 'to', 'tooLong'))
  if (first !== null && last !== null && problems.length === 0) return { ok: true, span: { from: first, to: last } }
  return failed(wordsOf(lang), 'invalid', { problems })
}

function wrongDay(lang: Lang, field: 'from' | 'to', text: string | undefined, day: Day | null): FieldProblemView[] {
  if (day !== null) return []
  return [problem(lang, field, text ? 'badDay' : 'noDay')]
}

function problem(lang: Lang, field: 'from' | 'to', code: 'badDay' | 'noDay' | 'backwards' | 'tooLong'): FieldProblemView {
  const words = statisticsWords[lang]
  return { field, name: words.fields[field], code, limit: null, sentence: words.problems[code] }
}

/** The unit whose own share alone is counted: that of a viewer who speaks for one. */
export function ownUnit({ office, actor }: Viewer): string | null {
  return office.roles.get(actor.role)?.kind === 'unit' ? actor.unit : null
}

/** What is asked of the store, through the one gate. */
export function countAsked(
  viewer: Viewer,
  now: Instant,
  { span, part }: { readonly span: DaySpan; readonly part: CountedPart },
): CountAsked {
  const { office, actor } = viewer
  const { zone } = office.calendar
  const own = ownUnit(viewer)
  return {
    gate: gateOf(office, actor),
    from: startOfDay(span.from, zone),
    before: endOfDay(span.to, zone),
    now,
    ...basisOf(office),
    withheld: keptFrom(office, actor.role),
    uncountedMarks: uncountedMarks(office, actor.role),
    part: own === null ? part : { ...part, unit: own },
  }
}

/** What would tell this role of an act that is kept from it, as `regulation duty`: two kinds may call a duty the same. */
export const keptFrom = ({ programs }: Pick<Office, 'programs'>, role: string): readonly string[] => [
  ...new Set(
    programs.flatMap(({ regulation, kept }) => [...(kept.duties.get(role) ?? [])].map((duty) => dutyOf(regulation, duty))),
  ),
]

/** A duty as counts tell it from others: two kinds of work may call one the same. */
export const dutyOf = ({ id }: { readonly id: string }, duty: string): string => `${id} ${duty}`

/** Whom an act names, for better or worse, is not told by a figure to a role that may not read it there. */
export const uncountedMarks = ({ programs }: Pick<Office, 'programs'>, role: string): readonly string[] =>
  (['criticised', 'commended'] as const).filter((mark) =>
    programs.some(({ regulation, kept }) =>
      Object.values(regulation.acts).some((act) => {
        const field = mark === 'criticised' ? act.criticises : act.commends
        return field !== null && (kept.fields.get(role)?.has(field) === true || isShielded(regulation, field, role))
      }),
    ),
  )

const isShielded = ({ visibility }: Regulation, field: string, role: string): boolean =>
  visibility.fields.some(({ as, to, fields }) => as !== 'shown' && to.includes(role) && fields.includes(field))

/**
 * How an office counts. What no kind counts is left out by its name; a name that one counts and another does not by its regulation.
 */
export function basisOf({ programs, calendar }: Pick<Office, 'programs' | 'calendar'>): CountBasis {
  const all = programs.flatMap(({ regulation }) =>
    Object.values(regulation.duties).map((duty) => ({
      id: duty.id,
      of: dutyOf(regulation, duty.id),
      isCounted: isDutyCounted(regulation, duty),
    })),
  )
  const counted = new Set(all.filter((each) => each.isCounted).map(({ id }) => id))
  const left = all.filter((each) => !each.isCounted)
  return {
    zone: calendar.zone,
    uncounted: [...new Set(left.map(({ id }) => id))].filter((id) => !counted.has(id)),
    uncountedIn: [...new Set(left.filter(({ id }) => counted.has(id)).map(({ of }) => of))],
    terms: termsIn({ programs }),
  }
}
