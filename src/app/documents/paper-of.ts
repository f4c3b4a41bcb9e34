import { instant } from '../../core/index.js'
import type { Answers } from '../bulletins/answers.js'
import { attendedBy, heldBy } from '../container/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { Opened } from '../matter/open-matter.js'
import { showingOf } from '../showing.js'
import type { HeldLine, PaperOf } from './document-values.js'

/** A matter as a paper is filled in from it, by its drafter's sight; with what it holds, where it holds any. */
export async function paperOf(deps: Deps, viewer: Viewer, opened: Opened, answers: Answers | null): Promise<PaperOf> {
  const { given, sight, loaded } = opened
  return {
    showing: showingOf(viewer.office, viewer.lang, given.program),
    given,
    sight,
    actor: viewer.actor,
    number: loaded.row.number,
    receivedAt: instant(loaded.row.receivedAt),
    answers,
    held: await heldLines(deps, viewer, opened),
    attended: attendedBy(showingOf(viewer.office, 'zh', given.program), opened),
  }
}

async function heldLines(deps: Deps, viewer: Viewer, opened: Opened): Promise<readonly HeldLine[]> {
  const held = await heldBy(deps, { ...viewer, lang: 'zh' }, opened)
  return held.map(({ number, title, units, stage }) => {
    const unit = units.map(({ name }) => name).join('\u3001')
    return { number, name: title, unit, stage: stage.name }
  })
}
