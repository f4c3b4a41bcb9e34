import { isDeepStrictEqual } from 'node:util'
import type { AnswerChange, Lang } from '../../contract/index.js'
import type { DocumentRule, Program, Question } from '../../core/index.js'
import { partName, totalName } from '../../load/index.js'
import type { Deps, Viewer } from '../deps.js'
import { reachOf } from '../statistics/count-span.js'
import { ownUnit } from '../statistics/statistics-asked.js'
import { assessmentWords } from '../words/assessment.js'
import { nameIn } from '../words/index.js'
import { type Answer, type Answers, answersOf, daysAnswered } from './answers.js'

type Of = { readonly rule: DocumentRule; readonly program: Program; readonly answers: Answers }

/**
 * Whether a viewer may read what was counted through somebody else's gate: theirs is the same, or counts the same of the same moment. A unit
 * counts its own matters alone: it is told the sums that were issued to it, and no list of matters. So nobody reads a number that holds what
 * they could find missing from their own.
 */
export async function isWithinReach(deps: Deps, viewer: Viewer, of: Of & { readonly isIssued: boolean }): Promise<boolean> {
  const { rule, program, answers, isIssued } = of
  if (await isOfReach(deps, viewer, answers)) return true
  if (ownUnit(viewer) !== null) return isIssued && Object.values(rule.asks).every(({ kind }) => kind !== 'matters')
  const again = await answersOf(deps, viewer, { rule, program, days: daysAnswered(answers), as: 'then' })
  return isDeepStrictEqual(again.byId, answers.byId)
}

/** Whether somebody counts what was counted for the answers. */
export async function isOfReach(deps: Deps, viewer: Viewer, answers: Answers): Promise<boolean> {
  const { span, asOf } = daysAnswered(answers)
  return (await reachOf(deps, viewer, { span, now: asOf })) === answers.reach
}

/** 更正. What everything recorded since makes of what a bulletin said; told to whoever counts the same. */
export async function correctionsTo(
  deps: Deps,
  viewer: Viewer,
  { rule, program, answers }: Of,
): Promise<readonly AnswerChange[]> {
  if (!(await isOfReach(deps, viewer, answers))) return []
  const now = await answersOf(deps, viewer, { rule, program, days: daysAnswered(answers), as: 'now' })
  return Object.values(rule.asks).flatMap((question) =>
    changesOf(question, { rule, lang: viewer.lang }, { said: answers.byId[question.id], now: now.byId[question.id] }),
  )
}

type Said = { readonly rule: DocumentRule; readonly lang: Lang }
type Column = { readonly id: string; readonly name: string }
type Both<Each> = { readonly said: Each; readonly now: Each }

function changesOf(question: Question, says: Said, { said, now }: Both<Answer | undefined>): readonly AnswerChange[] {
  if (said === undefined || now === undefined) return []
  const name = nameIn(says.lang, question.name)
  if ('text' in said && 'text' in now) return said.text === now.text ? [] : [{ name, said: said.text, now: now.text }]
  if (!('rows' in said && 'rows' in now)) return []
  const rows = { said: said.rows, now: now.rows }
  if (question.kind === 'matters') return mattersChanged(name, rows)
  return cellsChanged(columnsOf(question, says), rows)
}

/** What the rows of a table say, beside what each is of. */
function columnsOf(question: Exclude<Question, { kind: 'matters' }>, { rule, lang }: Said): readonly Column[] {
  switch (question.kind) {
    case 'figure':
      return []
    case 'apart':
      return question.columns.map((id) => ({ id, name: nameIn(lang, rule.asks[id]?.name ?? { zh: id, en: id }) }))
    case 'assessed':
      return [
        ...question.lines.map(({ id, name }) => ({ id, name: nameIn(lang, name) })),
        { id: totalName.id, name: assessmentWords[lang].total },
      ]
  }
}

type Rows = readonly Readonly<Record<string, string>>[]
const none = '—'

/** Where the same part says something else, column by column; a part that was not there said nothing. */
function cellsChanged(columns: readonly Column[], { said, now }: Both<Rows>): readonly AnswerChange[] {
  const partOf = (row: Rows[number]) => row[partName.id] ?? ''
  const cell = (rows: Rows, part: string, column: string) => rows.find((row) => partOf(row) === part)?.[column] ?? none
  return [...new Set([...said, ...now].map(partOf))].flatMap((part) =>
    columns
      .map(({ id, name }) => ({ name: `${part} · ${name}`, said: cell(said, part, id), now: cell(now, part, id) }))
      .filter((each) => each.said !== each.now),
  )
}

/** Which matters belong to it since, and which no longer do. */
function mattersChanged(name: string, { said, now }: Both<Rows>): readonly AnswerChange[] {
  const numbers = (rows: Rows) => rows.flatMap(({ number }) => number ?? [])
  const only = (rows: Rows, others: Rows) => numbers(rows).filter((each) => !numbers(others).includes(each))
  return [
    ...only(said, now).map((each) => ({ name, said: each, now: none })),
    ...only(now, said).map((each) => ({ name, said: none, now: each })),
  ]
}
