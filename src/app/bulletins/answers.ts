import {
  type AnswerNamed,
  type CountedBy,
  type DocumentRule,
  dayAt,
  dayText,
  type FigureSaying,
  type Instant,
  instant,
  type Program,
  type Question,
  readDay,
} from '../../core/index.js'
import { partName, valueNames } from '../../load/index.js'
import type { CountedPart } from '../../store/index.js'
import { assessedRows, mayReadLines } from '../assessment/index.js'
import type { Deps, Viewer } from '../deps.js'
import { nowOf } from '../now-of.js'
import { type Showing, showingOfKind } from '../showing.js'
import { type CountedSpan, closedAt, countNow, countSpan, reachOf } from '../statistics/count-span.js'
import { type Behind, findFigure } from '../statistics/figures.js'
import { listCounted } from '../statistics/list-counted.js'
import { type DaySpan, spanBefore, yearBefore } from '../statistics/spans.js'
import { tableOf } from '../statistics/statistics-table.js'
import { documentWords } from '../words/documents.js'
import type { AskedDays } from './asked-days.js'

/** What a question is answered with: a text, or rows of texts by their columns. */
export type Answer = { readonly text: string } | { readonly rows: readonly Readonly<Record<string, string>>[] }

/** 答数. Every question of a paper answered, of which days, as it was known when, and for whom: the same for all of the same reach. */
export type Answers = {
  readonly from: string
  readonly to: string
  readonly asOf: number
  /** The last day of what was known; what was issued before this was told has none, and said the last day of its days. */
  readonly asOfDay?: string
  readonly spanName: string
  /** To what it is narrowed. */
  readonly part?: CountedPart
  readonly reach: string
  readonly byId: Readonly<Record<string, Answer>>
}

/** A paper's questions, asked by somebody; `program` is that of the matters that are counted. */
export type Asking = {
  readonly rule: DocumentRule
  readonly program: Program
  readonly days: AskedDays
  /** `then`: as it was known at the moment that belongs to the days; `now`: by everything recorded since. */
  readonly as: 'then' | 'now'
}

const words = documentWords.zh

/** Whether every figure that a paper asks for is told to a role: a paper of which one is kept from somebody is kept from them. */
export function mayAsk({ office, actor }: Viewer, rule: DocumentRule, program: Program): boolean {
  const showing = showingOfKind(office, 'zh', program)
  return Object.values(rule.asks).every((each) => {
    if (each.kind === 'apart') return true
    if (each.kind === 'assessed') return mayReadLines({ office, actor }, program, linesOf(each))
    return findFigure(showing, actor.role, each.figure) !== null
  })
}

const linesOf = ({ lines }: Of<'assessed'>) => lines.map(({ id }) => id)

/** Counts through the viewer's own gate; papers are in Chinese, whoever looks. */
export async function answersOf(deps: Deps, viewer: Viewer, asking: Asking): Promise<Answers> {
  const counting = await countingFor(deps, viewer, asking)
  const { rule, days } = counting
  const answered = await Promise.all(
    Object.values(rule.asks).map(async (question) => [question.id, await answerTo(counting, question)] as const),
  )
  return {
    from: dayText(days.span.from),
    to: dayText(days.span.to),
    asOf: days.asOf,
    asOfDay: dayText(dayAt(instant(days.asOf - 1), viewer.office.calendar.zone)),
    spanName: days.spanName,
    part: days.part,
    reach: await reachOf(deps, viewer, { span: days.span, now: days.asOf }),
    byId: Object.fromEntries(answered),
  }
}

/** The same days again, of which something was answered before. */
export function daysAnswered({ from, to, asOf, spanName, part = {} }: Answers): AskedDays {
  const [first, last] = [readDay(from), readDay(to)]
  if (first === null || last === null) throw new Error(`no days: ${from} ${to}`)
  return { span: { from: first, to: last }, asOf: asOf as Instant, spanName, part }
}

type Counting = Asking & {
  readonly deps: Deps
  readonly viewer: Viewer
  readonly showing: Showing
  readonly part: CountedPart
  readonly counted: Readonly<Record<'now' | 'before' | 'lastYear', CountedSpan | null>>
}

/**
 * Each span that is asked for is counted once, in all ways that are asked for. Days whose end nobody kept, and since when too much was touched for
 * the past to be worked out while somebody waits, are told as they are known now, and that is said.
 */
