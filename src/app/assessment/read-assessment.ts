import type { AssessedLineView, AssessmentRuleView, AssessmentView } from '../../contract/index.js'
import { type AssessedLine, type AssessmentRule, assess, dayAt, type Regulation, type Tally } from '../../core/index.js'
import { sayAssessment } from '../../load/index.js'
import { listsFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { clauseViews, named, unitNamed } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { sayingFor } from '../saying-for.js'
import { type Showing, showingOf } from '../showing.js'
import { scopeOf, spanView } from '../statistics/read-statistics.js'
import { shareFromIn, shareText } from '../statistics/shares.js'
import { type DaySpan, usualSpans } from '../statistics/spans.js'
import { countAsked, spanAsked } from '../statistics/statistics-asked.js'
import { nameIn } from '../words/index.js'
import { statisticsWords } from '../words/statistics.js'
import { type AssessmentAsked, assessing, partOf, rulesFor, tallyFrom } from './assessment-asked.js'

/** 考核表. What each unit is assessed by in a time span, and what it comes to: from what statistics count, as it stands or stood. */
export async function readAssessment(
  deps: Deps,
  viewer: Viewer,
  asked: AssessmentAsked,
): Promise<Outcome<{ assessment: AssessmentView }>> {
  const found = spanAsked(deps, viewer, usualYear(deps, viewer, asked))
  if (!found.ok) return found
  const { office, lang } = viewer
  const showing = showingOf(office, lang)
  const wanted = assessing(office).filter(({ id }) => asked.regulation === undefined || id === asked.regulation)
  const sheets: AssessmentView['sheets'] = []
  for (const regulation of wanted) sheets.push(await sheetOf(deps, viewer, { regulation, span: found.span, unit: asked.unit }))
  const spans = usualSpans(dayAt(viewer.asOf ?? nowOf(deps, office), office.calendar.zone))
  const words = statisticsWords[lang]
  return {
    ok: true,
    assessment: {
      span: spanView(found.span),
      spans: Object.entries(spans).map(([name, span]) => spanView(span, words.spans[name as keyof typeof spans])),
      scope: scopeOf(showing, viewer),
      shareFrom: shareFromIn(office),
      sheets,
    },
  }
}

/** An assessment is of a year, unless another span is asked for. */
function usualYear(deps: Deps, { office, asOf }: Viewer, { from, to }: AssessmentAsked): { from?: string; to?: string } {
  if (from || to) return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const { thisYear } = usualSpans(dayAt(asOf ?? nowOf(deps, office), office.calendar.zone))
  const { from: first, to: last } = spanView(thisYear)
  return { from: first, to: last }
}

type SheetAsked = { readonly regulation: Regulation; readonly span: DaySpan; readonly unit: string | undefined }

/** The tallies of all units under one regulation, or of one. */
export async function talliesOf(
  deps: Deps,
  viewer: Viewer,
  { regulation, span, unit }: SheetAsked,
): Promise<ReadonlyMap<string, Tally>> {
  const part = { ...partOf(viewer.office, regulation), ...(unit === undefined ? {} : { unit }) }
  const [counts, taken] = await listsFor(deps, viewer, async ({ lists, now }) => {
    const what = countAsked(viewer, now, { span, part })
    return Promise.all([
      lists.statistics.countFigures(viewer.office.id, { ...what, by: 'unit' }),
      lists.statistics.sumTaken(viewer.office.id, what),
    ])
  })
  const units = [...new Set([...counts.map(({ key }) => key), ...taken.map((each) => each.unit)])].filter((id) => id !== '')
  return new Map(
    units.map((id) => [
      id,
      tallyFrom(
        regulation,
        counts.find(({ key }) => key === id),
        taken.find((each) => each.unit === id),
      ),
    ]),
  )
}

async function sheetOf(deps: Deps, viewer: Viewer, asked: SheetAsked): Promise<AssessmentView['sheets'][number]> {
  const { office, lang } = viewer
  const { regulation } = asked
  const program = office.programs.find((each) => each.regulation.id === regulation.id) ?? office.program
  const showing = showingOf(office, lang, program)
  const rules = rulesFor(viewer, regulation)
  const shareFrom = shareFromIn(office)
  const units = [...(await talliesOf(deps, viewer, asked))].map(([id, tally]) => {
    const { lines, total } = assess(rules, tally, shareFrom)
    return {
      unit: unitNamed(showing, id),
      tally: { ...tally, figures: { ...tally.figures } },
      lines: lines.map((line) => lineView(line, shareFrom)),
      total,
    }
  })
  return {
    regulation: { id: regulation.id, name: nameIn(lang, regulation.shortTitle) },
    rules: rules.map((rule) => ruleView(showing, rule)),
    // By name, not by points: a sheet is no ranking.
    units: units.sort((one, other) => one.unit.name.localeCompare(other.unit.name, 'zh')),
  }
}

const lineView = (line: AssessedLine, shareFrom: number): AssessedLineView => ({
  ...line,
  share: line.of === null ? null : shareText(line.number, line.of, shareFrom),
})

function ruleView(showing: Showing, rule: AssessmentRule): AssessmentRuleView {
  const { id, name, rests, points, most, clause } = rule
  return {
    ...named(showing, id, name),
    says: sayAssessment(sayingFor(showing), rule).says.join(showing.lang === 'zh' ? '；' : '; '),
    clauses: clauseViews(showing.program.regulation, clause),
    rests: { by: rests.by, figure: rests.by === 'rungs' ? null : rests.figure },
    points,
    most,
    list: rests.by === 'rungs' ? null : rests.figure,
  }
}
