import type { GlanceView } from '../../contract/index.js'
import { addDays, dayAt, dayText } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { countSpan } from './count-span.js'
import { countOf, figureOf, figuresOf } from './figures.js'
import { byAsked, countStatistics, spanView } from './read-statistics.js'
import { type DaySpan, usualSpans } from './spans.js'
import type { StatisticsAsked } from './statistics-asked.js'

/** So many days of a month must have begun before it is what is shown first. */
const leastOfMonth = 7

/** 一页要览. What a leader reads in a minute, asked for at once: the figures of a time span, and what is other this week. */
export async function readGlance(deps: Deps, viewer: Viewer, asked: StatisticsAsked): Promise<Outcome<{ glance: GlanceView }>> {
  const { office, lang, asOf } = viewer
  const by = byAsked(showingOf(office, lang), viewer, asked.by)
  const today = dayAt(asOf ?? nowOf(deps, office), office.calendar.zone)
  const { thisWeek: week, thisMonth, lastMonth } = usualSpans(today)
  // In the first days of a month there is nothing to read of it yet.
  const isYoung = today - thisMonth.from < leastOfMonth
  const isNamed = Boolean(asked.from) || Boolean(asked.to)
  const days = isNamed || !isYoung ? {} : { from: dayText(lastMonth.from), to: dayText(lastMonth.to) }
  const [found, now, before] = await Promise.all([
    countStatistics(deps, viewer, { ...asked, ...days, ways: [by] }),
    toldOf(deps, viewer, week),
    toldOf(deps, viewer, { from: addDays(week.from, -7), to: addDays(week.to, -7) }),
  ])
  if (!found.ok) return found
  const [table] = found.tables
  if (table === undefined) throw new Error('one way, one table')
  return { ok: true, glance: { ...found.statistics, table, week: { now, before } } }
}

async function toldOf(deps: Deps, viewer: Viewer, span: DaySpan): Promise<GlanceView['week']['now']> {
  const showing = showingOf(viewer.office, viewer.lang)
  const [counted] = (await countSpan(deps, viewer, { span, part: {}, ways: [null] })).of(null)
  return {
    span: spanView(span),
    figures: figuresOf(showing, viewer.actor.role).map((figure) => ({
      ...{ id: figure.id, name: figure.name, now: countOf(counted, figure) },
      of: figure.of === null ? null : figureOf(showing, figure.of).counts,
    })),
  }
}
