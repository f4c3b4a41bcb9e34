import { dayAt, dayText, type Instant } from '../../core/index.js'
import type { Answers } from '../bulletins/answers.js'
import type { Deps, Viewer } from '../deps.js'
import { documentWords } from '../words/documents.js'
import { listsHeld, valuesFor } from './document-values.js'
import { openFiller } from './filler.js'
import type { OpenedDocument } from './open-document.js'
import { paperOf } from './paper-of.js'

export type Numbered = { readonly number: number | null; readonly at: Instant; readonly signer: string }

/** `held`: the numbers of what the matter holds and the paper lists. */
export type PaperMaker = { readonly make: (numbered: Numbered) => Uint8Array; readonly held: readonly string[] }

/** Makes the file of a document once more for each number: what can fail without it has failed before. */
export async function paperMaker(
  deps: Deps,
  viewer: Viewer,
  document: OpenedDocument,
  answers: Answers | null,
): Promise<PaperMaker> {
  const { office } = viewer
  const { rule, row, content, opened, template } = document
  const { given } = opened
  const fill = await openFiller()
  const series = seriesOf(viewer, document)
  const paper = await paperOf(deps, viewer, opened, answers)
  const nameOf = (account: string) => office.people.get(account) ?? account
  const make: PaperMaker['make'] = ({ number, at, signer }) =>
    fill(
      template,
      valuesFor(paper, rule, {
        written: content.written,
        drafter: nameOf(row.draftedBy),
        unit: content.unit,
        share: content.share,
        signer: signer === '' ? '' : nameOf(signer),
        seriesNumber: series === null ? '' : documentWords.zh.number(series, yearAt(viewer, at), number),
        at,
      }),
    )
  return { make, held: listsHeld(template, given, rule) ? paper.held.map((line) => line.number) : [] }
}

/** 机关代字. Each organ numbers its own: a unit's paper bears the words of that unit, and no number where it has none. */
export function seriesOf(
  { office }: Pick<Viewer, 'office'>,
  { rule, content }: Pick<OpenedDocument, 'rule' | 'content'>,
): string | null {
  if (content.unit === null) return rule.series
  const words = office.units.get(content.unit)?.paperWords ?? null
  return words === null || rule.unitSeries === null ? null : `${words}${rule.unitSeries}`
}

export const yearAt = ({ office }: Viewer, at: Instant): number => Number(dayText(dayAt(at, office.calendar.zone)).slice(0, 4))

/** The file as it is: what was issued, or what a draft would be now. */
export async function fileOf(deps: Deps, viewer: Viewer, document: OpenedDocument, answers: Answers | null): Promise<Uint8Array> {
  const { content, opened } = document
  if (content.docx !== null) return Buffer.from(content.docx, 'base64')
  const { make } = await paperMaker(deps, viewer, document, answers)
  return make({ number: null, at: opened.given.now, signer: '' })
}
