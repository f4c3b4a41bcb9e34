import type { ActView } from '../contract/index.js'
import { derive, type Given, sightOf } from '../core/index.js'
import type { Deps, Viewer } from './deps.js'
import { nowOf } from './now-of.js'
import { showingOf } from './showing.js'
import { actViews } from './view-act.js'

/** 登记。 The acts by which the viewer's role may open a matter, with their forms. */
export function intakeActs(deps: Deps, { office, actor, lang }: Viewer): readonly ActView[] {
  const given: Given = { program: office.program, calendar: office.calendar, events: [], now: nowOf(deps, office) }
  return actViews(showingOf(office, lang), given, derive(given), { actor, sight: sightOf(given, actor) })
}
