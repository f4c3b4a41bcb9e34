import type { DocumentListView, FieldProblemView, Named } from '../../contract/index.js'
import { type DocumentRule, dayAt, dayText, type Program } from '../../core/index.js'
import type { CountedPart } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { unitNamed } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOfKind } from '../showing.js'
import { waysApart } from '../statistics/read-statistics.js'
import { spanAsked } from '../statistics/statistics-asked.js'
import { orderIn, rowNamed } from '../statistics/statistics-table.js'
import { failed } from '../view-failure.js'
import { documentWords } from '../words/documents.js'
import { wordsOf } from '../words/index.js'
import { statisticsWords } from '../words/statistics.js'

/** 专题. What whoever begins a bulletin says: of which days it is, and of which part of what is counted, with what that is called on paper. */
export type StatedDays = { readonly from: string; readonly to: string; readonly part: CountedPart; readonly scope: string }

/** As it came. */
export type DaysStated = { readonly from: string; readonly to: string; readonly part: Readonly<Record<string, string>> }

type Of = { readonly rule: DocumentRule; readonly program: Program }
type Parts = NonNullable<DocumentListView['kinds'][number]['states']>['parts']

const narrowing = ['unit', 'category', 'channel'] as const

/** What whoever begins such a paper may narrow it to; null: it says itself of which days it is. An assessment is of all of a unit. */
export function partsToState(viewer: Viewer, { rule, program }: Of): Parts | null {
  if (rule.over !== 'stated') return null
  if (Object.values(rule.asks).some(({ kind }) => kind === 'assessed')) return []
  const showing = showingOfKind(viewer.office, viewer.lang, program)
  const ways = waysApart(showing, viewer)
  return narrowing
    .filter((way) => ways.includes(way) && (way === 'unit' || rule.among[way] === undefined))
    .map((way) => ({ id: way, name: statisticsWords[viewer.lang].by[way], values: valuesOf(showing, program, way) }))
    .filter(({ values }) => values.length > 0)
}

function valuesOf(showing: Showing, { regulation }: Program, way: (typeof narrowing)[number]): Named[] {
  if (way === 'unit') return [...showing.office.units.values()].map(({ unit }) => unitNamed(showing, unit))
  return orderIn(regulation, way).map((id) => ({ id, name: rowNamed(showing, way, id).name }))
}

/** What was said, as it is kept with the draft; null: such a paper asks nobody. Days that are not over cannot be told of. */
export function statedDays(
  deps: Deps,
  viewer: Viewer,
  of: Of,
  { from: first = '', to: last = '', part = {} }: Partial<DaysStated>,
): Outcome<{ stated: StatedDays | null }> {
  const parts = partsToState({ ...viewer, lang: 'zh' }, of)
  if (parts === null) return { ok: true, stated: null }
  const found = spanAsked(deps, viewer, { from: first || '-', to: last || '-' })
  if (!found.ok) return found
  const { office, lang } = viewer
  const { from, to } = found.span
  if (to > dayAt(nowOf(deps, office), office.calendar.zone))
    return failed(wordsOf(lang), 'invalid', { problems: [ahead(viewer)] })
  const named = Object.entries(part).map(([id, value]) =>
    parts.find((each) => each.id === id)?.values.find((each) => each.id === value),
  )
  if (named.includes(undefined)) return failed(wordsOf(lang), 'bad-request')
  const scope = documentWords.zh.scope(named.flatMap((each) => each?.name ?? []))
  return { ok: true, stated: { from: dayText(from), to: dayText(to), part, scope } }
}

function ahead({ lang }: Viewer): FieldProblemView {
  const { fields, problems } = statisticsWords[lang]
  return { field: 'to', name: fields.to, code: 'ahead', limit: null, sentence: problems.ahead }
}
