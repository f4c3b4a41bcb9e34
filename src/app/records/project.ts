import {
  type DutyState,
  dayText,
  derive,
  dueDay,
  type Folded,
  type Given,
  type Instant,
  instant,
  isDutyKept,
  isFilled,
  isKept,
  lookAgainAt,
  type MatterEvent,
  type MatterState,
  numberTyped,
  type Payload,
  publicSince,
  publicView,
  type Regulation,
  rungsToRecord,
  type Value,
} from '../../core/index.js'
import { type DutyRow, isMatterNumber, type JsonObject, type MatterProjection, type RowsBeside } from '../../store/index.js'
import { gateMarks } from '../gate.js'
import { openNameField } from '../matter/view-items.js'
import { lineIn, markRows, receivedAt, textIn } from '../meaning-of.js'
import { roundOf, roundTitle } from '../office-duties/round-words.js'

/**
 * The one place where a matter as derived becomes the rows that lists read. The same events at the same moment give the same rows;
 * `first` is the regulation by which the government's gates are made.
 */
export function project(given: Folded, first: Regulation): MatterProjection {
  const { regulation, officeDuty } = given.program
  const state = derive(given)
  const published = publicView(given)
  const { facts } = state
  const beside = projectBeside(given, first)
  // A list shows everybody the same row.
  const open = beside.duties.filter(({ duty }) => !isDutyKept(given.program, duty))
  const worst = open.reduce<DutyRow | null>((best, each) => (each.alertRank > (best?.alertRank ?? 0) ? each : best), null)
  return {
    ...beside,
    regulationVersion: regulation.version,
    officeDuty: officeDuty?.id ?? null,
    round: roundOf(given)?.id ?? null,
    stage: state.stage,
    shownState: regulation.stages[state.stage]?.shown ?? '',
    title: titleOf(given, state) ?? '',
    // By it lists are sorted, for everybody alike.
    updatedAt: given.events.findLast((event) => !isKept(given, event))?.at ?? state.lastAt ?? given.now,
    lookAt: lookAt(given, state),
    nextDueAt: nextDue(open),
    alert: worst?.alert ?? null,
    alertRank: worst?.alert === null || worst === null ? 0 : (regulation.alerts[worst.alert]?.rank ?? 0),
    facts: { ...shortFacts(regulation, facts), ...(published ?? {}) },
  }
}

/** The same rows, without the matter's own. */
export function projectBeside(given: Folded, first: Regulation): RowsBeside & Pick<MatterProjection, 'hiddenFrom'> {
  const { regulation } = given.program
  const { meaning } = regulation
  const state = derive(given)
  const published = publicView(given)
  const { facts } = state
  return {
    regulation: regulation.id,
    category: textIn(facts, meaning.category),
    channel: textIn(facts, meaning.channel),
    receivedAt: receivedAt(state) ?? given.events[0]?.at ?? given.now,
    ...gateMarks(given, state, first),
    publishedAt: publicSince(given),
    searchText: [titleOf(given, state), textIn(facts, meaning.letter)].filter((text) => text !== null).join('\n'),
    publicText: published === null ? '' : textsIn(regulation, published),
    links: linksIn(regulation, state).concat(begunFrom(given.events) ?? [], begunIn(given.events).map(begunLink)),
    assignments: state.assignments.map(({ id, unit, part, stage, since, endedAt }) => ({
      id,
      unit,
      part,
      stage,
      since,
      endedAt,
    })),
    duties: state.duties.map((duty) => dutyRow(duty, given, state)),
    marks: markRows(given, state),
  }
}

function titleOf(given: Given, { facts }: MatterState): string | null {
  const { regulation, officeDuty } = given.program
  const round = roundOf(given)
  return officeDuty === null || round === null ? lineIn(facts, regulation.meaning.title) : roundTitle('zh', officeDuty, round)
}

