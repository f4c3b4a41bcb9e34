import type { LeaderDesk } from '../../contract/index.js'
import { type Instant, instant } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { documentNumber } from '../documents/list-documents.js'
import { openDocument } from '../documents/open-document.js'
import { moment } from '../view-parts.js'
import { nameIn } from '../words/index.js'
import { correctionsTo } from './compare.js'

const lately = 100 * 24 * 3_600_000
const mostBulletins = 4
const mostLookedAt = 40
/** So many figures are read at a glance. */
const mostFigures = 6

/** 通报摘要. The bulletins that were issued lately, as far as the viewer may read them: their figures, and how many are others by now. */
export async function digestFor(deps: Deps, viewer: Viewer, now: Instant): Promise<LeaderDesk['bulletins']> {
  const { office, lang } = viewer
  const found = await deps.store.documents.issuedLately(office.id, {
    kinds: bulletinKinds(office),
    ...{ since: instant(now - lately), before: now, limit: mostLookedAt },
  })
  const shown: LeaderDesk['bulletins'] = []
  for (const { id } of found) {
    const document = await openDocument(deps, viewer, id)
    if (document === null || document.content.answers === null || document.row.spoiledAt !== null) continue
    const { row, rule, program, opened, content } = document
    const { answers } = content
    const figures = Object.values(rule.asks).flatMap(({ id: asked, name }) => {
      const answer = answers?.byId[asked]
      return answer === undefined || !('text' in answer) ? [] : [{ name: nameIn(lang, name), value: answer.text }]
    })
    const changes =
      viewer.asOf !== undefined || answers === null ? [] : await correctionsTo(deps, viewer, { rule, program, answers })
    shown.push({
      id: String(id),
      matter: String(opened.loaded.row.matter),
      name: nameIn(lang, rule.name),
      number: documentNumber(row),
      spanName: answers?.spanName ?? '',
      issuedAt: moment(row.issuedAt ?? now, office.calendar.zone),
      figures: figures.slice(0, mostFigures),
      corrections: changes.length,
    })
    if (shown.length === mostBulletins) break
  }
  return shown
}

/** Papers that ask anything of the figures, under any version that matters run under here. */
const bulletinKinds = ({ versions }: Viewer['office']): readonly string[] => [
  ...new Set(
    versions.flatMap(({ regulation }) =>
      [regulation, ...Object.values(regulation.officeDuties).map(({ life }) => life)].flatMap(({ documents }) =>
        Object.values(documents).flatMap(({ id, asks }) => (Object.keys(asks).length > 0 ? [id] : [])),
      ),
    ),
  ),
]
