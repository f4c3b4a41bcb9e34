import {
  type Actor,
  boundText,
  clausesShown,
  type DocumentList,
  type DocumentRule,
  type DocumentValue,
  type DutyState,
  dayAt,
  dayText,
  documentLists,
  documentValues,
  dueText,
  type Field,
  type FieldType,
  type Folded,
  type Instant,
  instant,
  isDutyKept,
  isFilled,
  isKept,
  type MatterState,
  type Part,
  platform,
  type Question,
  type Sight,
  unreachable,
  type Value,
} from '../../core/index.js'
import { columnsAsked, listNames, type Meant, namesIn, readTemplate } from '../../load/index.js'
import { type Answers, answerNamed } from '../bulletins/answers.js'
import type { Attended } from '../container/index.js'
import { stateToldTo } from '../matter/told-events.js'
import { discretionOf } from '../matter/view-duty.js'
import { itemName } from '../matter/view-items.js'
import { clauseViews, isMidnight, named, partNamed, roleName, unitNamed } from '../matter/view-parts.js'
import { valueText } from '../matter/view-values.js'
import { lineIn } from '../meaning-of.js'
import { roundName, roundOf, roundTitle } from '../office-duties/round-words.js'
import { nameOnPaper } from '../rehearsal-mark.js'
import { type Showing, showingOf } from '../showing.js'
import { documentWords } from '../words/documents.js'
import { wordsOf } from '../words/index.js'
import { officeWords } from '../words/office-duties.js'
import type { PaperValues } from './filler.js'
import type { Whose } from './whose-paper.js'

/** Of which matter a paper is, and as whose sight has it filled in. */
export type PaperOf = {
  readonly showing: Showing
  readonly given: Folded
  readonly sight: Sight
  readonly actor: Actor
  readonly number: string
  readonly receivedAt: Instant
  /** What its questions are answered with; null: it asks none. */
  readonly answers: Answers | null
  /** What the matter holds, in its order, as far as the viewer may see each. */
  readonly held: readonly HeldLine[]
  /** Who takes the chair and whose attendance counts, where it holds others. */
  readonly attended: Attended
}

export type HeldLine = Readonly<Record<'number' | 'name' | 'unit' | 'stage', string>>

/** What whoever drafts it has written, and what issuing adds. */
export type PaperWriting = Whose & {
  readonly written: Readonly<Record<string, string>>
  readonly drafter: string
  readonly signer: string
  readonly seriesNumber: string
  readonly at: Instant
}

const words = documentWords.zh

/** Every name that the template of a document may use, with what stands there now. */
export function valuesFor(paper: PaperOf, rule: DocumentRule, writing: PaperWriting): PaperValues {
  const of = inChinese(paper)
  const state = stateToldTo(of.given, of.actor.role)
  const own = valuesOf(of, state, rule, writing)
  const lists = listsOf(of, rule.of === 'matter' ? state : onlyShare(state, writing.share))
  const meant = namesIn(of.given.program.regulation, rule)
  return Object.fromEntries(
    [...meant].map(([name, means]) => [name, valueMeant({ of, rule, state, own, lists }, means, writing)]),
  )
}

/** What a person writes begins with the words that the regulation names. */
export function textsBegun(paper: PaperOf, rule: DocumentRule, whose: Whose): Readonly<Record<string, string>> {
  const of = inChinese(paper)
  const state = stateToldTo(of.given, of.actor.role)
  const unwritten = { ...whose, written: {}, drafter: '', signer: '', seriesNumber: '', at: of.given.now }
  const own = valuesOf(of, state, rule, unwritten)
  const said = (id: string) =>
    documentValues.map((value) => (value === id ? own[value] : '')).join('') || fieldText(of, state, { id, ...whose })
  return Object.fromEntries(
    Object.values(rule.writes).flatMap(({ id, from, begins }): [string, string][] => {
      const text = oneAfterAnother(of, from, said).replace(/\n\u3000\u3000/g, '\n')
      return text + begins === '' ? [] : [[id, text === '' ? begins : text]]
    }),
  )
}

const listing: ReadonlySet<string> = new Set<DocumentValue>([
  ...(['leadUnits', 'assistUnits', 'jointUnits', 'shareUnit', 'members', 'excused'] as const),
])
const listingTypes: ReadonlySet<string> = new Set<FieldType>(['choices', 'unit', 'person', 'people', 'requesters', 'assignments'])

