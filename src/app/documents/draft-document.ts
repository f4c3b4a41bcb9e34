import { recusedFrom } from '../../core/index.js'
import { type DaysStated, statedDays } from '../bulletins/stated-days.js'
import type { Deps, Viewer } from '../deps.js'
import { openMatter } from '../matter/open-matter.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { documentWords } from '../words/documents.js'
import { wordsOf } from '../words/index.js'
import { fieldsOn, textsBegun } from './document-values.js'
import { printsOn } from './oddities.js'
import { mayDraft, templateOf } from './open-document.js'
import { paperOf } from './paper-of.js'
import { drafterOf } from './whose-paper.js'

type Asked = { readonly matter: number; readonly kind: string; readonly unit?: string } & Partial<DaysStated>

/** 起草. Begins a paper of the matter: all that facts give stands on it, what a person writes begins with the words of a field, or empty. */
export async function draftDocument(deps: Deps, viewer: Viewer, asked: Asked): Promise<Outcome<{ id: string }>> {
  const { office, actor, account, lang } = viewer
  const { matter, kind } = asked
  const words = wordsOf(lang)
  const opened = await openMatter(deps, office, matter, actor)
  const rule = opened?.given.program.regulation.documents[kind]
  if (opened === null || rule === undefined) return failed(words, 'not-found')
  const { given, sight } = opened
  const template = await templateOf(deps, office, given.program.regulation, rule)
  if (recusedFrom(given, actor) !== null) return failed(words, 'recused')
  if (!mayDraft(rule, given, actor)) return failed(words, 'wrong-role')
  const whose = drafterOf(rule, given, actor, asked.unit)
  if (whose === null) return failed(words, 'invalid', { detail: documentWords[lang].whichUnit })
  if (template === null) return failed(words, 'document-not-made')
  const fields = fieldsOn(template, given, rule)
  if (fields.some((field) => sight.fields[field]?.as !== 'shown')) return failed(words, 'wrong-role')
  const { regulation, regulationVersion } = opened.loaded.row
  const days = statedDays(deps, viewer, { rule, program: office.programOf(regulation, regulationVersion) }, asked)
  if (!days.ok) return days
  const written = textsBegun(await paperOf(deps, viewer, opened, null), rule, whose)
  const content = { written, fields: [...fields], ...whose, stated: days.stated }
  const made = { matter, kind, account, at: given.now, content, prints: printsOn(written) }
  const id = await deps.store.documents.begin(office.id, made)
  return { ok: true, id: String(id) }
}
