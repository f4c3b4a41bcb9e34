import type { Lang, Submitted } from '../../contract/index.js'
import {
  type Actor,
  decide,
  derive,
  Folded,
  hasRequester,
  type Instant,
  type MatterEvent,
  type Payload,
  type Program,
  type Refusal,
  refusal,
  startingAct,
} from '../../core/index.js'
import { Conflict, KeyReused, type Submission, type SubmitOutcome } from '../../store/index.js'
import { formOf } from '../administration/form-settings.js'
import type { Deps } from '../deps.js'
import { attachmentsIn, isUnknownAttachment } from '../files/attachment-ids.js'
import { storedEvents } from '../matter/matter-events.js'
import { moment } from '../matter/view-parts.js'
import { sortingField } from '../meaning-of.js'
import { nowOf } from '../now-of.js'
import { type Office, programNamed } from '../office.js'
import type { Outcome } from '../outcome.js'
import { project } from '../records/project.js'
import { splitIdentity, withoutIdentity } from '../requester/identity.js'
import { messagesOf } from '../requester/messages-of.js'
import { type Showing, showingOf } from '../showing.js'
import { failed, refusalFailure } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { heardBack } from './hear-back.js'
import { knownIn } from './listed.js'
import type { Opener } from './opener.js'
import { readPayload, withoutIdle } from './read-payload.js'

export type SubmitAsked = {
  readonly office: Office
  readonly actor: Actor
  readonly with: Readonly<Record<string, unknown>>
  readonly lang: Lang
  readonly idempotencyKey?: string | null
  readonly opener: Opener
  /** Under which of the office's regulations, by its id; where none is named, the first. */
  readonly regulation?: string
  /** Which of the acts that open a matter; the role's first where none is named. */
  readonly act?: string
  /** 随即办理. An act that is done with it in the same moment, in one piece: where it is refused nothing is received. */
  readonly next?: { readonly act: string; readonly actor: Actor }
  /** Only asks whether it would be received. */
  readonly isTrial?: boolean
}

export type SubmitDone = { readonly submitted: Submitted; readonly matter: number | null; readonly isRepeated: boolean }

/** The one way in which a matter begins, whatever opens it: one decision, one statement to the database. */
export async function submitMatter(deps: Deps, asked: SubmitAsked): Promise<Outcome<SubmitDone>> {
  const { office, actor, lang, opener } = asked
  const program = opener.program ?? programNamed(office, asked.regulation ?? null)
  if (program === null) return failed(wordsOf(lang), 'kind-unknown')
  const showing = showingOf(office, lang, program)
  const sent = readPayload(asked.with)
  if (sent === null) return failed(showing.words, 'bad-request')
  const stated = withoutIdle(sent, [])
  const act = startingAct(program.regulation, actor.role, asked.act)
  if (act === null) return failed(showing.words, 'wrong-role')
  const { channel } = program.regulation.meaning
  const asksChannel = channel !== null && (act.needs.includes(channel) || act.takes.includes(channel))
  const payload = opener.isPortal && asksChannel ? { ...stated, [channel]: webChannel(office, program) } : stated
  const now = nowOf(deps, office)
  // What comes from elsewhere came while the channel was open.
  const { closedChannels } = formOf(office, program.regulation)
  const isClosed = opener.once === null && closedChannels.some((each) => each === payload[channel ?? ''])
  const { calendar } = office
  const empty = Folded.of({ program, calendar, events: [], now: opener.at ?? now })
  const about = { act: act.id, stage: '', reader: { actor, stated: payload } }
  if (isClosed) return { ok: false, failure: refusalFailure(showing, empty, notOffered(channel), about) }
  const { isTranscribed } = opener
  const decision = decide(empty, { act: act.id, by: actor, with: payload, isTranscribed, ...knownIn(office) })
  if (!decision.ok) return { ok: false, failure: refusalFailure(showing, empty, decision.refusal, about) }
  const all = withNext(showing, { empty, next: asked.next }, decision.events)
  if (!all.ok) return all
  if (asked.isTrial === true) return { ok: true, submitted: nothingYet(now, office), matter: null, isRepeated: false }
  const { submission, submitted, after } = await submissionOf(deps, { office, empty, payload, opener }, all.events)
  const request = JSON.stringify([program.regulation.id, act.id, asked.next?.act ?? '', payload])
  const once = asked.idempotencyKey ? { idempotency: { key: asked.idempotencyKey, request, response: submitted } } : {}
  return written(showing, submitted, () => submitHeard(deps, office, { ...submission, ...once }, { before: empty, after }))
}