/** One after the other; where names go on with names, a mark stands between them. */
function oneAfterAnother({ showing }: PaperOf, from: readonly string[], said: (id: string) => string): string {
  const { fields } = showing.program.regulation
  const told = from.map((id) => ({ id, text: said(id) })).filter(({ text }) => text !== '')
  const names = (id: string | undefined) => id !== undefined && (listing.has(id) || listingTypes.has(fields[id]?.type ?? ''))
  return told.map(({ id, text }, at) => (names(id) && names(told[at - 1]?.id) ? `\u3001${text}` : text)).join('')
}

/** Papers are in Chinese, whoever looks. */
const inChinese = (paper: PaperOf): PaperOf => ({
  ...paper,
  showing: showingOf(paper.showing.office, 'zh', paper.given.program),
})

type Known = {
  readonly of: PaperOf
  readonly rule: DocumentRule
  readonly state: MatterState
  readonly own: Readonly<Record<DocumentValue, string>>
  readonly lists: Readonly<Record<DocumentList, readonly Readonly<Record<string, string>>[]>>
}

function valueMeant({ of, rule, state, own, lists }: Known, meant: Meant, { written, share }: PaperWriting): PaperValues[string] {
  switch (meant.kind) {
    case 'value':
      return own[meant.value]
    case 'list':
      return lists[meant.list]
    case 'field':
      return fieldText(of, state, { id: meant.field, share })
    case 'written':
      return indented(boundIn(rule, of, written[meant.text] ?? ''))
    case 'asked':
      return answerShown(rule, of, meant.question)
    default:
      return unreachable(meant)
  }
}

/** What is written, with the numbers that belong there now. */
const boundIn = (rule: DocumentRule, { answers }: PaperOf, text: string): string =>
  answers === null ? text : boundText(text, answerNamed(rule, answers))

/** Each row by the ids of its columns and by the names that templates use. */
function answerShown(rule: DocumentRule, { answers }: PaperOf, question: Question): PaperValues[string] {
  const answer = answers?.byId[question.id]
  if (answer === undefined || 'text' in answer) return answer?.text ?? ''
  const columns = [...columnsAsked(rule, question)]
  return answer.rows.map((row) => Object.fromEntries(columns.map(([name, id]) => [name, row[id] ?? ''])))
}

/** A new line begins as the paragraph around it does: two characters in. */
const indented = (text: string): string => text.trim().replace(/\s*\n\s*/g, '\n\u3000\u3000')

/** What was stated there last: in the share that it is of, else of the matter, else what each share said, if it is of none. */
function fieldText(
  { showing, sight }: PaperOf,
  state: MatterState,
  { id, share }: { readonly id: string } & Pick<Whose, 'share'>,
): string {
  const field = showing.program.regulation.fields[id]
  if (field === undefined || sight.fields[id]?.as !== 'shown') return ''
  const own = share === null ? undefined : state.assignments.find((each) => each.id === share)
  if (own !== undefined && isFilled(own.facts[id])) return saidOnPaper(showing, field, own.facts[id])
  if (isFilled(state.facts[id])) return saidOnPaper(showing, field, state.facts[id])
  if (own !== undefined) return ''
  return state.assignments
    .filter(({ facts }) => isFilled(facts[id]))
    .map(({ facts }) => saidOnPaper(showing, field, facts[id]))
    .join('\n\u3000\u3000')
}

/** A day as papers write it. */
function saidOnPaper(showing: Showing, field: Field, value: Value | undefined): string {
  const day = field.type === 'date' ? value : field.type === 'limit' && isNamed(value) ? value.on : undefined
  return typeof day === 'string' ? paperDay(day) : indented(valueText(showing, field, value))
}
const isNamed = (value: Value | undefined): value is Readonly<Record<string, Value>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const dayOn = ({ given }: Pick<PaperOf, 'given'>, at: number): string => dayText(dayAt(instant(at), given.calendar.zone))

/** As papers write a day, without the weekday. */
const paperDay = (day: string): string => words.day(day, 0).replace(/\uff08.*$/, '')

/** The day by whose end it is due, with its weekday; with the time where that is not the day's end. Empty: no day is set for it. */
function dueWords({ given }: Pick<PaperOf, 'given'>, { dueAt }: Pick<DutyState, 'dueAt'>): string {
  if (dueAt === null) return ''
  const { zone } = given.calendar
  const day = dayText(dayAt(instant(dueAt - 1), zone))
  const shown = words.day(day, new Date(`${day}T00:00Z`).getUTCDay())
  return isMidnight(dueAt, zone) ? shown : `${shown}${dueText(dueAt, zone).slice(11)}`
}

