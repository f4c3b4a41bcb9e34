import type { ReplyCheck, ReplyWarning } from '../../contract/index.js'
import { derive, type Given, type MatterState, type Payload, pointsLeft, type Regulation } from '../../core/index.js'
import type { RecentAct } from '../../store/index.js'
import { readPayload } from '../acting/read-payload.js'
import type { Deps, Viewer } from '../deps.js'
import { gateFor, type Opened, openMatter } from '../matter/open-matter.js'
import { toldAs, toldEvents } from '../matter/told-events.js'
import { moment, named } from '../matter/view-parts.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { replyWords } from '../words/reply.js'
import { isAnswerField, pointShown } from './answer-pieces.js'
import { lettersOf, likenessTo, muchAlike, piecesSought, sharedRun, shortestCompared } from './likeness.js'
import { isIn, personalDataIn } from './personal-data.js'
import { identityNames, publicPreview } from './public-preview.js'

export type ReplyCheckAsked = {
  readonly matter: number
  readonly act: string
  readonly field: string
  readonly with: Readonly<Record<string, unknown>>
}

/** With so many matters of a unit, those that moved last, an answer is compared whatever is known of them: what is older than its pieces has none. */
const comparedMatters = 60
const longQuote = 14
const longestChecked = 4_000
const mostRepeats = 3
const mostOpened = 6

/** What in an answer is worth a second look, and what the public would read of it. Nothing is kept, nothing is refused. */
export async function checkReply(deps: Deps, viewer: Viewer, asked: ReplyCheckAsked): Promise<Outcome<{ check: ReplyCheck }>> {
  const { office, actor, lang } = viewer
  const words = wordsOf(lang)
  const opened = await openMatter(deps, office, asked.matter, actor)
  if (opened === null) return failed(words, 'not-found')
  const stated = readPayload(asked.with)
  if (stated === null) return failed(words, 'bad-request')
  const act = opened.given.program.regulation.acts[asked.act]
  if (act === undefined || !act.by.includes(actor.role)) return failed(words, 'wrong-role')
  const showing = showingOf(office, lang, opened.given.program)
  const value = stated[asked.field]
  const writing: Writing = {
    showing,
    opened,
    state: derive(opened.given),
    field: asked.field,
    text: typeof value === 'string' ? value.slice(0, longestChecked) : '',
  }
  const warnings = [...personal(writing), ...quoted(writing), ...unanswered(writing), ...(await repeated(deps, viewer, writing))]
  return { ok: true, check: { warnings, preview: await publicPreview(deps, showing, { opened, stated, act }) } }
}

type Writing = {
  readonly showing: Showing
  readonly opened: Opened
  readonly state: MatterState
  readonly field: string
  readonly text: string
}

const isPublic = ({ visibility }: Regulation, field: string): boolean => visibility.public?.fields.includes(field) === true

/** Every text stated so far that the writer may see, with the field it stands in. */
function textsSeen({ opened: { given, sight }, state }: Writing): readonly (readonly [string, string])[] {
  const facts: readonly Payload[] = [state.facts, ...state.assignments.map((share) => share.facts)]
  return facts.flatMap((stated) =>
    Object.entries(stated).flatMap(([id, value]): [string, string][] => {
      const isText = isTextField(given, id) && sight.fields[id]?.as === 'shown'
      return isText && typeof value === 'string' ? [[id, value.slice(0, longestChecked)]] : []
    }),
  )
}

const isTextField = ({ program }: Given, id: string): boolean => {
  const type = program.regulation.fields[id]?.type
  return type === 'text' || type === 'longText'
}

/** Who another matter is about is sealed: what cannot be compared is known by its form. */
function personal(writing: Writing): readonly ReplyWarning[] {
  const { showing, opened, field, text } = writing
  const words = replyWords[showing.lang]
  const known = textsSeen(writing)
    .map(([, each]) => each)
    .join('\n')
  const found = personalDataIn(text, identityNames(showing, opened.given.program.regulation))
  const isOpen = isPublic(opened.given.program.regulation, field)
  const named = isOpen ? found : found.filter((each) => !isIn(known, each))
  if (named.length === 0) return []
  const distinct = [...new Set(named.map((each) => each.words))]
  return [{ kind: 'personal', words: distinct, why: isOpen ? words.personalInPublic : words.personal, matter: null }]
}

