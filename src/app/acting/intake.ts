import type { IntakeOffer } from '../../contract/index.js'
import { derive, type Given, matterNameIn, sightOf } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { nowOf } from '../now-of.js'
import { showingOf } from '../showing.js'
import { nameIn } from '../words/index.js'
import { actViews } from './view-act.js'

/** 登记。 The acts by which the viewer's role may open a matter, with their forms; of each kind of work, and what a matter of it is called. */
export function intakeActs(deps: Deps, { office, actor, lang }: Viewer): IntakeOffer['acts'] {
  return office.programs.flatMap((program) => {
    const given: Given = { program, calendar: office.calendar, events: [], now: nowOf(deps, office) }
    const showing = showingOf(office, lang, program)
    const name = nameIn(lang, matterNameIn(program.regulation).name)
    return actViews(showing, given, derive(given), { actor, sight: sightOf(given, actor) }).map((act) => ({
      ...act,
      kind: { id: program.regulation.id, name },
    }))
  })
}