/** Of what has no day: that its clock stands still, the text's own words for when, or that it says none. */
function undatedWords({ showing, given }: PaperOf, { duty, status }: DutyState): string {
  const { receipt } = wordsOf('zh')
  if (status === 'paused') return receipt.standsStill
  const { regulation } = given.program
  return discretionOf(showing, regulation, regulation.duties[duty]) ?? receipt.noLimit
}

const isOwed = ({ status }: DutyState): boolean => status === 'open' || status === 'overdue' || status === 'paused'

const duesIn = ({ given }: PaperOf, { duties }: MatterState): readonly DutyState[] =>
  duties.filter((duty) => isOwed(duty) && !isDutyKept(given.program, duty.duty))

/** 发文机关. Whose paper it is: the unit's that drafted it, else the office's. */
const organOf = ({ showing }: PaperOf, { organ }: DocumentRule, unit: string | null): string =>
  nameOnPaper(showing.office, unit === null ? `${showing.office.government.name}${organ ?? ''}` : unitNamed(showing, unit).name)

function valuesOf(
  of: PaperOf,
  state: MatterState,
  rule: DocumentRule,
  writing: PaperWriting,
): Readonly<Record<DocumentValue, string>> {
  const { showing, given, sight, number, receivedAt, attended } = of
  const { regulation } = given.program
  const units = (parts: readonly Part[]) => [
    ...new Set(
      state.assignments
        .filter(({ endedAt, part }) => endedAt === null && parts.includes(part))
        .map(({ unit }) => unitNamed(showing, unit).name),
    ),
  ]
  const dated = duesIn(of, state).filter(({ dueAt }) => dueAt !== null)
  const next = [...dated].sort((one, other) => Number(one.dueAt) - Number(other.dueAt))[0]
  const late = Math.max(0, ...dated.map(({ workdaysLate }) => workdaysLate))
  const title = sight.fields[regulation.meaning.title]?.as === 'shown' ? lineIn(state.facts, regulation.meaning.title) : null
  return {
    seriesNumber: writing.seriesNumber,
    documentDay: paperDay(dayOn(of, writing.at)),
    organ: organOf(of, rule, writing.unit),
    government: nameOnPaper(showing.office, showing.office.government.name),
    regulation: named(showing, regulation.id, regulation.title).name,
    matterNumber: number,
    matterTitle: titleOf(of, title, rule),
    receivedDay: paperDay(dayOn(of, receivedAt)),
    leadUnits: units(['lead', 'separate']).join('\u3001'),
    assistUnits: units(['assist']).join('\u3001'),
    jointUnits: units(['joint']).join('\u3001'),
    shareUnit: unitOfShare(of, state, writing),
    chair: attended.chair,
    members: namesOf(attended.people),
    excused: namesOf(attended.people.filter(({ mark, isHere }) => mark !== null && isHere !== true)),
    drafter: writing.drafter,
    signer: writing.signer,
    dueOn: next === undefined ? '' : dueWords(of, next),
    workdaysLate: late === 0 ? '' : String(late),
    spanName: spanNameOf(of),
    asOfDay: of.answers === null ? '' : words.asOf(of.answers.asOfDay ?? of.answers.to),
  }
}

/** The unit of whose share the paper is; of one that is of no share, nobody. */
function unitOfShare({ showing }: PaperOf, { assignments }: MatterState, { share }: Whose): string {
  const unit = share === null ? undefined : assignments.find(({ id }) => id === share)?.unit
  return unit === undefined ? '' : unitNamed(showing, unit).name
}

const namesOf = (people: Attended['people']): string => people.map(({ name }) => name).join('\u3001')

/** Nobody gives a title to what the calendar opens; a special bulletin is called by its own days. */
function titleOf({ given, number, answers }: PaperOf, title: string | null, { over }: DocumentRule): string {
  const [{ officeDuty }, round] = [given.program, roundOf(given)]
  if (officeDuty === null || round === null) return title ?? number
  return over === 'stated' && answers !== null
    ? officeWords.zh.title(officeDuty.name.zh, answers.spanName)
    : roundTitle('zh', officeDuty, round)
}

/** The days it asks of, else the round its matter is of. */
function spanNameOf({ given, answers }: PaperOf): string {
  const [{ officeDuty }, round] = [given.program, roundOf(given)]
  return answers?.spanName ?? (officeDuty === null || round === null ? '' : roundName('zh', round, officeDuty.every))
}