/** Words of a field that is not public, in one that will be. */
function quoted(writing: Writing): readonly ReplyWarning[] {
  const { showing, opened, field, text } = writing
  const { regulation } = opened.given.program
  if (!isPublic(regulation, field)) return []
  return textsSeen(writing).flatMap(([id, other]): ReplyWarning[] => {
    // Said in place of an original, its words are meant to be there.
    if (id === field || isPublic(regulation, id) || regulation.fields[field]?.redacts.includes(id) === true) return []
    const run = sharedRun(text, other, longQuote)
    const name = named(showing, id, regulation.fields[id]?.name).name
    return run === '' ? [] : [{ kind: 'hidden', words: [run], why: replyWords[showing.lang].hidden(name), matter: null }]
  })
}

/** Points of the message of which nothing is said, once so much is written that something could be. */
function unanswered({ showing, opened: { given, sight }, state, field, text }: Writing): readonly ReplyWarning[] {
  const { regulation } = given.program
  const letter = regulation.meaning.letter
  if (!isAnswerField(regulation, field) || lettersOf(text).length < shortestCompared) return []
  const message = sight.fields[letter]?.as === 'shown' ? state.facts[letter] : null
  const left = typeof message === 'string' ? pointsLeft(message.slice(0, longestChecked), text) : []
  return left.length === 0
    ? []
    : [{ kind: 'points', words: left.map(pointShown), why: replyWords[showing.lang].points, matter: null }]
}

/** The same answer to another message, whenever it was given: a unit's own, and for whoever is of no unit each that they may read. */
async function repeated(deps: Deps, { office, actor }: Viewer, writing: Writing): Promise<readonly ReplyWarning[]> {
  const { opened, field, text, showing } = writing
  const pieces = piecesSought(text)
  if (pieces.length === 0) return []
  const { regulation } = opened.given.program
  const acts = Object.values(regulation.acts).filter(({ needs, takes }) => needs.includes(field) || takes.includes(field))
  const { unit } = actor
  const asked = { unit, acts: acts.map(({ id }) => id), gate: gateFor(office, actor), pieces, matters: comparedMatters }
  const given = await deps.store.actsAlike(office.id, asked)
  const { zone } = opened.given.calendar
  const shareIn = likenessTo(text)
  const alike = given
    .filter(({ matter }) => matter !== opened.loaded.row.matter)
    .map((each) => ({ each, share: shareIn(statedIn(each, field)) }))
    .filter(({ share }) => share >= muchAlike)
    .sort((one, other) => other.share - one.share)
  const seen = await Promise.all(alike.slice(0, mostOpened).map(({ each }) => isRead(deps, { office, actor }, each, field)))
  return alike
    .slice(0, mostOpened)
    .filter((_, at) => seen[at] === true)
    .slice(0, mostRepeats)
    .map(({ each, share }) => ({
      kind: 'repeats',
      words: [],
      why: (unit === null ? replyWords[showing.lang].repeatsAny : replyWords[showing.lang].repeats)(Math.round(share * 100)),
      matter: { id: String(each.matter), number: each.number, title: each.title, at: moment(each.at, zone) },
    }))
}

/** What a unit stated it may read; what another did, whoever is told of that act and shown the field. */
async function isRead(
  deps: Deps,
  { office, actor }: Pick<Viewer, 'office' | 'actor'>,
  { matter, seq }: RecentAct,
  field: string,
): Promise<boolean> {
  if (actor.unit !== null) return true
  const opened = await openMatter(deps, office, matter, actor)
  if (opened?.sight.fields[field]?.as !== 'shown') return false
  return toldEvents(opened.given, toldAs(opened.given, actor)).some(({ event }) => event.seq === seq)
}

function statedIn({ data }: RecentAct, field: string): string {
  const stated = (data.with ?? {}) as Payload
  const value = stated[field]
  return typeof value === 'string' ? value.slice(0, longestChecked) : ''
}