/** What was received, and what is done with it at once. */
function withNext(
  showing: Showing,
  { empty, next }: { readonly empty: Folded; readonly next: SubmitAsked['next'] },
  events: readonly MatterEvent[],
): Outcome<{ events: readonly MatterEvent[] }> {
  if (next === undefined) return { ok: true, events }
  const received = empty.followedBy(events)
  const decision = decide(received, { act: next.act, by: next.actor, with: {} })
  if (decision.ok) return { ok: true, events: [...received.events, ...decision.events] }
  const about = { act: next.act, stage: derive(received).stage, reader: { actor: next.actor, stated: {} } }
  return { ok: false, failure: refusalFailure(showing, received, decision.refusal, about) }
}

/** Written alone, or together with what is heard of it where it comes from; if somebody was faster there, that is heard anew. */
async function submitHeard(
  deps: Deps,
  office: Office,
  submission: Submission,
  { before, after }: { readonly before: Folded; readonly after: Folded },
): Promise<SubmitOutcome> {
  const { matter, number } = submission.reserved
  for (let tries = 1; ; tries += 1) {
    const hears = await heardBack(deps, office, { matter, number, before, after, recorded: after.events })
    try {
      return await deps.store.submit(office.id, hears.length === 0 ? submission : { ...submission, hears })
    } catch (error) {
      if (!(error instanceof Conflict) || tries === mostTries) throw error
    }
  }
}

const mostTries = 5

type Received = {
  readonly office: Office
  /** The matter before anything happened, at the moment at which it begins by law. */
  readonly empty: Folded
  readonly payload: Payload
  readonly opener: Opener
}

/** The first event says from which matter this one was begun. */
const sayingFrom = ({ from }: Opener, events: readonly MatterEvent[]): readonly MatterEvent[] =>
  from === null ? events : events.map((event, at) => (at === 0 && event.kind === 'act' ? { ...event, from } : event))

/** A new matter as it is written: what was decided of it, under a number of its own. */
export async function submissionOf(
  deps: Deps,
  { office, empty, payload, opener }: Received,
  decided: readonly MatterEvent[],
): Promise<{ readonly submission: Submission; readonly submitted: Submitted; readonly after: Folded }> {
  const { program, calendar } = empty
  const now = nowOf(deps, office)
  const events = sayingFrom(opener, withoutIdentity(program.regulation, decided))
  const given = opener.at === null ? empty.followedBy(events) : Folded.of({ program, calendar, events, now })
  const reserved = await deps.store.reserveMatter(office.id)
  const { identity } = splitIdentity(program.regulation, payload)
  const attachments = [...attachmentsIn(program.regulation, events), ...opener.files]
  const submitted: Submitted = {
    number: reserved.number,
    code: hasRequester(program.regulation) ? reserved.queryCode : '',
    track: `/${office.id}/track#${reserved.number}`,
    receivedAt: moment(empty.now, calendar.zone),
  }
  const submission: Submission = {
    reserved,
    events: storedEvents(events, now, opener.kept),
    projection: project(given, office.versions[0].regulation),
    ...messagesOf(deps, given, events),
    at: now,
    ...(identity === null ? {} : { identity }),
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(opener.once === null ? {} : { source: opener.once }),
  }
  return { submission, submitted, after: given }
}

const nothingYet = (now: Instant, office: Office): Submitted => ({
  number: '',
  code: '',
  track: '',
  receivedAt: moment(now, office.calendar.zone),
})

async function written(
  showing: Showing,
  submitted: Submitted,
  write: () => Promise<SubmitOutcome>,
): Promise<Outcome<SubmitDone>> {
  try {
    const outcome = await write()
    switch (outcome.kind) {
      case 'recorded':
        return { ok: true, submitted, matter: outcome.matter, isRepeated: false }
      case 'alreadyImported':
        return { ok: true, submitted, matter: outcome.matter, isRepeated: true }
      case 'repeated':
        return { ok: true, submitted: outcome.response as unknown as Submitted, matter: null, isRepeated: true }
    }
  } catch (error) {
    if (error instanceof Conflict) return failed(showing.words, 'conflict')
    if (error instanceof KeyReused) return failed(showing.words, 'key-reused')
    if (isUnknownAttachment(error)) return failed(showing.words, 'attachment-unknown')
    throw error
  }
}

/** The channel that stands for this portal: the one the office chose, or the regulation's first. */
export function webChannel({ settings }: Office, { regulation }: Program): string {
  const options = sortingField(regulation, 'channel')?.options ?? []
  return (options.find(({ id }) => id === settings.webChannel) ?? options[0])?.id ?? ''
}

/** The office does not offer this channel. */
const notOffered = (channel: string | null): Refusal =>
  refusal('invalid', ['*'], { problems: [{ field: channel ?? '', code: 'not-an-option', limit: null }] })
