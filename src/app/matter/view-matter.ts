import type { AssignmentView, Lang, MatterView } from '../../contract/index.js'
import {
  type Actor,
  type AssignmentState,
  type Duty,
  type DutyState,
  daysCharged,
  derive,
  type Given,
  isDutyKeptFrom,
  isFilled,
  type MatterState,
  type Regulation,
  type Sight,
  type Value,
} from '../../core/index.js'
import { type AccessRecord, type AttachmentInfo, codeRenewed, type MatterRow, soughtByName } from '../../store/index.js'
import { actViews } from '../acting/view-act.js'
import { undoView } from '../acting/view-undo.js'
import { filesOpenTo } from '../files/kept-files.js'
import { lineIn, receivedAt, sortingNamed } from '../meaning-of.js'
import { roundOf, roundTitle } from '../office-duties/round-words.js'
import type { Showing } from '../showing.js'
import { paperWarning } from '../words/paper-tells.js'
import { factsWithHeld } from './held-facts.js'
import { itemsToldTo, revisionFor, stateToldTo, toldEvents } from './told-events.js'
import { dutyView } from './view-duty.js'
import { itemNamed, itemViews } from './view-items.js'
import {
  alertView,
  callsOf,
  clauseViews,
  holderName,
  moment,
  named,
  partNamed,
  shownNamed,
  stageNamed,
  unitNamed,
} from './view-parts.js'
import { signOffViews } from './view-sign-offs.js'
import { mask, timelinePageOf } from './view-timeline.js'
import { valueText } from './view-values.js'

/** What a read of a matter brought together. */
export type MatterRead = {
  readonly row: Pick<MatterRow, 'matter' | 'number' | 'requester'>
  readonly given: Given
  readonly actor: Actor
  readonly sight: Sight
  readonly files: readonly AttachmentInfo[]
  readonly reveals: readonly AccessRecord[]
  /** The act whose form is told though it is closed. */
  readonly closedForm?: string | null
}

/** A matter as a signed-in person sees it: state through sight, and nothing beside it. */
export function matterView(
  showing: Showing,
  { row, given, actor, sight, files, reveals, closedForm = null }: MatterRead,
): MatterView {
  const { regulation } = given.program
  const { zone } = given.calendar
  const state = derive(given)
  // What is kept from a role is nowhere in what it sees, be it a value, a card, an alert, a clock or a file.
  const told = stateToldTo(given, actor.role, state)
  const duties = state.duties.filter(({ duty }) => !isDutyKeptFrom(given.program, duty, actor.role)).sort(byUrgency)
  const [items, facts] = [itemsToldTo(given, actor.role, state), factsWithHeld(given, actor, told.facts)]
  const fileNames = new Map(files.map(({ attachment, name }) => [attachment, name]))
  const open = filesOpenTo({ given, actor, sight }, files)
  const { meaning } = regulation
  const seen = (field: string | null): string | null =>
    sight.fields[field ?? '']?.as === 'shown' ? lineIn(told.facts, field) : null
  const alerts = duties.map((duty) => alertView(showing, duty.alert)).filter((alert) => alert !== null)
  const acts = actViews(showing, given, { ...state, facts: told.facts }, { actor, sight, files: open, closedForm })
  return {
    id: String(row.matter),
    number: row.number,
    revision: revisionFor(given, { isRequester: false, role: actor.role }),
    regulation: regulationView(showing),
    calls: callsOf(showing),
    title: titleSeen(showing, given, seen(meaning.title)) ?? row.number,
    stage: stageNamed(showing, state.stage),
    shown: shownNamed(showing, regulation.stages[state.stage]?.shown ?? ''),
    channel: sortingNamed(showing, 'channel', seen(meaning.channel)),
    category: sortingNamed(showing, 'category', seen(meaning.category)),
    receivedAt: moment(receivedAt(state) ?? given.events[0]?.at ?? given.now, zone),
    alert: alerts.sort((a, b) => b.rank - a.rank)[0] ?? null,
    fields: fieldViews(showing, { facts, sight, fileNames, hasIdentity: row.requester !== null, role: actor.role }),
    assignments: state.assignments.map((share) => assignmentView(showing, share, { duties, zone, all: state.assignments })),
    items: itemViews(showing, { state: { ...state, items }, sight, duties }),
    duties: dutyViews(showing, given, duties, { state, sight, acts, role: actor.role }),
    ...(state.signOffs.length === 0 ? {} : { signOffs: signOffViews(showing, given, state, actor.role) }),
    undo: undoView(showing, given, actor),
    answerFields: [...given.program.regulation.meaning.answer],
    ...timelinePageOf(showing, given, { sight, isRequester: false, role: actor.role, files: fileNames }, null),
    acts,
    charged: daysCharged(told, given.calendar, given.now).map((each) => ({
      ...each,
      name: each.unit === null ? holderName(showing, each.by) : unitNamed(showing, each.unit).name,
    })),
    attachments: open.map((file) => attachmentView(file, zone, showing.lang)),
    reveals: (mayKnowWho(regulation, sight) ? reveals : []).map(({ at, account, reason, what }) => ({
      at: moment(at, zone),
      who:
        showing.office.people.get(account) ?? (account === platformAccount ? showing.words.platform : showing.words.formerPerson),
      reason,
      how: howOpened(what),
    })),
    publicPage: null,
    origin: [],
  }
}