function dutyRow(duty: DutyState, { program: { regulation }, calendar }: Given, state: MatterState): DutyRow {
  const {
    key,
    holder,
    unit,
    person,
    assignment,
    item,
    status,
    openedAt,
    dueAt,
    lateAt,
    isProvisional,
    metAt,
    isLate,
    workdaysLate,
    isHeld,
    deducted,
    criticisms,
  } = duty
  return {
    key,
    duty: duty.duty,
    holder,
    unit,
    person,
    assignment,
    itemName: openName(regulation, state, item),
    status,
    openedAt,
    dueAt,
    lateAt,
    dueOn: dueAt === null ? null : dayText(dueDay(dueAt, calendar.zone)),
    isProvisional,
    metAt,
    isLate,
    workdaysLate,
    isHeld,
    alert: duty.alert,
    alertRank: duty.alert === null ? 0 : (regulation.alerts[duty.alert]?.rank ?? 0),
    deducted,
    criticisms,
  }
}

function openName(regulation: Regulation, { items }: MatterState, id: number | null): string | null {
  const item = items.find((each) => each.id === id)
  const field = item === undefined ? null : openNameField(regulation, item.kind)
  return item === undefined || field === null ? null : lineIn(item.facts, field)
}

/** When to look again; a rung that was reached and waits to be recorded asks for it at once. */
function lookAt(given: Given, state: MatterState): Instant | null {
  if (rungsToRecord(given).length === 0) return lookAgainAt(given)
  const waiting = state.duties.flatMap((duty) => duty.reached.filter((each) => !each.isRecorded).map((each) => each.at))
  return instant(Math.min(given.now, ...waiting))
}

function nextDue(duties: readonly DutyRow[]): number | null {
  const due = duties.flatMap(({ lateAt }) => (lateAt === null ? [] : [lateAt]))
  return due.length === 0 ? null : Math.min(...due)
}

/** What the public reads in words. */
const textsIn = ({ fields }: Regulation, published: Payload): string =>
  Object.entries(published)
    .flatMap(([id, value]) => (isText(fields[id]?.type) && typeof value === 'string' ? [value] : []))
    .join('\n')

const isText = (type: string | undefined): boolean => type === 'text' || type === 'longText'

/** 关联事项. The numbers by which the matter, a share or an item of it, names others. */
const linksIn = (regulation: Regulation, state: MatterState): readonly string[] =>
  numbersIn(
    regulation,
    [state, ...state.assignments, ...state.items].map(({ facts }) => facts),
  )

/** The numbers of other matters in what was stated, each once. */
export function numbersIn(regulation: Regulation, stated: readonly Payload[]): readonly string[] {
  const numbers = stated
    .flatMap((facts) => Object.entries(facts))
    .flatMap(([id, value]) => (regulation.fields[id]?.type === 'matter' ? [linkedNumber(value)] : []))
  return [...new Set(numbers.filter((number) => number !== null))]
}

/** The number of the matter from which this one was begun; null: it came by itself. */
export const begunFrom = ([first]: readonly MatterEvent[]): string | null => (first?.kind === 'act' ? (first.from ?? null) : null)

/** The numbers of the matters that were begun or joined here. */
export const begunIn = (events: readonly MatterEvent[]): readonly string[] => [
  ...new Set(events.flatMap((event) => (event.kind === 'act' ? (event.begun ?? []).map(({ number }) => number) : []))),
]

/** By which rows name a matter that was begun or joined there, apart from those that only mention it. */
export const begunLink = (number: string): string => `>${number}`

/** What was typed as another matter's number; null where it is none of ours. */
export function linkedNumber(value: unknown): string | null {
  const number = typeof value === 'string' ? numberTyped(value) : ''
  return isMatterNumber(number) ? number : null
}

/** Facts for lists and ledgers; long texts stay in the events. */
function shortFacts(regulation: Regulation, facts: Payload): JsonObject {
  const isShort = ([id, value]: [string, Value]) => {
    const field = regulation.fields[id]
    return field !== undefined && field.type !== 'longText' && !field.isIdentity && isFilled(value)
  }
  return Object.fromEntries(Object.entries(facts).filter(isShort))
}
