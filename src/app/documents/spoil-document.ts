import { recusedFrom } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { openDocument } from './open-document.js'
import { maySign } from './whose-paper.js'

/** 作废. It stands no more, its number stays used; who spoiled it and why is kept. */
export async function spoilDocument(deps: Deps, viewer: Viewer, id: number, reason: string): Promise<Outcome<object>> {
  const { office, actor, account, lang } = viewer
  const words = wordsOf(lang)
  const document = await openDocument(deps, viewer, id)
  if (document === null) return failed(words, 'not-found')
  const { rule, row, content, opened } = document
  if (recusedFrom(opened.given, actor) !== null) return failed(words, 'recused')
  if (!maySign(rule, content, actor)) return failed(words, 'wrong-role')
  const why = reason.trim()
  if (why === '') return failed(words, 'bad-request')
  const at = opened.given.now
  const isSpoiled = await deps.store.documents.spoil(office.id, { id, account, at }, why, {
    ...{ at, account, kind: 'document-spoiled', about: String(row.matter) },
    detail: { document: String(id), reason: why },
  })
  return isSpoiled ? { ok: true } : failed(words, 'changed-meanwhile')
}
