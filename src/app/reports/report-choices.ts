import type { Named, ReportChoices, ReportPart } from '../../contract/index.js'
import { cycles, spanNames } from '../../core/index.js'
import type { Viewer } from '../deps.js'
import { roleName, unitNamed } from '../matter/view-parts.js'
import { type Showing, showingOf } from '../showing.js'
import { byNamed, waysApart } from '../statistics/read-statistics.js'
import { keptFrom } from '../statistics/statistics-asked.js'
import { orderIn, rowNamed } from '../statistics/statistics-table.js'
import { reportWords } from '../words/reports.js'
import { statisticsWords } from '../words/statistics.js'
import { figuresTold, type Told } from './report-asked.js'
import { rolesToShare } from './saved-reports.js'

/** Of what somebody may build a report: what the regulations here declare, as far as they are told of it. */
export function readReportChoices(viewer: Viewer): ReportChoices {
  const { office, actor, lang } = viewer
  const showing = showingOf(office, lang)
  const words = reportWords[lang]
  const ways = waysApart(showing, viewer)
  const parts = ways.flatMap((way) => (way === 'month' ? [] : [way]))
  return {
    over: [...spanNames.map((id) => ({ id, name: statisticsWords[lang].spans[id] })), { id: 'days', name: words.days }],
    rows: ways.map((way) => byNamed(showing, way)),
    figures: eachOnce(figuresTold(showing, actor.role)).map(({ id, name, counts, isOfDuties }) => ({
      id,
      name,
      counts,
      isOfDuties,
    })),
    parts: parts.map((id) => ({ id, name: words.parts[id], values: valuesOf(showing, actor.role, id) })),
    every: cycles.map((id) => ({ id, name: words.every[id] })),
    roles: rolesToShare(showing).map((id) => ({ id, name: roleName(showing, id) })),
  }
}

/** Where being content is one option alone, the option counts the same matters: it is offered once. */
const eachOnce = (figures: readonly Told[]): readonly Told[] =>
  figures.filter((one, at) => !figures.slice(0, at).some(({ counts, of }) => counts === one.counts && of === one.of))

function valuesOf(showing: Showing, role: string, part: ReportPart): Named[] {
  const { office } = showing
  if (part === 'unit') return [...office.units.values()].map(({ unit }) => unitNamed(showing, unit))
  const kept = part === 'duty' ? keptFrom(office, role) : []
  const ids = new Set(office.programs.flatMap(({ regulation }) => orderIn(regulation, part)))
  return [...ids].filter((id) => !kept.includes(id)).map((id) => ({ id, name: rowNamed(showing, part, id).name }))
}
