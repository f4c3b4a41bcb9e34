import type { ActDone } from '../../contract/index.js'
import { derive, sightOf } from '../../core/index.js'
import type { Viewer } from '../deps.js'
import { revisionFor } from '../matter/told-events.js'
import { shownNamed, stageNamed } from '../matter/view-parts.js'
import { timeline } from '../matter/view-timeline.js'
import { showingOf } from '../showing.js'
import type { Recorded } from './record-act.js'
import { undoView } from './view-undo.js'

/** What an act changed, for whoever did it. Null: it took the matter out of their sight. */
export function actDoneView({ office, lang, actor }: Viewer, { after, recorded }: Recorded): ActDone | null {
  const { given, loaded } = after
  const sight = sightOf(given, actor)
  if (sight.sees === 'none') return null
  const showing = showingOf(office, lang, given.program)
  const { stage } = derive(given)
  const as = { isRequester: false, role: actor.role }
  const files = new Map(loaded.files.map(({ attachment, name }) => [attachment, name]))
  return {
    id: String(loaded.row.matter),
    number: loaded.row.number,
    revision: revisionFor(given, as),
    stage: stageNamed(showing, stage),
    shown: shownNamed(showing, given.program.regulation.stages[stage]?.shown ?? ''),
    undo: undoView(showing, given, actor),
    timeline: timeline(showing, given, { ...as, sight, files }, recorded),
  }
}