type DutiesSeen = { readonly state: MatterState; readonly sight: Sight; readonly acts: MatterView['acts']; readonly role: string }

/** Each with what it is about, by which acts it is met, and which entry of the role's timeline opened it. */
function dutyViews(
  showing: Showing,
  given: Given,
  duties: readonly DutyState[],
  { state, sight, acts, role }: DutiesSeen,
): MatterView['duties'] {
  const places = new Map(toldEvents(given, { isRequester: false, role }).map(({ event, place }) => [event.seq, place]))
  return duties.map((duty) => ({
    ...dutyView(showing, given, duty),
    itemName: itemNamed(showing, state, duty.item, sight),
    metBy: shownActsMeeting(given.program.regulation.duties[duty.duty], acts),
    openedBy: places.get(duty.openedBy) ?? null,
  }))
}

/**
 * Whoever writes is known to have written, and all who see the matter read who looked who it was. Somebody whom a matter only names (who gave a
 * lead) may not be known of at all: then it is told to those alone who may look.
 */
const mayKnowWho = (regulation: Regulation, sight: Sight): boolean =>
  somebodyWrites(regulation) ||
  Object.values(regulation.fields).some(({ id, isIdentity }) => isIdentity && (sight.fields[id]?.as ?? 'hidden') !== 'hidden')

const somebodyWrites = ({ acts, roles }: Regulation): boolean =>
  Object.values(acts).some(({ by }) => by.some((role) => roles[role]?.kind === 'requester'))

/** No act is named here that the viewer is not shown as such. */
function shownActsMeeting(duty: Pick<Duty, 'metBy'> | undefined, acts: MatterView['acts']): string[] {
  const shown = new Set(acts.map(({ act }) => act))
  return [...new Set((duty?.metBy ?? []).map(({ act }) => act))].filter((act) => shown.has(act))
}

/** Nobody gives a title to what the calendar opens. */
function titleSeen({ lang }: Showing, given: Given, title: string | null): string | null {
  const { officeDuty } = given.program
  const round = roundOf(given)
  return officeDuty === null || round === null ? title : roundTitle(lang, officeDuty, round)
}

function howOpened(what: string): MatterView['reveals'][number]['how'] {
  if (what === soughtByName) return 'sought'
  return what === codeRenewed ? 'renewed' : 'opened'
}

/** Under which the platform itself opens an identity: to add to it what the requester sent later. */
export const platformAccount = 'system'

