import type { PatternsView } from '../../contract/index.js'
import { addDays, addMonths, addWorkdays, type Day, dayAt, type Instant, readDay, startOfDay } from '../../core/index.js'
import { type PatternAnswer, type PatternCount, type PatternId, patternIds } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { matterRowView } from '../desk/view-lists.js'
import { gateOf } from '../gate.js'
import { moment, unitNamed } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOf } from '../showing.js'
import { firstOfMonth, lastOfMonth } from '../statistics/spans.js'
import { ownUnit } from '../statistics/statistics-asked.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { patternWords } from '../words/patterns.js'
import { type CountedMonth, countMonth, type MonthAsked, monthName, monthReach } from './count-month.js'
import { daysToAnswer, measures } from './measures.js'

const monthsBack = 12

/** The first day of a month as it is written, which has begun; null: it is none. */
export function monthAsked({ office }: Pick<Viewer, 'office'>, month: string | undefined, now: Instant): Day | null {
  const today = dayAt(now, office.calendar.zone)
  if (month === undefined) return firstOfMonth(today)
  const first = /^\d{4}-\d{2}$/.test(month) ? readDay(`${month}-01`) : null
  return first !== null && first <= today ? first : null
}

/** From when on others than the unit itself see what is conspicuous in a month. */
export const othersSeeFrom = ({ calendar }: Pick<Office, 'calendar'>, first: Day): Instant =>
  startOfDay(addDays(addWorkdays(lastOfMonth(first), daysToAnswer, calendar), 1), calendar.zone)

/**
 * 数字自查. What is conspicuous in the figures of a month: to a unit its own at once, to all others once it has had days to answer. Counted when
 * somebody looks; nothing is done by it.
 */
export async function readPatterns(
  deps: Deps,
  viewer: Viewer,
  asked: { readonly month?: string },
): Promise<Outcome<{ patterns: PatternsView }>> {
  const { office, lang, actor } = viewer
  const now = nowOf(deps, office)
  const first = monthAsked(viewer, asked.month, now)
  if (first === null) return failed(wordsOf(lang), 'invalid', { detail: patternWords[lang].badMonth })
  const own = ownUnit(viewer)
  const from = othersSeeFrom(office, first)
  const isShown = office.settings.tellsPatterns && (own !== null || now >= from)
  const month = monthName(first)
  const counted = isShown ? await countedFor(deps, viewer, { first, now }) : null
  return {
    ok: true,
    patterns: {
      month,
      months: Array.from({ length: monthsBack }, (_, back) =>
        monthName(addMonths(firstOfMonth(dayAt(now, office.calendar.zone)), -back)),
      ),
      isOn: office.settings.tellsPatterns,
      mayAnswer: own !== null,
      maySwitch: office.roles.get(actor.role)?.kind === 'office',
      othersFrom: now >= from ? null : moment(from, office.calendar.zone),
      countedAt: counted === null ? null : moment(counted.countedAt, office.calendar.zone),
      units: counted === null ? [] : await unitsOf(deps, viewer, { month, counted }),
      measures: patternIds.map((id) => ({ id, name: patternWords[lang].patterns[id].name, measure: measureOf(viewer, id) })),
    },
  }
}

const measureOf = ({ lang }: Viewer, id: PatternId): string => {
  const words = patternWords[lang]
  return `${words.patterns[id].measure}${lang === 'en' ? ' ' : ''}${words.shown(measures[id].least, measures[id].percent)}`
}

/** As it was counted for all who count of the same, today or on the last day it was; else counted now. */
async function countedFor(deps: Deps, viewer: Viewer, asked: MonthAsked): Promise<CountedMonth> {
  if (ownUnit(viewer) !== null) return countMonth(deps, viewer, asked)
  const of = { month: monthName(asked.first), reach: await monthReach(deps, viewer, asked) }
  return (await deps.store.patterns.findPatternMonth(viewer.office.id, of)) ?? countMonth(deps, viewer, asked)
}

type Month = { readonly month: string; readonly counted: CountedMonth }

async function unitsOf(deps: Deps, viewer: Viewer, { month, counted }: Month): Promise<PatternsView['units']> {
  const { office, lang } = viewer
  const told = counted.counts.map(({ pattern, ...count }) => ({ pattern, count }))
  const answers = await deps.store.patterns.listPatternAnswers(office.id, month)
  const showing = showingOf(office, lang)
  const units = [...new Set(told.map(({ count }) => count.unit))].map(async (unit) => ({
    unit: unitNamed(showing, unit),
    found: await Promise.all(
      told
        .filter(({ count }) => count.unit === unit)
        .map((each) =>
          foundView(deps, viewer, {
            ...each,
            showing,
            answers: answers.filter((said) => said.unit === unit && said.pattern === each.pattern),
          }),
        ),
    ),
  }))
  return (await Promise.all(units)).sort((one, other) => one.unit.name.localeCompare(other.unit.name, 'zh'))
}

type Found = {
  readonly pattern: PatternId
  readonly count: PatternCount
  readonly showing: Showing
  readonly answers: readonly PatternAnswer[]
}

async function foundView(
  deps: Deps,
  viewer: Viewer,
  { pattern, count, showing, answers }: Found,
): Promise<PatternsView['units'][number]['found'][number]> {
  const { office, actor, lang } = viewer
  const rows = await deps.store.statistics.listThese(office.id, { gate: gateOf(office, actor), matters: count.matters })
  return {
    id: pattern,
    name: patternWords[lang].patterns[pattern].name,
    measure: measureOf(viewer, pattern),
    number: count.number,
    of: count.of,
    matters: rows.map((row) => matterRowView(showing, row)),
    answers: answers.map(({ answer, account, at }) => ({
      answer,
      by: office.people.get(account) ?? showing.words.formerPerson,
      at: moment(at, office.calendar.zone),
    })),
  }
}
