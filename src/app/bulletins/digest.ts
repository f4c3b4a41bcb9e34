import type { BulletinDigest } from '../../contract/index.js'
import { instant } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { documentNumber } from '../documents/list-documents.js'
import { type OpenedDocument, openDocument } from '../documents/open-document.js'
import { moment } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import { nameIn } from '../words/index.js'
import { correctionsTo } from './compare.js'

const lately = 100 * 24 * 3_600_000
const mostBulletins = 4
const mostLookedAt = 40
/** So many figures are read at a glance. */
const mostFigures = 6

/** 通报摘要. The bulletins that were issued lately, as far as the viewer may read them: their figures, and how many are others by now. */
export async function readDigest(deps: Deps, viewer: Viewer): Promise<BulletinDigest> {
  const { office, asOf } = viewer
  const now = asOf ?? nowOf(deps, office)
  const found = await deps.store.documents.issuedLately(office.id, {
    kinds: bulletinKinds(office),
    ...{ since: instant(now - lately), before: now, limit: mostLookedAt },
  })
  const shown: OpenedDocument[] = []
  for (const { id } of found) {
    const document = shown.length < mostBulletins ? await openDocument(deps, viewer, id) : null
    if (document !== null) shown.push(document)
  }
  const told = await Promise.all(shown.map((document) => toldAtAGlance(deps, viewer, document)))
  return { bulletins: told.flat() }
}

async function toldAtAGlance(deps: Deps, viewer: Viewer, document: OpenedDocument): Promise<BulletinDigest['bulletins']> {
  const { office, lang, asOf } = viewer
  const { row, rule, program, opened, content } = document
  const { answers } = content
  if (answers === null || row.issuedAt === null) return []
  const figures = Object.values(rule.asks).flatMap(({ id, name }) => {
    const answer = answers.byId[id]
    return answer === undefined || !('text' in answer) ? [] : [{ name: nameIn(lang, name), value: answer.text }]
  })
  const changes = asOf === undefined ? await correctionsTo(deps, viewer, { rule, program, answers }) : []
  return [
    {
      id: String(row.id),
      matter: String(opened.loaded.row.matter),
      name: nameIn(lang, rule.name),
      number: documentNumber(row),
      spanName: answers.spanName,
      issuedAt: moment(row.issuedAt, office.calendar.zone),
      figures: figures.slice(0, mostFigures),
      corrections: changes.length,
    },
  ]
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
