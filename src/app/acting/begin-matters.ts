import type { Lang } from '../../contract/index.js'
import {
  type Beginning,
  type Begun,
  beginningsOf,
  decide,
  Folded,
  heldIn,
  type MatterEvent,
  newsOf,
  refusal,
  refusesToBeHeld,
  startingAct,
  withBegun,
} from '../../core/index.js'
import type { Append, Submission } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { gateOf } from '../gate.js'
import { openMatter } from '../matter/open-matter.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { linkedNumber } from '../records/project.js'
import { showingOf } from '../showing.js'
import { failed, refusalFailure } from '../view-failure.js'
import { nameIn, wordsOf } from '../words/index.js'
import { type AlreadyRead, beginnersOf, mostBeginners } from './hear-back.js'
import { knownIn } from './listed.js'
import { byAct } from './opener.js'
import { submissionOf } from './submit-matter.js'

type Acting = {
  readonly office: Office
  readonly lang: Lang
  /** The matter with what is to be recorded of it. */
  readonly after: Folded
  /** Its number. */
  readonly number: string
  /** What it joins is put there as it was found. */
  readonly read: AlreadyRead
}

/** What an act begins or joins, with which the act is recorded. */
export type BegunMatters = {
  /** What is to be recorded, each act with the numbers of what it began. */
  readonly recorded: readonly MatterEvent[]
  readonly begins: readonly Submission[]
  /** Matters joined, as they were found: joined as they stand, or not at all. */
  readonly holds: NonNullable<Append['holds']>
}

/** What an act begins, each decided under the regulation of its kind by whoever does the act; one that is refused refuses the act. */
export async function beginMatters(deps: Deps, acting: Acting, recorded: readonly MatterEvent[]): Promise<Outcome<BegunMatters>> {
  const begins: Submission[] = []
  const holds: BegunMatters['holds'][number][] = []
  const begun = new Map<number, Begun[]>()
  for (const beginning of beginningsOf(acting.after, recorded)) {
    const { kind, seq } = beginning
    const note = (number: string) => begun.set(seq, [...(begun.get(seq) ?? []), { kind, number }])
    if (beginning.joins !== null) {
      const joined = await joinMatter(deps, { ...acting, recorded }, beginning, beginning.joins)
      if (!joined.ok) return joined
      holds.push(joined.hold)
      note(joined.number)
      continue
    }
    const decided = decideBeginning(acting, beginning)
    if (!decided.ok) return decided
    const { empty, events } = decided
    const received = { office: acting.office, empty, payload: beginning.with, opener: byAct(acting.number) }
    const { submission } = await submissionOf(deps, received, events)
    begins.push(submission)
    note(submission.reserved.number)
  }
  return { ok: true, recorded: withBegun(recorded, begun), begins, holds }
}

type Trial = Pick<Acting, 'office' | 'lang'> & { readonly given: Folded; readonly events: readonly MatterEvent[] }

/** Whether everything that an act would begin would be received; nothing is recorded. Most acts begin nothing, and cost nothing here. */
export function beginningsRefused({ office, lang, given, events }: Trial): Outcome<object> {
  const { acts } = given.program.regulation
  if (!events.some((event) => event.kind === 'act' && (acts[event.act]?.begins.length ?? 0) > 0)) return { ok: true }
  const after = given.followedBy(events)
  const refused = beginningsOf(after, events)
    .filter(({ joins }) => joins === null)
    .map((beginning) => decideBeginning({ office, lang, after }, beginning))
    .find(({ ok }) => !ok)
  return refused ?? { ok: true }
}

function decideBeginning(
  { office, lang, after }: Omit<Acting, 'number' | 'read'>,
  { kind, name, by, with: stated }: Beginning,
): Outcome<{ empty: Folded; events: readonly MatterEvent[] }> {
  const words = wordsOf(lang)
  const program = office.programs.find(({ regulation }) => regulation.kind === kind)
  if (program === undefined) return failed(words, 'kind-missing', { detail: words.kindMissing(nameIn(lang, name)) })
  const showing = showingOf(office, lang, program)
  const act = startingAct(program.regulation, by.role)
  if (act === null) return failed(words, 'kind-missing', { detail: words.kindNotBegun(nameIn(lang, name)) })
  const empty = Folded.of({ program, calendar: office.calendar, events: [], now: after.now })
  const about = { act: act.id, stage: '', reader: { actor: by, stated } }
  const decision = decide(empty, { act: act.id, by, with: stated, ...knownIn(office) })
  if (!decision.ok) return { ok: false, failure: refusalFailure(showing, empty, decision.refusal, about) }
  return { ok: true, empty, events: decision.events }
}

type Joined = { readonly number: string; readonly hold: BegunMatters['holds'][number] }

/** 并入. A matter that is there is joined by whoever sees it, while it is of that kind and not ended, and not by what came from it. */
async function joinMatter(
  deps: Deps,
  { office, lang, after, number: own, read, recorded }: Acting & { readonly recorded: readonly MatterEvent[] },
  { kind, seq, by, clause }: Beginning,
  { field, number: stated }: NonNullable<Beginning['joins']>,
): Promise<Outcome<Joined>> {
  const number = linkedNumber(stated)
  const row = number === null || number === own ? null : await deps.store.findByNumber(office.id, number, gateOf(office, by))
  const joined = row === null ? null : await openMatter(deps, office, row.matter, by)
  const isFit =
    row !== null &&
    number !== null &&
    joined !== null &&
    joined.given.program.regulation.kind === kind &&
    joined.given.program.regulation.stages[row.stage]?.isEnd !== true &&
    heldIn(after).filter((each) => each === number).length <= 1 &&
    (await mayJoin(deps, office, own, number))
  const refused = isFit ? refusesToBeHeld(joined.given, newsOf(own, after, after, recorded), number) : null
  if (refused !== null && joined !== null) {
    const about = { act: '', stage: row?.stage ?? '', reader: { actor: by, stated: {} } }
    return { ok: false, failure: refusalFailure(showingOf(office, lang, joined.given.program), joined.given, refused, about) }
  }
  if (isFit) {
    read.set(row.matter, joined)
    return { ok: true, number, hold: { matter: row.matter, expected: joined.loaded.head } }
  }
  const problems = [{ field, code: 'not-joined' as const, limit: null }]
  const act = after.events.find((event) => event.seq === seq)
  const about = { act: act?.kind === 'act' ? act.act : '', stage: '', reader: { actor: by, stated: {} } }
  return {
    ok: false,
    failure: refusalFailure(showingOf(office, lang, after.program), after, refusal('invalid', clause, { problems }), about),
  }
}

/** Not more than can be told in one transaction, nor what came from it: the two would tell each other for ever. */
async function mayJoin(deps: Deps, office: Office, number: string, joined: string): Promise<boolean> {
  const beginners = await beginnersOf(deps, office, joined)
  if (beginners.length >= mostBeginners) return false
  const seen = new Set([number])
  const open = [number]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    for (const { loaded } of await beginnersOf(deps, office, next)) {
      const above = loaded.row.number
      if (above === joined) return false
      if (!seen.has(above)) open.push(above)
      seen.add(above)
    }
  }
  return true
}
