import type { TemplateRow } from '../../contract/index.js'
import type { DocumentRule, Regulation } from '../../core/index.js'
import { checkTemplateFile, withLives } from '../../load/index.js'
import type { OwnTemplate } from '../../store/index.js'
import { administer } from '../administration/administer.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { moment } from '../matter/view-parts.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { withoutAuthors } from '../papers/without-authors.js'
import { failed } from '../view-failure.js'
import { documentWords } from '../words/documents.js'
import { nameIn, wordsOf } from '../words/index.js'
import { templateOf } from './open-document.js'
import { reachesOut } from './reaches-out.js'
import { type PaperFile, wordType } from './read-document.js'

/** In bytes. */
export const largestTemplate = 1_000_000

/** Which one, by the kind of document that is made of it. */
export type TemplateAsked = { readonly regulation: string; readonly version: string; readonly kind: string }

/** 文书模板. Those of every text under which matters run here, with who put which in the place of the regulation's own. */
export async function listTemplates(deps: Deps, { office, lang }: SignedIn): Promise<readonly TemplateRow[]> {
  const own = await deps.store.documents.templates(office.id)
  return textsOf(office).flatMap((regulation) =>
    Object.values(regulation.documents).map((rule) => {
      const changed = own.find((each) => isOf(each, regulation, rule))
      return {
        regulation: regulation.id,
        version: regulation.version,
        text: nameIn(lang, regulation.shortTitle),
        kind: rule.id,
        name: nameIn(lang, rule.name),
        isOwn: changed?.isOwn === true,
        changedBy: changed === undefined ? null : (office.people.get(changed.account) ?? changed.account),
        changedAt: changed === undefined ? null : moment(changed.at, office.calendar.zone),
      }
    }),
  )
}

const isOf = (each: OwnTemplate, { id, version }: Regulation, { template }: DocumentRule): boolean =>
  each.regulation === id && each.version === version && each.name === template

type Found = { readonly regulation: Regulation; readonly rule: DocumentRule }

function found(office: Office, { regulation: id, version, kind }: TemplateAsked): Found | null {
  const regulation = textsOf(office).find(
    (each) => each.id === id && each.version === version && each.documents[kind] !== undefined,
  )
  const rule = regulation?.documents[kind]
  return regulation === undefined || rule === undefined ? null : { regulation, rule }
}

/** With the lives of what the office itself owes: their papers lie beside the same text. */
const textsOf = ({ programs, versions }: Pick<Office, 'programs' | 'versions'>): readonly Regulation[] =>
  [...new Set([...programs, ...versions].map(({ regulation }) => regulation))].flatMap(withLives)

/** The file to be edited in Word: the one in use. */
export async function templateFile(
  deps: Deps,
  { office, lang }: SignedIn,
  asked: TemplateAsked,
): Promise<Outcome<{ file: PaperFile }>> {
  const of = found(office, asked)
  const bytes = of === null ? null : await templateOf(deps, office, of.regulation, of.rule)
  if (of === null || bytes === null) return failed(wordsOf(lang), 'not-found')
  return { ok: true, file: { name: `${of.rule.name.zh}.docx`, type: wordType, bytes } }
}

type Sent = { readonly bytes: Uint8Array; readonly isTruncated: boolean }

/** Puts a file that was edited in Word in the place of the regulation's own; refused with the places of what it names and there is not. */
export async function changeTemplate(
  deps: Deps,
  admin: SignedIn,
  asked: TemplateAsked & { readonly file: Sent },
): Promise<Outcome<{ done: object }>> {
  const { lang, office } = admin
  const words = wordsOf(lang)
  if (!admin.isAdmin) return failed(words, 'admin-only')
  const of = found(office, asked)
  if (of === null) return failed(words, 'not-found')
  const { file } = asked
  if (file.isTruncated || file.bytes.length > largestTemplate) return failed(words, 'too-large')
  const wrong = wrongIn(of, file.bytes)
  if (wrong.length > 0) {
    const said = documentWords[lang]
    const problems = wrong.map(({ line, code, message, advice }, at) => ({
      ...{ field: `${code}-${at}`, name: nameIn(lang, of.rule.name), code, limit: null },
      sentence: said.inParagraph(line, message[lang], advice[lang]),
    }))
    return failed(words, 'invalid', { problems })
  }
  return put(deps, admin, of, withoutAuthors(wordType, file.bytes).bytes)
}

/** All documents that are made of the same file have a say. */
function wrongIn({ regulation, rule }: Found, bytes: Uint8Array) {
  const alike = Object.values(regulation.documents).filter(({ template }) => template === rule.template)
  const findings = alike.flatMap((each) => checkTemplateFile(bytes, rule.template, regulation, each))
  return findings.length > 0 ? findings : reachesOut(bytes, rule.template)
}

/** Papers are made of the regulation's own again. */
export async function removeTemplate(deps: Deps, admin: SignedIn, asked: TemplateAsked): Promise<Outcome<{ done: object }>> {
  if (!admin.isAdmin) return failed(wordsOf(admin.lang), 'admin-only')
  const of = found(admin.office, asked)
  return of === null ? failed(wordsOf(admin.lang), 'not-found') : put(deps, admin, of, null)
}

const put = (deps: Deps, admin: SignedIn, { regulation, rule }: Found, bytes: Uint8Array | null) =>
  administer(deps, admin, async (changing) => {
    const of = { regulation: regulation.id, version: regulation.version, name: rule.template }
    await changing.putTemplate({ ...of, account: admin.account, at: deps.now(), bytes })
    const detail = { regulation: regulation.id, version: regulation.version, to: bytes === null ? '' : rule.template }
    return { done: {}, entry: { kind: 'template-changed', about: rule.name.zh, detail } }
  })
