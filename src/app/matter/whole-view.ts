import type { Lang, MatterView, TrackView } from '../../contract/index.js'
import type { OpenedFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { trackView } from '../requester/view-track.js'
import { showingOf } from '../showing.js'
import { cameOf } from '../thread/index.js'
import { titlesNamed } from './named-titles.js'
import { originLines } from './origin.js'
import { matterView } from './view-matter.js'
import { timeline } from './view-timeline.js'

/** Of the staff, or of its requester: each by their own sight. */
export type WholeView =
  | { readonly kind: 'staff'; readonly view: MatterView }
  | { readonly kind: 'requester'; readonly view: TrackView }

type Reader = Omit<Viewer, 'lang'>

const isRequester = ({ office, actor }: Reader): boolean => office.roles.get(actor.role)?.kind === 'requester'

/** The state of the matter through the sight of whoever it is for, with all its entries; nothing that could be done with it. */
export async function viewIn(deps: Deps, reader: Reader, opened: OpenedFor, lang: Lang): Promise<WholeView> {
  const { given, sight, loaded, office } = opened
  const { row, files, openings: reveals } = loaded
  const { actor } = reader
  const showing = showingOf(office, lang, given.program)
  if (isRequester(reader)) {
    const came = await cameOf(deps, { office, given, lang })
    return { kind: 'requester', view: { ...trackView(showing, { row, given, actor, sight, files, came }), acts: [] } }
  }
  const named = { ...showing, titles: await titlesNamed(deps, { ...reader, lang }, given) }
  const reading = {
    sight,
    isRequester: false,
    role: actor.role,
    files: new Map(files.map((file) => [file.attachment, file.name])),
  }
  return {
    kind: 'staff',
    view: {
      ...matterView(named, { row, given, actor, sight, files, reveals }),
      ...{ acts: [], undo: null, timeline: timeline(named, given, reading), earlier: null },
      origin: [...originLines(showing.words, given.program.regulation, { role: actor.role, events: loaded.events })],
    },
  }
}
