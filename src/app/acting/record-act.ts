import type { Lang } from '../../contract/index.js'
import {
  type Actor,
  actsNamed,
  dayAt,
  dayText,
  decide,
  derive,
  type Folded,
  type Given,
  type MatterEvent,
  type Payload,
  rungsToRecord,
  slipOf,
  undoable,
  undoFor,
} from '../../core/index.js'
import { type Append, Conflict, type JsonObject, type LoadedMatter, type NewEvent } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { attachmentsIn, isUnknownAttachment } from '../files/attachment-ids.js'
import { storedEvents } from '../matter/matter-events.js'
import { type Opened, openMatter } from '../matter/open-matter.js'
import { revisionFor, toldAs, toldEvents } from '../matter/told-events.js'
import { platformAccount } from '../matter/view-matter.js'
import { timeline } from '../matter/view-timeline.js'
import type { Office } from '../office.js'
import type { Failure, Outcome } from '../outcome.js'
import { project, projectBeside } from '../records/project.js'
import { answerPieces } from '../reply/answer-pieces.js'
import { splitIdentity, withoutIdentity } from '../requester/identity.js'
import { messagesOf } from '../requester/messages-of.js'
import { showingOf } from '../showing.js'
import { failed, failure, refusalFailure } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { type BegunMatters, beginMatters, beginningsRefused } from './begin-matters.js'
import { type AlreadyRead, heardBack, refusedByHeld } from './hear-back.js'
import { knownIn } from './listed.js'
import { readPayload, withoutIdle } from './read-payload.js'

export type ActAsked = {
  readonly office: Office
  readonly matter: number
  readonly actor: Actor
  readonly act: string
  readonly with: Readonly<Record<string, unknown>>
  /** As last seen; null: whatever it is now, decided anew if somebody else is faster. */
  readonly revision: number | null
  readonly lang: Lang
  /** 选取. It was chosen for this act, among all in which it could be done; whoever asks by themselves never says so. */
  readonly isChosen?: boolean
  /** A key: under it the act is recorded once, however often it is sent. */
  readonly once?: string
}

const mostTries = 5

/** The matter as the act left it, and what was recorded; its sight is what the actor had before. */
export type Recorded = { readonly revision: number; readonly after: Opened; readonly recorded: readonly MatterEvent[] }

/** One way for every act: loads, decides, appends. If two people act at once, the later one decides again, or is told. */
export async function recordAct(deps: Deps, asked: ActAsked): Promise<Outcome<Recorded>> {
  const { office, actor, lang, revision } = asked
  const words = wordsOf(lang)
  const stated = readPayload(asked.with)
  if (stated === null) return failed(words, 'bad-request')
  for (let tries = 0; tries < mostTries; tries += 1) {
    const opened = await openMatter(deps, office, asked.matter, actor)
    if (opened === null) return failed(words, 'not-found')
    const { loaded, given } = opened
    const before = doneUnder(asked, stated, opened)
    if (before === 'other') return failed(words, 'key-reused')
    if (before !== null) return { ok: true, revision: before, after: opened, recorded: [] }
    const now = revisionFor(given, toldAs(given, actor))
    if (revision !== null && revision !== now) return { ok: false, failure: conflict(asked, opened, revision) }
    const decided = decideAct(given, asked, stated)
    if ('failure' in decided) return { ok: false, failure: decided.failure }
    const recorded = withoutIdentity(given.program.regulation, decided.events)
    const decidedOn = given.followedBy(recorded)
    const read: AlreadyRead = new Map()
    const begun = await beginMatters(deps, { office, lang, after: decidedOn, number: loaded.row.number, read }, recorded)
    if (!begun.ok) return begun
    const done = begun.recorded === recorded ? decidedOn : given.followedBy(begun.recorded)
    const kept = await keptByHeld(deps, asked, { loaded, given, after: done, recorded, read })
    if (kept !== null) return { ok: false, failure: kept }
    const told = await tellOthers(deps, asked, { loaded, given, after: done, recorded: begun.recorded, read })
    const written = await append(deps, asked, { loaded, given, stated, ...begun, ...told })
    if (written === 'raced') continue
    if (written === 'unknown-attachment') return failed(words, 'attachment-unknown')
    const { after } = told
    const left = { revision: revisionFor(after, toldAs(after, actor)), after: { ...opened, given: after } }
    return { ok: true, ...left, recorded: told.recorded }
  }
  return failed(words, 'conflict')
}

