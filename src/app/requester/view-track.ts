import type { TrackView } from '../../contract/index.js'
import {
  type ActEvent,
  type Actor,
  type DutyState,
  derive,
  type Given,
  type Instant,
  isDutyKeptFrom,
  isKeptFrom,
  isSettled,
  type MatterEvent,
  type MatterState,
  publicView,
  type Regulation,
  type Sight,
  shownLine,
  stagesPassed,
  withAside,
} from '../../core/index.js'
import type { AttachmentInfo, MatterRow } from '../../store/index.js'
import { actViews } from '../acting/view-act.js'
import { filesOpenTo } from '../files/kept-files.js'
import { revisionFor, stateToldTo } from '../matter/told-events.js'
import { discretionOf, softness, workdaysLeft } from '../matter/view-duty.js'
import { groundsOf, isOver } from '../matter/view-grounds.js'
import { itemSaid } from '../matter/view-items.js'
import { regulationView } from '../matter/view-matter.js'
import { clauseViews, dueMoment, moment, named, roleName, unitNamed } from '../matter/view-parts.js'
import { receiptView } from '../matter/view-receipt.js'
import { type Reading, statedViews, timeline } from '../matter/view-timeline.js'
import { valueText } from '../matter/view-values.js'
import { receivedAt, sortingNamed, textIn } from '../meaning-of.js'
import type { Showing } from '../showing.js'
import { adviceIn } from '../words/index.js'

export type TrackRead = {
  readonly row: Pick<MatterRow, 'number'>
  readonly given: Given
  readonly actor: Actor
  readonly sight: Sight
  readonly files: readonly AttachmentInfo[]
  /** What came of it. */
  readonly came: TrackView['came']
}

/** What a requester sees of their own matter. */
export function trackView(showing: Showing, { row, given, actor, sight, files, came }: TrackRead): TrackView {
  const { regulation } = given.program
  const { meaning } = regulation
  const { zone } = given.calendar
  const state = derive(given)
  const stage = regulation.stages[state.stage]
  // What is kept from a requester, or hidden from them, heads their page no more than it stands in it.
  const told = stateToldTo(given, actor.role, state)
  const seen = (field: string | null): string | null =>
    field !== null && sight.fields[field]?.as === 'shown' ? textIn(told.facts, field) : null
  const reading: Reading = {
    sight,
    isRequester: true,
    role: actor.role,
    files: new Map(files.map(({ attachment, name }) => [attachment, name])),
  }
  const { id, title, shortTitle } = regulationView(showing)
  return {
    number: row.number,
    government: { id: showing.office.id, name: showing.office.government.name },
    regulation: { id, title, shortTitle },
    title: shownLine(seen(meaning.title) ?? row.number),
    letter: seen(meaning.letter) ?? '',
    category: sortingNamed(showing, 'category', seen(meaning.category)),
    receivedAt: moment(receivedAt(state) ?? given.now, zone),
    shown: named(showing, stage?.shown ?? '', regulation.shownStates[stage?.shown ?? '']),
    explains: adviceIn(showing.lang, stage?.explains ?? null),
    isEnd: stage?.isEnd ?? false,
    states: statesOf(showing, given, state.stage),
    next: told.duties
      .filter((duty) => !isSettled(duty.status) && isTold(given, duty, actor))
      .map((duty) => nextView(showing, given, duty, itemSaid(showing, told, duty.item, sight))),
    timeline: timeline(showing, given, reading),
    awaits: awaitsOf(showing, given, reading, state.stage),
    grounds: groundsOf(showing, given, reading),
    answers: answersOf(showing, given, reading, state),
    files: filesOpenTo({ given, actor, sight }, files)
      .filter(({ isSealed }) => !isSealed)
      .map(({ attachment, name, size }) => ({ id: attachment, name, size })),
    rating: ratingOf(showing, given, state, actor),
    came,
    acts: actViews(showing, given, { ...state, facts: told.facts }, { actor, sight }),
    isPublic: publicView(given) !== null,
    revision: revisionFor(given, reading),
  }
}

