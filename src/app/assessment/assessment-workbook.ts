import type { AssessmentView } from '../../contract/index.js'
import { clausesShown, listComma } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { moment } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { type SheetCell, type SheetOut, workbookBytes } from '../tables/workbook-file.js'
import { type AssessmentWords, assessmentWords } from '../words/assessment.js'
import type { AssessmentAsked } from './assessment-asked.js'
import { listPoints } from './list-points.js'
import { readAssessment } from './read-assessment.js'

/** So many points are listed one by one; beyond that the sheet says that there are more. */
const mostListed = 20_000

/** 考核台账. A sheet of units for each kind of work, every point with its matter, and how each line is counted. */
export async function assessmentWorkbook(
  deps: Deps,
  viewer: Viewer,
  asked: AssessmentAsked,
): Promise<Outcome<{ file: Uint8Array; name: string }>> {
  const found = await readAssessment(deps, viewer, asked)
  if (!found.ok) return found
  const { assessment } = found
  const words = assessmentWords[viewer.lang]
  const { from, to } = assessment.span
  const points = await pointRows(deps, viewer, { ...asked, from, to }, words)
  if (!points.ok) return points
  const made = moment(nowOf(deps, viewer.office), viewer.office.calendar.zone).shown
  const sheets: SheetOut[] = [
    ...assessment.sheets.map((sheet) => unitSheet(sheet, words)),
    { name: words.sheets.points, heads: words.pointHeads, rows: points.rows, widths: [14, 40, 24, 18, 18, 10, 10, 30] },
    rulesSheet(assessment, words, made),
  ]
  return { ok: true, file: await workbookBytes(sheets), name: words.file(from, to) }
}

function unitSheet({ regulation, rules, units }: AssessmentView['sheets'][number], words: AssessmentWords): SheetOut {
  const heads = [
    words.unit,
    ...rules.flatMap(({ name, rests, points }) => headsOf(name, rests.by, points !== null, words)),
    words.total,
  ]
  const rows = units.map(({ unit, lines, total }) => [
    unit.name,
    ...lines.flatMap((line, at): SheetCell[] => {
      const rule = rules[at]
      const number = line.of === null ? [line.number] : [line.number, line.of, line.share ?? '']
      const isScored = rule !== undefined && (rule.rests.by === 'rungs' || rule.points !== null)
      return isScored ? [...number, line.points ?? words.because[line.because]] : number
    }),
    total ?? '',
  ])
  return { name: regulation.name, heads, rows, widths: [24] }
}

function headsOf(name: string, by: 'rungs' | 'count' | 'share', hasPoints: boolean, words: AssessmentWords): readonly string[] {
  const number = by === 'share' ? [name, words.sheets.of(name), words.sheets.share(name)] : [name]
  return by === 'rungs' || hasPoints ? [...number, words.sheets.pointsOf(name)] : number
}

async function pointRows(
  deps: Deps,
  viewer: Viewer,
  asked: AssessmentAsked,
  words: AssessmentWords,
): Promise<Outcome<{ rows: SheetCell[][] }>> {
  const rows: SheetCell[][] = []
  let after: string | undefined
  do {
    const found = await listPoints(deps, viewer, { ...asked, page: { limit: 200, ...(after === undefined ? {} : { after }) } })
    if (!found.ok) return found
    for (const { number, title, unit, duty, due, workdaysLate, points, clauses } of found.points.rows)
      rows.push([
        ...[number, title, unit.name, duty, due?.shown ?? '', workdaysLate, points],
        clausesShown(clauses, viewer.lang).join(listComma[words.lang]),
      ])
    after = found.points.next ?? undefined
  } while (after !== undefined && rows.length < mostListed)
  if (after !== undefined) rows.push([words.more])
  return { ok: true, rows }
}

function rulesSheet({ sheets, span, scope, shareFrom }: AssessmentView, words: AssessmentWords, made: string): SheetOut {
  const rules = sheets.flatMap(({ regulation, rules: all }) =>
    all.map(({ name, says, clauses }) => [
      regulation.name,
      name,
      says,
      clausesShown(clauses, words.lang).join(listComma[words.lang]),
    ]),
  )
  const facts = [
    [words.sheets.span, `${span.from} – ${span.to}`],
    [words.sheets.scope, scope],
    [words.sheets.madeAt, made],
    ...(shareFrom === 0 ? [] : [[words.few(shareFrom)]]),
  ]
  return { name: words.sheets.rules, heads: words.ruleHeads, rows: [...rules, ...facts], widths: [24, 18, 60, 30] }
}
