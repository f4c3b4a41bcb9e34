import type { FieldProblemView, ReportAsked } from '../../contract/index.js'
import { addDays, type Day, dayAt } from '../../core/index.js'
import type { CountedPart } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOf } from '../showing.js'
import { type Figure, figuresOf, ratingFigures } from '../statistics/figures.js'
import { rateFigure, rateName, rateSaid, ratesIn } from '../statistics/rates.js'
import { type DaySpan, usualSpans } from '../statistics/spans.js'
import { spanAsked } from '../statistics/statistics-asked.js'
import { ofDuties } from '../statistics/statistics-table.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { reportWords } from '../words/reports.js'

const mostFigures = 12

/** A figure that a report may count, in words. */
export type Told = {
  readonly id: string
  readonly name: string
  readonly counts: string
  readonly of: string | null
  readonly day: string | null
  /** It counts how duties were met, and can be taken apart by them. */
  readonly isOfDuties: boolean
}

/** Every figure that a role is told of here: what the regulation declares first. */
export function figuresTold(showing: Showing, role: string): readonly Told[] {
  const rates = ratesIn(showing.office).map((rate): Told => {
    const { counts, of } = rateSaid(showing, rate)
    return { id: rateFigure(rate.id, 'counts'), name: rateName(showing, rate), counts, of, day: null, isOfDuties: false }
  })
  const { rated } = reportWords[showing.lang]
  const options = ratingFigures(showing).map((figure) => ({ ...figure, name: rated(figure.name) }))
  const fixed = [...figuresOf(showing, role), ...options]
  const nameOf = (id: string) => fixed.find((each) => each.id === id)?.counts ?? null
  return [...rates, ...fixed.map((figure) => told(figure, nameOf))]
}

const told = ({ id, figure, name, counts, day, of }: Figure, nameOf: (id: string) => string | null): Told => ({
  ...{ id, name, counts, day },
  of: of === null ? null : nameOf(of),
  isOfDuties: ofDuties.includes(figure),
})

/** A report as its reader may have it: what they are told nothing of is not in it. Null: then nothing is left. */
export function askedFor({ office, actor, lang }: Viewer, asked: ReportAsked): ReportAsked | null {
  const known = figuresTold(showingOf(office, lang), actor.role).map(({ id }) => id)
  const figures = asked.figures.filter((id) => known.includes(id))
  return figures.length === 0 ? null : { ...asked, figures }
}

/** What is wrong with a report, beside the field it is wrong in. */
export function checkedAsked(viewer: Viewer, asked: ReportAsked): Outcome<{ figures: readonly Told[] }> {
  const { office, actor, lang } = viewer
  const words = reportWords[lang]
  const all = figuresTold(showingOf(office, lang), actor.role)
  const wrong = (field: string, name: string, sentence: string): FieldProblemView => ({
    ...{ field, name, code: 'invalid', limit: null, sentence },
  })
  const strange = asked.figures.find((id) => all.every((each) => each.id !== id))
  const figures = asked.figures.flatMap((id) => all.filter((each) => each.id === id))
  const isOfDuties = asked.rows === 'duty' || asked.across === 'duty' || asked.part.duty !== undefined
  const others = isOfDuties ? figures.filter((each) => !each.isOfDuties) : []
  const said = [
    ...(asked.figures.length === 0 ? [words.noFigure] : []),
    ...(asked.figures.length > mostFigures ? [words.tooManyFigures(mostFigures)] : []),
    ...(strange === undefined ? [] : [words.strangeFigure(strange)]),
    ...(asked.across !== null && asked.figures.length > 1 ? [words.oneAcross] : []),
    ...(others.length === 0 ? [] : [words.ofDutiesAlone(others.map(({ name }) => name))]),
  ].map((sentence) => wrong('figures', words.figures, sentence))
  if (asked.across === asked.rows) said.push(wrong('across', words.name, words.sameTwice))
  return said.length === 0 ? { ok: true, figures } : failed(wordsOf(lang), 'invalid', { problems: said })
}

/** Of which days it is, told from today. */
export function reportSpan(deps: Deps, viewer: Viewer, asked: ReportAsked): Outcome<{ span: DaySpan }> {
  const { office, asOf } = viewer
  if (asked.over === 'days') return spanAsked(deps, viewer, { from: asked.from || '-', to: asked.to || '-' })
  return { ok: true, span: usualSpans(dayAt(asOf ?? nowOf(deps, office), office.calendar.zone))[asked.over] }
}

/** The same as a cycle ends: what is under way ends with it. `next`: the first day after it. */
export function spanEnding(asked: ReportAsked, next: Day): DaySpan | null {
  if (asked.over === 'days') return null
  return usualSpans(asked.over.startsWith('last') ? next : addDays(next, -1))[asked.over]
}

export const partOf = ({ part }: ReportAsked): CountedPart => ({
  ...(part.unit === undefined ? {} : { unit: part.unit }),
  ...(part.category === undefined ? {} : { category: part.category }),
  ...(part.channel === undefined ? {} : { channel: part.channel }),
  ...(part.regulation === undefined ? {} : { regulation: part.regulation }),
  ...dutyIn(part.duty),
})

/** `regulation duty`, as counts tell one duty from another. */
function dutyIn(duty: string | undefined): CountedPart {
  if (duty === undefined) return {}
  const [regulation = '', id = ''] = duty.split(' ')
  return { regulation, duty: id }
}

export const nameOf = (showing: Showing, role: string, figure: string): string =>
  figuresTold(showing, role).find(({ id }) => id === figure)?.name ?? figure