async function countingFor(deps: Deps, viewer: Viewer, asking: Asking): Promise<Counting> {
  const { rule, program, days, as } = asking
  const { office } = viewer
  const asks = Object.values(rule.asks)
  const ways: readonly (CountedBy | null)[] = [null, ...new Set(asks.flatMap((each) => (each.kind === 'apart' ? [each.by] : [])))]
  const part = { ...rule.among, ...days.part, ...(office.programs.length > 1 ? { regulation: program.regulation.id } : {}) }
  const own = viewerAs(deps, viewer, days, as)
  const at = nowOf(deps, office)
  const count = (span: DaySpan, of: typeof ways) => {
    const asked = { span, part, ways: of }
    return as === 'now' ? countNow(deps, own, asked) : countSpan(deps, own, asked)
  }
  const isAsked = (says: FigureSaying) => asks.some((each) => each.kind === 'figure' && each.says === says)
  const [now, before, lastYear] = await Promise.all([
    count(days.span, ways),
    isAsked('sinceBefore') ? count(spanBefore(days.span), [null]) : null,
    isAsked('sinceLastYear') ? count(yearBefore(days.span), [null]) : null,
  ])
  const isHeld = as === 'now' || own.asOf !== undefined || now.closed !== null
  const told = isHeld ? days : { ...days, asOf: at }
  return {
    ...asking,
    days: told,
    deps,
    viewer: own,
    showing: showingOfKind(office, 'zh', program),
    part,
    counted: { now, before, lastYear },
  }
}

/** Of days whose figures are closed nothing need be looked back at; else what stood at the moment is. */
function viewerAs(deps: Deps, { asOf: _, ...viewer }: Viewer, { span, asOf }: AskedDays, as: Asking['as']): Viewer {
  return as === 'now' || closedAt(deps, viewer, span) === asOf ? viewer : { ...viewer, asOf }
}

async function answerTo(counting: Counting, question: Question): Promise<Answer> {
  switch (question.kind) {
    case 'figure':
      return { text: figureText(counting, question) }
    case 'apart':
      return { rows: rowsApart(counting, question) }
    case 'matters':
      return { rows: await rowsBehind(counting, question) }
    case 'assessed':
      return { rows: await rowsAssessed(counting, linesOf(question)) }
  }
}

type Of<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>

function figureText({ showing, viewer, counted }: Counting, { figure: id, says }: Of<'figure'>): string {
  const figure = findFigure(showing, viewer.actor.role, id)
  if (figure === null) return words.untold
  const of = (span: CountedSpan | null) => figure.valueIn(span?.of(null)[0])
  if (says === 'sinceBefore') return words.since(of(counted.now).numerator - of(counted.before).numerator)
  if (says === 'sinceLastYear') return words.since(of(counted.now).numerator - of(counted.lastYear).numerator)
  return said(of(counted.now), says)
}

function said({ numerator, share, times }: ReturnType<Behind['valueIn']>, says: FigureSaying): string {
  if (says === 'share') return share ?? words.untold
  return String(says === 'times' ? (times ?? numerator) : numerator)
}

/** One row for each value, in the order in which statistics tell them. */
function rowsApart({ rule, showing, viewer, counted, days }: Counting, { by, columns, most }: Of<'apart'>) {
  const parts = counted.now?.of(by) ?? []
  const asked = columns.flatMap((id): { id: string; figure: Behind; says: FigureSaying }[] => {
    const question = rule.asks[id]
    const figure = question?.kind === 'figure' ? findFigure(showing, viewer.actor.role, question.figure) : null
    return question?.kind === 'figure' && figure !== null ? [{ id, figure, says: question.says }] : []
  })
  const { rows } = tableOf(showing, { by, figures: [], span: days.span, parts, later: null })
  return rows.slice(0, most).map((row) => {
    const count = parts.find(({ key }) => key === row.id)
    const cells = asked.map(({ id, figure, says }) => [id, said(figure.valueIn(count), says)] as const)
    return { [partName.id]: row.name, ...Object.fromEntries(cells) }
  })
}

async function rowsBehind({ deps, viewer, days, part, as }: Counting, { figure, most }: Of<'matters'>) {
  const [from, to] = [dayText(days.span.from), dayText(days.span.to)]
  const asked = { figure, from, to, part, page: { limit: most }, isLater: as === 'now' }
  const found = await listCounted(deps, { ...viewer, lang: 'zh' }, asked)
  if (!found.ok) throw new Error(`no list behind ${figure}: ${found.failure.code}`)
  return found.matters.rows.map(({ number, title, units, stage }) => ({
    number,
    title,
    unit: units.map(({ name }) => name).join('、'),
    stage: stage.name,
  }))
}

/** What is kept of closed days holds no points that were taken: of those the past is looked back at. */
function rowsAssessed({ deps, viewer: { asOf: _, ...viewer }, showing, program, days, as }: Counting, lines: readonly string[]) {
  const then = as === 'now' ? viewer : { ...viewer, asOf: days.asOf }
  return assessedRows(deps, then, { showing, program, span: days.span, lines })
}

/** What a name in a text stands for: a question that a text answers, or the days themselves. */
export const answerNamed =
  (rule: DocumentRule, answers: Answers): AnswerNamed =>
  (name) => {
    if (name === valueNames.spanName) return answers.spanName
    if (name === valueNames.asOfDay) return words.asOf(answers.asOfDay ?? answers.to)
    const question = Object.values(rule.asks).find((each) => each.id === name || each.name.zh === name)
    const answer = question === undefined ? undefined : answers.byId[question.id]
    return answer !== undefined && 'text' in answer ? answer.text : null
  }
