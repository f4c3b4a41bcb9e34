import type { ChargedView, Lang, ReturnsView } from '../../contract/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { SheetCell, SheetOut } from '../tables/workbook-file.js'
import { statisticsWords } from '../words/statistics.js'
import { countCharged } from './count-charged.js'
import { countReturns } from './count-returns.js'
import type { StatisticsAsked } from './statistics-asked.js'

/** 退回原因、用时. What stands beneath the figures, as sheets; where their viewer is told nothing of it there is none. */
export async function beneathSheets(deps: Deps, viewer: Viewer, asked: StatisticsAsked): Promise<readonly SheetOut[]> {
  const [returned, concluded] = await Promise.all([countReturns(deps, viewer, asked), countCharged(deps, viewer, asked)])
  return [
    ...(returned.ok ? returnSheets(viewer.lang, returned.returns) : []),
    ...(concluded.ok ? [chargedSheet(viewer.lang, concluded.charged)] : []),
  ]
}

function returnSheets(lang: Lang, returns: ReturnsView): readonly SheetOut[] {
  const { beneath } = statisticsWords[lang]
  const options = returns.choices.flatMap(({ name, options: each }) => each.map((option) => [name, option.name, option.matters]))
  const acts = returns.acts.map(({ matter, at, act, unit, stated }) => [
    ...[matter.number, matter.title, at.shown, act, unit ?? ''],
    stated.map(({ name, value }) => beneath.says(name, value)).join('\n'),
  ])
  const { choice, option, matters, number, title, at, act, unit, stated } = beneath.heads
  return [
    { name: beneath.reasons, heads: [choice, option, matters], rows: [...options, ...notes(lang, returns)], widths: [24, 32] },
    { name: beneath.returns, heads: [number, title, at, act, unit, stated], rows: acts, widths: [18, 40, 18, 18, 18, 60] },
  ]
}

function chargedSheet(lang: Lang, charged: ChargedView): SheetOut {
  const { beneath } = statisticsWords[lang]
  const { by, name, workdays, matters, average } = beneath.heads
  const rowsBy = (way: string, rows: ChargedView['byHolder']): SheetCell[][] =>
    rows.map((row) => [way, row.name, row.workdays, row.matters, Number(row.average)])
  return {
    name: beneath.charged,
    heads: [by, name, workdays, matters, average],
    rows: [
      ...rowsBy(beneath.byHolder, charged.byHolder),
      ...rowsBy(beneath.byStage, charged.byStage),
      ...rowsBy(beneath.byKind, charged.byKind),
      ...notes(lang, charged),
    ],
    widths: [24, 32],
  }
}

/** Where they are too many to be gone through, or some could not be. */
function notes(lang: Lang, { matters, most, unopened }: Pick<ReturnsView, 'matters' | 'most' | 'unopened'>): SheetCell[][] {
  const { beneath } = statisticsWords[lang]
  if (most !== null) return [[beneath.tooMany(matters, most)]]
  return unopened > 0 ? [[beneath.unopened(unopened)]] : []
}
