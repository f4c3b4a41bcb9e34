import type { MatterView, TimelinePage } from '../../contract/index.js'
import { publicView } from '../../core/index.js'
import { openedFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { goneFor } from '../retention/index.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { titlesNamed } from './named-titles.js'
import { originLines } from './origin.js'
import { matterView } from './view-matter.js'
import { timelinePageOf } from './view-timeline.js'

/** A matter for a signed-in person. Of acts that are closed only the form of the one that is named is told. */
export async function readMatter(
  deps: Deps,
  viewer: Viewer,
  matter: number,
  closedForm: string | null = null,
): Promise<Outcome<{ matter: MatterView }>> {
  const { actor, lang } = viewer
  const opened = await openedFor(deps, viewer, matter)
  if (opened === null) return goneFor(deps, viewer, matter)
  const { given, sight, loaded, office } = opened
  const { files, openings: reveals } = loaded
  const showing = { ...showingOf(office, lang, given.program), titles: await titlesNamed(deps, viewer, given) }
  const view = matterView(showing, { row: loaded.row, given, actor, sight, files, reveals, closedForm })
  const page = publicView(given) === null ? null : `/${office.id}/answers/${loaded.row.number}`
  const origin = originLines(showing.words, given.program.regulation, { role: actor.role, events: loaded.events })
  // What is past is read, not acted upon.
  const acts = viewer.asOf === undefined ? view.acts : []
  return { ok: true, matter: { ...view, acts, publicPage: page, origin: [...origin] } }
}

/** Earlier entries of its timeline, before the one of this seq. */
export async function readTimeline(
  deps: Deps,
  viewer: Viewer,
  { matter, before }: { readonly matter: number; readonly before: number },
): Promise<Outcome<{ page: TimelinePage }>> {
  const { actor, lang } = viewer
  const opened = await openedFor(deps, viewer, matter)
  if (opened === null) return failed(wordsOf(lang), 'not-found')
  const { given, sight, loaded, office } = opened
  const files = new Map(loaded.files.map(({ attachment, name }) => [attachment, name]))
  const reading = { sight, isRequester: false, role: actor.role, files }
  const showing = { ...showingOf(office, lang, given.program), titles: await titlesNamed(deps, viewer, given) }
  return { ok: true, page: timelinePageOf(showing, given, reading, before) }
}
