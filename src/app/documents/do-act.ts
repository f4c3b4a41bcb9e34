import { boundText } from '../../core/index.js'
import { recordAct, tryAct } from '../acting/record-act.js'
import { type Answers, answerNamed } from '../bulletins/answers.js'
import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import type { OpenedDocument } from './open-document.js'
import { isDone, unitOf } from './whose-paper.js'

/** What issuing states in the act that it does: the paper's number, and what is written on it. */
type Issuing = { readonly answers: Answers | null; readonly number: string }

/** Whether the act that belongs to a paper is still to be done. */
export const isToDo = ({ rule: { does }, content, opened }: OpenedDocument): boolean =>
  does !== null && !isDone(opened.given, [does.act], content.share)

/** Whether the act could be done now; nothing is recorded. A paper whose act is refused is not issued. */
export function tryActOf(viewer: Viewer, document: OpenedDocument, issuing: Issuing): Outcome<object> {
  const { rule, opened } = document
  if (rule.does === null || !isToDo(document)) return { ok: true }
  const { office, actor, lang } = viewer
  const failure = tryAct(opened, { office, actor, lang, act: rule.does.act, with: statedIn(document, issuing) })
  return failure === null ? { ok: true } : { ok: false, failure }
}

/** 办结. Does the act that belongs to an issued paper, once: the duty that its matter opened is met by it. */
export async function doActOf(deps: Deps, viewer: Viewer, document: OpenedDocument, issuing: Issuing): Promise<Outcome<object>> {
  const { rule, row } = document
  if (rule.does === null || !isToDo(document)) return { ok: true }
  const { office, actor, lang } = viewer
  const asked = { office, actor, lang, matter: row.matter, act: rule.does.act, revision: null }
  const done = await recordAct(deps, { ...asked, with: statedIn(document, issuing) })
  return done.ok ? { ok: true } : done
}

/** Several texts that are given to the same field stand there one below the other. */
function statedIn({ rule, content, opened }: OpenedDocument, { answers, number }: Issuing): Readonly<Record<string, string>> {
  const stated: Record<string, string> = rule.does?.number == null ? {} : { [rule.does.number]: number }
  // An office's act of a share says of whose.
  const unit = content.unit === null ? unitOf(opened.given, content) : null
  if (unit !== null) stated.unit = unit
  for (const { id, gives } of Object.values(rule.writes)) {
    const text = (content.written[id] ?? '').trim()
    if (gives === null || text === '') continue
    const bound = answers === null ? text : boundText(text, answerNamed(rule, answers))
    stated[gives] = stated[gives] === undefined ? bound : `${stated[gives]}\n${bound}`
  }
  return stated
}