/** Of what stands unit by unit, only what is of that share. */
const onlyShare = (state: MatterState, share: number | null): MatterState => ({
  ...state,
  assignments: state.assignments.filter(({ id }) => id === share),
  duties: state.duties.filter(({ assignment }) => assignment === share),
  items: state.items.filter(({ assignment }) => assignment === share),
})

/** What is kept from anybody stands on no paper. */
function listsOf(of: PaperOf, state: MatterState): Known['lists'] {
  const { showing, given, sight } = of
  const { regulation } = given.program
  const unitName = (unit: string | null, role: string) =>
    unit === null ? roleName(showing, role) : unitNamed(showing, unit).name
  const unitOf = (id: number | null) => state.assignments.find((share) => share.id === id)?.unit ?? null
  const rows = {
    // What an office asks of units: its own duties are no business of theirs.
    duties: duesIn(of, state).flatMap((duty) =>
      duty.unit === null
        ? []
        : [
            {
              name: named(showing, duty.duty, regulation.duties[duty.duty]?.name).name,
              unit: unitNamed(showing, duty.unit).name,
              dueOn: dueWords(of, duty) || undatedWords(of, duty),
              clauses: clausesShown(clauseViews(regulation, duty.clause), 'zh').join('\u3001'),
            },
          ],
    ),
    shares: state.assignments
      .filter(({ endedAt }) => endedAt === null)
      .map(({ unit, part }) => ({ unit: unitNamed(showing, unit).name, part: partNamed(showing, part) })),
    items: state.items.map((item) => ({
      name: itemName(showing, item, sight),
      unit: unitName(unitOf(item.assignment), 'office'),
      stage: named(showing, item.stage, regulation.itemStages[item.stage]?.name).name,
    })),
    events: given.events.flatMap((event) =>
      event.kind !== 'act' || isKept(given, event)
        ? []
        : [
            {
              on: paperDay(dayOn(of, event.at)),
              // What follows by itself was nobody's doing.
              by: event.by.role === platform.role ? '' : unitName(event.by.unit, event.by.role),
              act: named(showing, event.act, regulation.acts[event.act]?.name).name,
            },
          ],
    ),
  }
  return {
    duties: byNames('duties', rows.duties),
    shares: byNames('shares', rows.shares),
    items: byNames('items', rows.items),
    events: byNames('events', rows.events),
    attendants: byNames(
      'attendants',
      of.attended.people.map(({ name, roleName: post }) => ({ name, post })),
    ),
    held: byNames(
      'held',
      of.held.map((line, at) => ({ ...line, order: String(at + 1) })),
    ),
  }
}

/** Each column by its id and by the name that templates use. */
const byNames = (list: DocumentList, rows: readonly Readonly<Record<string, string>>[]) =>
  rows.map((row) =>
    Object.fromEntries(
      documentLists[list].flatMap((id): [string, string][] => {
        const text = row[id] ?? ''
        return [
          [id, text],
          [listNames[list].columns[id] ?? id, text],
        ]
      }),
    ),
  )

/** Whether a paper lists what its matter holds. */
export function listsHeld(template: Uint8Array, { program }: Folded, rule: DocumentRule): boolean {
  const names = namesIn(program.regulation, rule)
  return readTemplate(template).tags.some(({ name }) => {
    const meant = names.get(name)
    return meant?.kind === 'list' && meant.list === 'held'
  })
}

/** The fields that a paper shows: by its template, and by what is written from them. Whoever may not see one of them does not see the paper. */
export function fieldsOn(template: Uint8Array, given: Folded, rule: DocumentRule): readonly string[] {
  const { regulation } = given.program
  const names = namesIn(regulation, rule)
  const fields = readTemplate(template).tags.flatMap(({ name }): readonly string[] => {
    const meant = names.get(name)
    if (meant?.kind === 'field') return [meant.field]
    if (meant?.kind === 'written') return rule.writes[meant.text]?.from ?? []
    if (meant?.kind === 'value' && meant.value === 'matterTitle') return [regulation.meaning.title]
    if (meant?.kind === 'list' && meant.list === 'items')
      return Object.values(regulation.items).flatMap(({ needs }) => needs.slice(0, 1))
    return []
  })
  return [...new Set(fields)].filter((id) => regulation.fields[id] !== undefined)
}