/** The revision after what was recorded under the key before: the answer to it was lost on its way. `other`: it was another act, or of another share. */
function doneUnder({ once, actor, act }: ActAsked, stated: Payload, { loaded, given }: Opened): number | 'other' | null {
  const done = once === undefined ? undefined : loaded.events.findLast(({ data }) => data.once === once)
  if (done === undefined) return null
  const [first] = actsNamed(given.program.regulation, act)
  const isSame = done.act === first?.id && done.by.account === actor.person
  const { unit } = (done.data.with ?? {}) as Payload
  if (!isSame || (stated.unit !== undefined && stated.unit !== unit)) return 'other'
  return toldEvents(given, toldAs(given, actor)).findLast(({ event }) => event.seq <= done.seq)?.place ?? 0
}

/** What would become of an act now; nothing is recorded. */
export function tryAct({ given }: Opened, asked: Omit<ActAsked, 'matter' | 'revision'>): Failure | null {
  const stated = readPayload(asked.with)
  if (stated === null) return failure(wordsOf(asked.lang), 'bad-request')
  const decided = decideAct(given, asked, stated)
  if ('failure' in decided) return decided.failure
  const { office, lang } = asked
  const begun = beginningsRefused({ office, lang, given, events: decided.events })
  return begun.ok ? null : begun.failure
}

/** The matter as an act would leave it now; null: it could not be done. Nothing is recorded. */
export function decidedOn(given: Folded, asked: Asked, stated: Payload): Folded | null {
  const decided = decideAct(given, asked, stated)
  return 'failure' in decided ? null : given.followedBy(decided.events)
}

/** What would be recorded: rungs that were reached meanwhile first, then the act and what follows from it. */
type Asked = Pick<ActAsked, 'office' | 'lang' | 'act' | 'actor' | 'isChosen'>

function decideAct(given: Folded, asked: Asked, stated: Payload): { events: readonly MatterEvent[] } | { failure: Failure } {
  const showing = showingOf(asked.office, asked.lang, given.program)
  const rungs = rungsToRecord(given)
  const ready = given.followedBy(rungs)
  const { stage, facts, assignments } = derive(ready)
  const about = { act: asked.act, stage, reader: { actor: asked.actor, stated } }
  const said = withoutIdle(stated, [facts, ...assignments.map((share) => share.facts)])
  const { act, actor: by, isChosen = false } = asked
  const decision = decide(ready, { act, by, with: said, isChosen, ...knownIn(asked.office) })
  if (!decision.ok) return { failure: refusalFailure(showing, given, decision.refusal, about) }
  return { events: [...rungs, ...decision.events] }
}

type Done = {
  readonly loaded: LoadedMatter
  readonly given: Folded
  readonly after: Folded
  readonly recorded: readonly MatterEvent[]
}

type Telling = Done & { readonly read: AlreadyRead }

/** Why one that it holds does not take part in it, if so. */
async function keptByHeld(
  deps: Deps,
  { office, lang, actor }: ActAsked,
  { loaded, given, after, recorded, read }: Telling,
): Promise<Failure | null> {
  const { matter, number } = loaded.row
  const found = await refusedByHeld({ deps, office, read }, actor, { matter, number, before: given, after, recorded })
  if (found === null) return null
  const { held, refusal } = found
  const about = { act: '', stage: held.loaded.row.stage, reader: { actor, stated: {} } }
  return refusalFailure(showingOf(office, lang, held.given.program), held.given, refusal, about)
}

/** What other matters hear of it; what was heard of is marked so. */
async function tellOthers(
  deps: Deps,
  { office }: ActAsked,
  { loaded, given, after, recorded, read }: Telling,
): Promise<Pick<Done, 'after' | 'recorded'> & { readonly hears: readonly Append[] }> {
  const { matter, number } = loaded.row
  const hears = await heardBack(deps, office, { matter, number, before: given, after, recorded }, read)
  if (hears.length === 0) return { after, recorded, hears }
  const heard = recorded.map((event) => (event.kind === 'act' ? { ...event, isHeard: true } : event))
  return { after: given.followedBy(heard), recorded: heard, hears }
}

