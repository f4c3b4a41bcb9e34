import type { DocumentRowView } from '../../contract/index.js'
import type { MatterId } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { listDocuments } from './list-documents.js'
import { documentFile, documentPdf, type PaperFile } from './read-document.js'

/** `kind`: its id or what it is called; `of`: a matter by its number, or a round of the office's own duties, `2026-11`. */
export type PaperNamed = {
  readonly kind: string
  readonly of: { readonly number: string } | { readonly round: string }
  readonly format: 'docx' | 'pdf'
}

/** Rounds in which a paper is looked for: twenty years of months. */
const mostRounds = 240

/** A paper as whoever asks may see it: the last that was issued, as it was issued, else the last draft as it would be now. */
export async function paperNamed(
  deps: Deps,
  viewer: Viewer,
  { kind, of, format }: PaperNamed,
): Promise<Outcome<{ file: PaperFile }>> {
  const matters = 'number' in of ? await numbered(deps, viewer, of.number) : await inRound(deps, viewer, of.round)
  for (const matter of matters) {
    const listed = await listDocuments(deps, viewer, matter)
    const found = listed.ok ? lastOf(listed.documents.rows, kind) : undefined
    if (found !== undefined) return (format === 'pdf' ? documentPdf : documentFile)(deps, viewer, Number(found.id))
  }
  return failed(wordsOf(viewer.lang), 'not-found')
}

function lastOf(rows: readonly DocumentRowView[], kind: string): DocumentRowView | undefined {
  const meant = rows.filter((row) => [row.kind.id, row.kind.name].includes(kind) && row.status !== 'spoiled')
  const newest = [...meant].sort((one, other) => Number(one.id) - Number(other.id))
  return newest.filter((row) => row.status === 'issued').at(-1) ?? newest.at(-1)
}

async function numbered({ store }: Deps, { office, actor }: Viewer, number: string): Promise<readonly MatterId[]> {
  const row = await store.findByNumber(office.id, number, gateOf(office, actor))
  return row === null ? [] : [row.matter]
}

async function inRound({ store }: Deps, { office, actor }: Viewer, round: string): Promise<readonly MatterId[]> {
  const rows = await store.rounds.listRounds(office.id, { gate: gateOf(office, actor), limit: mostRounds })
  return rows.filter((row) => row.round === round).map((row) => row.matter)
}
