import type { ScenarioStart } from '../../contract/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { scenariosOf } from './run-scenarios.js'
import type { VersionAsked } from './version-shown.js'

/** A worked example as a start: its acts, and its last moment as the present. */
export function startPlay(
  deps: Deps,
  { lang }: Viewer,
  asked: VersionAsked & { scenario: number },
): Outcome<{ start: ScenarioStart }> {
  const scenario = scenariosOf(deps.library, asked)[asked.scenario]
  if (scenario === undefined) return failed(wordsOf(lang), 'not-found')
  const steps = scenario.steps.flatMap(({ at, act, by, person, with: stated }) =>
    act === undefined || by === undefined
      ? []
      : [{ at, act, by: person === undefined ? by : `${by}#${person}`, with: { ...stated } }],
  )
  const now = scenario.steps.at(-1)?.at ?? ''
  return { ok: true, start: { title: scenario.title[lang], note: scenario.note ?? '', steps, now } }
}
