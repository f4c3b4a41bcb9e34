import type { DocumentListView, DocumentRowView } from '../../contract/index.js'
import { type DocumentRule, platform } from '../../core/index.js'
import type { DocumentRow } from '../../store/index.js'
import { openedFor } from '../as-of.js'
import { partsToState } from '../bulletins/stated-days.js'
import type { Deps, Viewer } from '../deps.js'
import type { Opened } from '../matter/open-matter.js'
import { platformAccount } from '../matter/view-matter.js'
import { clauseViews, moment, named, unitNamed } from '../matter/view-parts.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { documentWords } from '../words/documents.js'
import { wordsOf } from '../words/index.js'
import { mayDraft, type OpenedDocument, openBeside, rowThen } from './open-document.js'
import { sharesFor, unitOf } from './whose-paper.js'

/** The papers of a matter that its viewer may read, and those they may make of it now. */
export async function listDocuments(
  deps: Deps,
  viewer: Viewer,
  matter: number,
): Promise<Outcome<{ documents: DocumentListView }>> {
  const { office, actor, lang } = viewer
  const opened = await openedFor(deps, viewer, matter)
  if (opened === null) return failed(wordsOf(lang), 'not-found')
  const { program } = opened.given
  const showing = showingOf(office, lang, program)
  const kinds = Object.values(program.regulation.documents)
  const stored = kinds.length === 0 ? [] : await deps.store.documents.list(office.id, matter)
  const found = stored.flatMap((row) => rowThen(row, viewer.asOf ?? Number.POSITIVE_INFINITY) ?? [])
  const seen = await Promise.all(found.map((row) => openBeside(deps, viewer, row, opened)))
  return {
    ok: true,
    documents: {
      rows: seen.flatMap((each) => (each === null ? [] : [documentRowView(showing, each)])),
      kinds: kinds
        .filter((rule) => viewer.asOf === undefined && mayDraft(rule, opened.given, actor))
        .map((rule) => ({
          ...named(showing, rule.id, rule.name),
          clauses: clauseViews(program.regulation, rule.clause),
          states: statesOf(viewer, opened, rule),
          units: unitsOf(showing, viewer, opened, rule),
        })),
    },
  }
}

/** What whoever begins it is asked for first. */
function statesOf(viewer: Viewer, { loaded }: Opened, rule: DocumentRule): DocumentListView['kinds'][number]['states'] {
  const { regulation, regulationVersion } = loaded.row
  const parts = partsToState(viewer, { rule, program: viewer.office.programOf(regulation, regulationVersion) })
  return parts === null ? null : { parts }
}

/** Of whose share it could be, where an office makes a paper of one. */
function unitsOf(
  showing: Showing,
  { actor }: Viewer,
  { given }: Opened,
  rule: DocumentRule,
): DocumentListView['kinds'][number]['units'] {
  if (rule.of === 'matter' || actor.unit !== null) return null
  return sharesFor(rule, given).map(({ unit }) => unitNamed(showing, unit))
}

function personNamed(showing: Showing, id: string): string {
  const drafts = showing.program.regulation.roles[platform.role]
  return showing.office.people.get(id) ?? (id === platformAccount ? named(showing, id, drafts?.name).name : id)
}

/** As it is written; empty: it bears none, or none yet. */
export const documentNumber = ({ series, year, number }: Pick<DocumentRow, 'series' | 'year' | 'number'>): string =>
  series === null || year === null ? '' : documentWords.zh.number(series, year, number)

export function documentRowView(
  showing: Showing,
  { row, content, opened }: Pick<OpenedDocument, 'row' | 'content' | 'opened'>,
): DocumentRowView {
  const unit = content.unit ?? unitOf(opened.given, content)
  const { office, program } = showing
  const { zone } = office.calendar
  const personOf = (id: string | null) => (id === null ? null : { id, name: personNamed(showing, id) })
  const when = (at: number | null) => (at === null ? null : moment(at, zone))
  return {
    id: String(row.id),
    kind: named(showing, row.kind, program.regulation.documents[row.kind]?.name),
    unit: unit === null ? null : unitNamed(showing, unit),
    status: row.spoiledAt !== null ? 'spoiled' : row.issuedAt !== null ? 'issued' : 'drafted',
    number: documentNumber(row),
    draftedBy: personOf(row.draftedBy) ?? { id: '', name: '' },
    draftedAt: moment(row.draftedAt, zone),
    issuedBy: personOf(row.issuedBy),
    issuedAt: when(row.issuedAt),
    spoiledBy: personOf(row.spoiledBy),
    spoiledAt: when(row.spoiledAt),
    spoiledWhy: row.spoiledWhy,
  }
}