export const attachmentView = (
  { attachment, name, type, size, uploadedAt, isSealed, tells }: AttachmentInfo,
  zone: number,
  lang: Lang,
) => ({
  isSealed,
  warning: paperWarning(tells, lang),
  id: attachment,
  name,
  type,
  size,
  uploadedAt: moment(uploadedAt, zone),
})

export function regulationView(showing: Showing): MatterView['regulation'] {
  const { id, version, title, shortTitle } = showing.program.regulation
  return { id, version, title: named(showing, id, title).name, shortTitle: named(showing, id, shortTitle).name }
}

type Facts = {
  readonly facts: Readonly<Record<string, Value>>
  readonly sight: Sight
  readonly fileNames: ReadonlyMap<string, string>
  readonly hasIdentity: boolean
  readonly role: string
}

function fieldViews(showing: Showing, { facts, sight, fileNames, hasIdentity, role }: Facts): MatterView['fields'] {
  const { regulation, kept } = showing.program
  // Not even that something was stated there.
  const unknown = kept.fields.get(role)
  const headed: readonly (string | null)[] = [regulation.meaning.title, regulation.meaning.category, regulation.meaning.channel]
  return Object.values(regulation.fields).flatMap((field) => {
    const look = sight.fields[field.id] ?? { as: 'hidden' as const, clause: [] }
    const value = facts[field.id]
    const isThere = field.isIdentity ? hasIdentity && mayKnowWho(regulation, sight) : isFilled(value)
    if (!isThere || unknown?.has(field.id) === true) return []
    const text = look.as === 'shown' ? valueText(showing, field, value, fileNames) : look.as === 'masked' ? mask : ''
    return [
      {
        id: field.id,
        name: named(showing, field.id, field.name).name,
        // Identity lies sealed: even who may see it opens it by an act of their own.
        as: field.isIdentity && look.as === 'shown' ? ('onReason' as const) : look.as,
        value: text,
        isIdentity: field.isIdentity,
        isMessage: isMessage(regulation, field.id),
        isInHead: headed.includes(field.id),
        clauses: clauseViews(regulation, look.clause),
      },
    ]
  })
}

/** Words that came with the message, whoever took it in. */
const isMessage = ({ acts, fields }: Regulation, id: string): boolean =>
  fields[id]?.type === 'longText' &&
  Object.values(acts).some(({ starts, needs, takes }) => starts && (needs.includes(id) || takes.includes(id)))

type Beside = { readonly duties: readonly DutyState[]; readonly zone: number; readonly all: readonly AssignmentState[] }

const assignmentView = (showing: Showing, share: AssignmentState, { duties, zone, all }: Beside): AssignmentView => ({
  id: share.id,
  unit: share.unit,
  unitName: shareUnit(showing, share),
  part: share.part,
  partName: partNamed(showing, share.part),
  above: all.filter(({ id }) => id === share.above).map((each) => shareUnit(showing, each))[0] ?? null,
  stage: named(showing, share.stage, showing.program.regulation.assignmentStages[share.stage]?.name),
  since: moment(share.since, zone),
  endedAt: share.endedAt === null ? null : moment(share.endedAt, zone),
  clock: [...duties].sort(byUrgency).find((duty) => isRunningIn(share, duty))?.key ?? null,
})

const isRunningIn = ({ id }: AssignmentState, { assignment, status, dueAt }: DutyState): boolean =>
  assignment === id && (status === 'paused' || ((status === 'open' || status === 'overdue') && dueAt !== null))

/** Of a share that has ended, the unit is called what it was called then. */
const shareUnit = (showing: Showing, { unit, since, endedAt }: AssignmentState): string =>
  unitNamed(showing, unit, endedAt === null ? undefined : since).name

const order: Record<DutyState['status'], number> = { overdue: 0, open: 1, paused: 2, met: 3, lapsed: 4, cancelled: 5 }

/** What is owed first, the most urgent on top; what is done below. */
const byUrgency = (a: DutyState, b: DutyState): number =>
  order[a.status] - order[b.status] || (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER)
