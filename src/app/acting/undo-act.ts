import { undo } from '../../core/index.js'
import { Conflict } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { storedEvents } from '../matter/matter-events.js'
import { openMatter } from '../matter/open-matter.js'
import { revisionFor, toldAs } from '../matter/told-events.js'
import type { Outcome } from '../outcome.js'
import { project, projectBeside } from '../records/project.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { type ActAsked, conflict, type Recorded } from './record-act.js'

/**
 * 撤销. Takes back what the person did last, in one go, as long as nothing has happened since and nobody was told of it. It stays recorded, with
 * who took it back; the matter stands as it did before.
 */
export async function undoAct(
  deps: Deps,
  asked: Pick<ActAsked, 'office' | 'matter' | 'actor' | 'revision' | 'lang'>,
): Promise<Outcome<Recorded>> {
  const { office, matter, actor, revision, lang } = asked
  const words = wordsOf(lang)
  const opened = await openMatter(deps, office, matter, actor)
  if (opened === null) return failed(words, 'not-found')
  const { loaded, given } = opened
  if (revision !== null && revision !== revisionFor(given, toldAs(given, actor)))
    return { ok: false, failure: conflict(asked, opened, revision) }
  const event = undo(given, actor)
  if (event === null) return failed(words, 'nothing-to-undo')
  const after = given.followedBy([event])
  try {
    await deps.store.append(office.id, {
      matter,
      expected: loaded.head,
      events: storedEvents([event], given.now),
      projection: project(after, office.versions[0].regulation),
      before: projectBeside(given, office.versions[0].regulation),
      takesBack: event.acts.map(({ seq }) => seq),
      // A paper that was issued since then says what was done: it is spoiled first.
      ...(event.acts[0] === undefined ? {} : { unlessOnPaperSince: event.acts[0].at }),
      at: given.now,
    })
  } catch (error) {
    // Somebody was faster, or it stands on paper.
    if (error instanceof Conflict) return failed(words, 'nothing-to-undo')
    throw error
  }
  return { ok: true, revision: revisionFor(after, toldAs(after, actor)), after: { ...opened, given: after }, recorded: [event] }
}
