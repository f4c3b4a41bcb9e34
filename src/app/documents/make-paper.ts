import { dayAt, dayText, type Instant, instant } from '../../core/index.js'
import type { Answers } from '../bulletins/answers.js'
import type { Viewer } from '../deps.js'
import { showingOf } from '../showing.js'
import { documentWords } from '../words/documents.js'
import { valuesFor } from './document-values.js'
import { openFiller } from './filler.js'
import type { OpenedDocument } from './open-document.js'

export type Numbered = { readonly number: number | null; readonly at: Instant; readonly signer: string }

/** Makes the file of a document once more for each number: what can fail without it has failed before. */
export async function paperMaker(
  viewer: Viewer,
  document: OpenedDocument,
  answers: Answers | null,
): Promise<(numbered: Numbered) => Uint8Array> {
  const { office, actor, lang } = viewer
  const { rule, row, content, opened, template } = document
  const { given, sight, loaded } = opened
  const fill = await openFiller()
  const paper = {
    showing: showingOf(office, lang, given.program),
    given,
    sight,
    actor,
    number: loaded.row.number,
    receivedAt: instant(loaded.row.receivedAt),
    answers,
  }
  const nameOf = (account: string) => office.people.get(account) ?? account
  return ({ number, at, signer }) =>
    fill(
      template,
      valuesFor(paper, rule, {
        written: content.written,
        drafter: nameOf(row.draftedBy),
        signer: signer === '' ? '' : nameOf(signer),
        seriesNumber: rule.series === null ? '' : documentWords.zh.number(rule.series, yearAt(viewer, at), number),
        at,
      }),
    )
}

export const yearAt = ({ office }: Viewer, at: Instant): number => Number(dayText(dayAt(at, office.calendar.zone)).slice(0, 4))

/** The file as it is: what was issued, or what a draft would be now. */
export async function fileOf(viewer: Viewer, document: OpenedDocument, answers: Answers | null): Promise<Uint8Array> {
  const { content, opened } = document
  if (content.docx !== null) return Buffer.from(content.docx, 'base64')
  const make = await paperMaker(viewer, document, answers)
  return make({ number: null, at: opened.given.now, signer: '' })
}
