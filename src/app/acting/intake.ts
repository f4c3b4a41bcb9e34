import type { IntakeOffer } from '../../contract/index.js'
import { derive, type Given, type Program, sightOf } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { nowOf } from '../now-of.js'
import { kindsToldApart } from '../office.js'
import { showingOf } from '../showing.js'
import { actViews } from './view-act.js'

/** 登记。 The acts by which the viewer's role may open a matter, with their forms; of each kind of work, or of some, and what a matter of it is called. */
export function intakeActs(
  deps: Deps,
  { office, actor, lang }: Viewer,
  programs: readonly Program[] = office.programs,
): IntakeOffer['acts'] {
  const called = kindsToldApart(office, lang)
  return programs.flatMap((program) => {
    const given: Given = { program, calendar: office.calendar, events: [], now: nowOf(deps, office) }
    const showing = showingOf(office, lang, program)
    const name = called(program)
    return actViews(showing, given, derive(given), { actor, sight: sightOf(given, actor) }).map((act) => ({
      ...act,
      kind: { id: program.regulation.id, name },
    }))
  })
}
