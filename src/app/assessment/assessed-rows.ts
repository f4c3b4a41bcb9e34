import { type AssessedLine, assess, type Program } from '../../core/index.js'
import { partName, totalName } from '../../load/index.js'
import type { Deps, Viewer } from '../deps.js'
import { unitNamed } from '../matter/view-parts.js'
import type { Showing } from '../showing.js'
import { shareFromIn, shareText } from '../statistics/shares.js'
import type { DaySpan } from '../statistics/spans.js'
import { assessmentWords } from '../words/assessment.js'
import { documentWords } from '../words/documents.js'
import { rulesFor } from './assessment-asked.js'
import { talliesOf } from './read-assessment.js'

type Asked = { readonly showing: Showing; readonly program: Program; readonly span: DaySpan; readonly lines: readonly string[] }

/** Whether every line that a paper asks for is told to a role. */
export const mayReadLines = (
  viewer: Pick<Viewer, 'office' | 'actor'>,
  { regulation }: Program,
  lines: readonly string[],
): boolean => lines.every((line) => rulesFor(viewer, regulation).some(({ id }) => id === line))

/**
 * 考核表, as a paper has it: a row for each unit, by name and not by points (a sheet is no ranking); what each line counted with the points
 * for it, and the sum of the points where the text names any.
 */
export async function assessedRows(
  deps: Deps,
  viewer: Viewer,
  { showing, program: { regulation }, span, lines }: Asked,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const rules = rulesFor(viewer, regulation)
  const shareFrom = shareFromIn(showing.office)
  const rows = [...(await talliesOf(deps, viewer, { regulation, span, unit: undefined }))].map(([unit, tally]) => {
    const assessed = assess(rules, tally, shareFrom)
    const cells = assessed.lines.flatMap((line) => (lines.includes(line.id) ? [[line.id, cellText(line, shareFrom)]] : []))
    const total = assessed.total === null ? documentWords.zh.untold : String(assessed.total)
    return { [partName.id]: unitNamed(showing, unit).name, ...Object.fromEntries(cells), [totalName.id]: total }
  })
  return rows.sort((one, other) => (one[partName.id] ?? '').localeCompare(other[partName.id] ?? '', 'zh'))
}

function cellText({ number, of, points, because }: AssessedLine, shareFrom: number): string {
  const { untold, scored } = documentWords.zh
  const counted = of === null ? String(number) : (shareText(number, of, shareFrom) ?? untold)
  if (points !== null) return scored(counted, points)
  return because === 'few' ? `${counted}（${assessmentWords.zh.because.few}）` : counted
}
