import type { RequirementView } from '../../contract/index.js'
import { actsNamed, type Given, neededFields as neededBy, requirementsMeant } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { openMatter } from '../matter/open-matter.js'
import { requirementViews } from '../matter/view-requirements.js'
import { nowOf } from '../now-of.js'
import { programNamed } from '../office.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { readPayload } from './read-payload.js'

/** What a form must ask for, with what is filled in so far; `matter` is null for an act that opens one. */
export async function neededFields(
  deps: Deps,
  { office, actor, lang }: Viewer,
  asked: {
    readonly matter: number | null
    /** Of an act that opens a matter: under which regulation. */
    readonly regulation?: string
    readonly act: string
    readonly with: Readonly<Record<string, unknown>>
  },
): Promise<Outcome<{ needed: readonly string[]; requirements: readonly RequirementView[] }>> {
  const stated = readPayload(asked.with)
  if (stated === null) return failed(wordsOf(lang), 'bad-request')
  const program = programNamed(office, asked.regulation ?? null)
  if (program === null) return failed(wordsOf(lang), 'kind-unknown')
  const empty: Given = { program, calendar: office.calendar, events: [], now: nowOf(deps, office) }
  const given = asked.matter === null ? empty : (await openMatter(deps, office, asked.matter, actor))?.given
  if (given === undefined) return failed(wordsOf(lang), 'not-found')
  const acts = actsNamed(given.program.regulation, asked.act)
  if (acts.length === 0 || !acts.every(({ by }) => by.includes(actor.role))) return failed(wordsOf(lang), 'wrong-role')
  const request = { act: asked.act, by: actor, with: stated }
  const reader = { actor, stated }
  return {
    ok: true,
    needed: neededBy(given, request),
    requirements: requirementViews(showingOf(office, lang, given.program), given, requirementsMeant(given, request), {
      act: asked.act,
      reader,
    }),
  }
}