/** What weighs on nobody but the office, and what would tell of an act that is kept from its requester, is none of theirs. */
const isTold = ({ program }: Given, { duty }: DutyState, { role }: Actor): boolean =>
  program.regulation.duties[duty]?.isInternal !== true && !isDutyKeptFrom(program, duty, role)

function nextView(showing: Showing, given: Given, duty: DutyState, itemName: string | null): TrackView['next'][number] {
  const { regulation } = given.program
  const { name } = named(showing, duty.duty, regulation.duties[duty.duty]?.name)
  return {
    // Of several items each owes the same: it is told of which.
    name: itemName === null ? name : withAside(name, itemName, showing.lang),
    holder: duty.unit === null ? roleName(showing, duty.holder) : unitNamed(showing, duty.unit).name,
    status: duty.status === 'overdue' || duty.status === 'paused' ? duty.status : 'open',
    dueAt: duty.dueAt === null ? null : dueMoment(duty.dueAt, given.calendar.zone),
    discretion: discretionOf(showing, regulation, regulation.duties[duty.duty]),
    workdaysLeft: duty.status === 'open' ? workdaysLeft(duty.dueAt, given.now, given.calendar) : null,
    workdaysLate: duty.workdaysLate,
    isProvisional: duty.isProvisional,
    ...softness(regulation.duties[duty.duty]),
    clauses: clauseViews(regulation, duty.clause),
    receipt: receiptView(showing, given, duty),
  }
}

/**
 * The plain states in their order. An end that was not taken is left out; what was gone through is past. Where nothing but such an
 * end can follow any more, it stands there, and nothing that will not come.
 */
function statesOf(showing: Showing, given: Given, now: string): TrackView['states'] {
  const { regulation } = given.program
  const current = regulation.stages[now]?.shown ?? ''
  const been = shownSoFar(given)
  const ids = Object.keys(regulation.shownStates)
  const declined = declinedStages(regulation)
  const isDeadEnd = (id: string) => {
    const stages = Object.values(regulation.stages).filter((stage) => stage.shown === id)
    return stages.length > 0 && stages.every((stage) => stage.isEnd || declined.has(stage.id))
  }
  const isSideTrack = (id: string) => isDeadEnd(id) && id !== current && !been.has(id)
  const ahead = statesAhead(regulation, now).filter((id) => id !== current)
  const isRefused = ahead.length > 0 && ahead.every((id) => isDeadEnd(id)) && !isDeadEnd(current)
  const isThrough = isRefused || (isOver(regulation.stages[now]) && isDeadEnd(current))
  const isToCome = (id: string) => (isRefused ? ahead.includes(id) : !isThrough && !isSideTrack(id))
  const shown = ids.filter((id) => been.has(id) || id === current || isToCome(id))
  const at = shown.indexOf(current)
  return shown.map((id, index) => ({
    ...named(showing, id, regulation.shownStates[id]),
    isPast: index < at,
    isNow: index === at,
  }))
}

/** What it may still be shown as: by acts of the matter, and where it moves on by itself. */
function statesAhead({ acts, stages }: Regulation, now: string): readonly string[] {
  const found = new Set([now])
  for (const stage of found) {
    const done = Object.values(acts).filter(({ of, starts, from }) => of === 'matter' && !starts && from.includes(stage))
    for (const { to } of [...done.flatMap((act) => act.to), ...(stages[stage]?.next ?? [])]) found.add(to)
  }
  found.delete(now)
  return [...found].map((stage) => stages[stage]?.shown ?? '')
}

/** Where they lie whom the regulation calls declined, an end or not: from some of these a mistake may still be put right. */
const declinedStages = ({ acts, meaning }: Regulation): ReadonlySet<string> =>
  new Set(
    meaning.marks.declined.flatMap((rule) =>
      rule.on === 'stage' ? [rule.stage] : (acts[rule.act]?.to ?? []).map(({ to }) => to),
    ),
  )

