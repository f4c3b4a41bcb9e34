import type { Lang } from '../contract/index.js'
import { type Beginning, beginningsOf, decide, Folded, type MatterEvent } from '../core/index.js'
import type { Submission } from '../store/index.js'
import type { Deps } from './deps.js'
import type { Office } from './office.js'
import { byAct } from './opener.js'
import type { Outcome } from './outcome.js'
import { showingOf } from './showing.js'
import { startingAct } from './starting-act.js'
import { submissionOf, unknownUnits } from './submit-matter.js'
import { failed, refusalFailure } from './view-failure.js'
import { nameIn, wordsOf } from './words/index.js'

type Begun = {
  readonly office: Office
  readonly lang: Lang
  /** The matter with what is to be recorded of it. */
  readonly after: Folded
  readonly recorded: readonly MatterEvent[]
}

/** What an act begins, each decided under the regulation of its kind by whoever does the act; one that is refused refuses the act. */
export async function beginMatters(
  deps: Deps,
  { office, lang, after, recorded }: Begun,
  from: string,
): Promise<Outcome<{ begun: readonly Submission[] }>> {
  const begun: Submission[] = []
  for (const beginning of beginningsOf(after, recorded)) {
    const decided = decideBeginning({ office, lang, after }, beginning)
    if (!decided.ok) return decided
    const { empty, events } = decided
    const { submission } = await submissionOf(deps, { office, empty, payload: beginning.with, opener: byAct(from) }, events)
    begun.push(submission)
  }
  return { ok: true, begun }
}

type Trial = Pick<Begun, 'office' | 'lang'> & { readonly given: Folded; readonly events: readonly MatterEvent[] }

/** Whether everything that an act would begin would be received; nothing is recorded. Most acts begin nothing, and cost nothing here. */
export function beginningsRefused({ office, lang, given, events }: Trial): Outcome<object> {
  const { acts } = given.program.regulation
  if (!events.some((event) => event.kind === 'act' && (acts[event.act]?.begins.length ?? 0) > 0)) return { ok: true }
  const after = given.followedBy(events)
  const refused = beginningsOf(after, events)
    .map((beginning) => decideBeginning({ office, lang, after }, beginning))
    .find(({ ok }) => !ok)
  return refused ?? { ok: true }
}

function decideBeginning(
  { office, lang, after }: Omit<Begun, 'recorded'>,
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
  const unknown = unknownUnits(office, program, stated)
  if (unknown !== null) return { ok: false, failure: refusalFailure(showing, empty, unknown, about) }
  const decision = decide(empty, { act: act.id, by, with: stated })
  if (!decision.ok) return { ok: false, failure: refusalFailure(showing, empty, decision.refusal, about) }
  return { ok: true, empty, events: decision.events }
}