type Writing = BegunMatters &
  Done & {
    readonly hears: readonly Append[]
    readonly stated: Payload
  }

async function append(
  deps: Deps,
  { office, once, act, actor }: ActAsked,
  { loaded, given, after, recorded, stated, begins, holds, hears }: Writing,
): Promise<'written' | 'raced' | 'unknown-attachment'> {
  const { regulation } = given.program
  const { identity } = splitIdentity(regulation, stated)
  const known = attachmentsIn(regulation, given.events)
  const attachments = attachmentsIn(regulation, recorded).filter((id) => !known.includes(id))
  const pieces = answerPieces(regulation, recorded)
  const { matter } = loaded.row
  const untold = holds.filter((held) => !hears.some((each) => each.matter === held.matter))
  try {
    await deps.store.append(office.id, {
      matter,
      expected: loaded.head,
      events: marked(storedEvents(recorded, given.now), { recorded, after }, once),
      projection: project(after, office.versions[0].regulation),
      before: projectBeside(given, office.versions[0].regulation),
      ...messagesOf(deps, after, recorded),
      ...heldBack(office, after, actor),
      ...(begins.length === 0 ? {} : { begins }),
      ...(untold.length === 0 ? {} : { holds: untold }),
      ...(hears.length === 0 ? {} : { hears }),
      at: given.now,
      ...(attachments.length === 0 ? {} : { attachments }),
      ...(pieces.length === 0 ? {} : { pieces }),
      ...(identity === null ? {} : { identity: { more: identity, by: platformAccount } }),
      ...(actor.person === null ? {} : { sent: { by: actor.person, acts: draftsOf(act, stated) } }),
    })
    return 'written'
  } catch (error) {
    if (error instanceof Conflict) return 'raced'
    if (isUnknownAttachment(error)) return 'unknown-attachment'
    throw error
  }
}

/** Who is told of what can be taken back is told when it no longer can. In a rehearsal's clock nobody outside would know when that is. */
const heldBack = ({ government: { isRehearsal } }: Office, after: Given, actor: Actor): Pick<Append, 'heldFor'> =>
  undoable(after, actor).length > 0 && !isRehearsal ? { heldFor: undoFor } : {}

/** Under which names a draft of it is kept: its own, and with the share or the item it is about. */
const draftsOf = (act: string, { unit, item }: Payload): readonly string[] => [
  act,
  ...(typeof unit === 'string' ? [`${act}@${unit}`] : []),
  ...(typeof item === 'number' ? [`${act}#${item}`] : []),
]

/** What is kept with the acts themselves: the key with the first, with each the slips that it issues. */
function marked(
  events: readonly NewEvent[],
  { recorded, after }: Pick<Writing, 'recorded' | 'after'>,
  once: string | undefined,
): readonly NewEvent[] {
  const first = recorded.findIndex(({ kind }) => kind === 'act')
  return events.map((event, place) => {
    const marks = {
      ...(place === first && once !== undefined ? { once } : {}),
      ...slipMark(after, recorded[place]),
    }
    return { ...event, data: { ...event.data, ...marks } }
  })
}

/** 通知单. The numbers are drawn where this is written. */
function slipMark(after: Given, event: MatterEvent | undefined): JsonObject {
  const slip = event === undefined ? null : slipOf(after, event.seq)
  if (slip === null || slip.units.length === 0) return {}
  return { slip: { year: Number(dayText(dayAt(after.now, after.calendar.zone)).slice(0, 4)), units: slip.units } }
}

/** Somebody else was there before: what they did, as this viewer may see it. */
export function conflict(asked: Pick<ActAsked, 'office' | 'lang' | 'actor'>, { given, sight }: Opened, seen: number): Failure {
  const showing = showingOf(asked.office, asked.lang, given.program)
  const as = toldAs(given, asked.actor)
  const since = toldEvents(given, as).flatMap(({ event, place }) => (place > seen ? [event] : []))
  return failure(showing.words, 'conflict', {
    meanwhile: timeline(showing, given, { ...as, sight, files: new Map() }, since),
    revision: revisionFor(given, as),
  })
}