/** 等您补充. What the office last asked of the requester, while the matter lies with them for that. */
function awaitsOf(showing: Showing, given: Given, reading: Reading, now: string): TrackView['awaits'] {
  const { acts, stages } = given.program.regulation
  if (stages[now]?.heldBy !== 'requester') return null
  const asks = ({ act }: ActEvent) =>
    acts[act]?.tells.includes(reading.role) === true && acts[act]?.to.some(({ to }) => to === now)
  const asked = given.events.findLast(
    (event): event is ActEvent => event.kind === 'act' && asks(event) === true && !isKeptFrom(given, event, reading.role),
  )
  const stated = asked === undefined ? [] : statedViews(showing, given, reading, asked)
  if (asked === undefined || stated.length === 0) return null
  return {
    by: asked.by.unit === null ? roleName(showing, asked.by.role) : unitNamed(showing, asked.by.unit).name,
    at: moment(asked.at, given.calendar.zone),
    stated: stated.map(({ name, value }) => ({ name, value })),
  }
}

function shownSoFar(given: Given): ReadonlySet<string> {
  const { regulation } = given.program
  return new Set(stagesPassed(given).map((stage) => regulation.stages[stage]?.shown ?? ''))
}

/** What they said last; of several who are known by name, each reads their own. */
function ratingOf(showing: Showing, given: Given, { marks }: MatterState, { person }: Actor): TrackView['rating'] {
  const { meaning, fields } = given.program.regulation
  const isOwn = (seq: number): boolean =>
    person === null || given.events.some((event) => event.seq === seq && event.kind === 'act' && event.by.person === person)
  const last = marks.findLast(({ mark, rating, seq }) => mark === 'rated' && rating !== null && isOwn(seq))
  const field = fields[meaning.rating?.field ?? '']
  const said = given.events.find((event) => event.seq === last?.seq)
  if (last === undefined || field === undefined || said?.kind !== 'act') return null
  return { name: valueText(showing, field, last.rating ?? undefined), at: moment(last.at, given.calendar.zone), act: said.act }
}

/** The answers, newest first: what was stated in a field of the answer, as far as the requester may read it by now. */
function answersOf(showing: Showing, given: Given, reading: Reading, state: MatterState): TrackView['answers'] {
  const { meaning } = given.program.regulation
  const givenAt = givenAs(given, reading.role, state)
  return given.events
    .filter((event): event is ActEvent => event.kind === 'act' && !isKeptFrom(given, event, reading.role))
    .flatMap((event) => {
      const answers = statedViews(showing, given, reading, event)
        .filter(({ field }) => meaning.answer.includes(field))
        .map(({ field, name, value }) => ({ stated: { name, value }, at: givenAt(event, field) }))
        .filter(({ at }) => at !== null)
      if (answers.length === 0) return []
      const last = Math.max(...answers.map(({ at }) => at ?? event.at)) as Instant
      const unit = event.by.unit === null ? roleName(showing, event.by.role) : unitNamed(showing, event.by.unit).name
      return [{ unit, at: moment(last, given.calendar.zone), stated: answers.map(({ stated }) => stated) }]
    })
    .reverse()
}

/**
 * When words became an answer, null where they did not: their requester was told of them, or was answered with them, by whoever wrote them. A draft
 * that was written anew before that never did, nor does what one unit drafts because another has answered.
 */
function givenAs(
  { program, events }: Given,
  role: string,
  { marks }: MatterState,
): (event: ActEvent, field: string) => Instant | null {
  const { acts } = program.regulation
  const isSameShare = (one: number | null, other: number | null) => one === null || other === null || one === other
  const answers = marks.filter(({ mark }) => mark === 'answered')
  return ({ act, seq, at, assignment }, field) => {
    if (acts[act]?.tells.includes(role) === true) return at
    const isOf = (each: MatterEvent): boolean =>
      each.kind === 'act' && each.seq > seq && each.assignment === assignment && each.with[field] !== undefined
    const anew = events.find(isOf)?.seq ?? Number.POSITIVE_INFINITY
    return answers.find((mark) => mark.seq >= seq && mark.seq < anew && isSameShare(mark.assignment, assignment))?.at ?? null
  }
}
