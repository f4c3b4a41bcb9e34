import type { BulletinView } from '../../contract/index.js'
import { differingIn } from '../../core/index.js'
import { type Answers, answerNamed } from '../bulletins/answers.js'
import type { Viewer } from '../deps.js'
import { documentWords } from '../words/documents.js'
import { nameIn } from '../words/index.js'
import type { OpenedDocument } from './open-document.js'

/** Where what is written says otherwise than the figures do: with the text and the sentence. A paper that does is not issued. */
export function differingOn(
  { lang }: Pick<Viewer, 'lang'>,
  { rule, content }: OpenedDocument,
  answers: Answers | null,
): BulletinView['differing'] {
  if (answers === null) return []
  const answer = answerNamed(rule, answers)
  return Object.values(rule.writes).flatMap(({ id, name }) =>
    differingIn(content.written[id] ?? '', answer).map(({ name: tag, said, now, sentence }) => ({
      ...{ text: id, tag, said, now },
      says: documentWords[lang].differs(nameIn(lang, name), sentence, tag)(said, now),
    })),
  )
}
