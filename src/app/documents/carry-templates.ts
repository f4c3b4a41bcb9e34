import type { Lang } from '../../contract/index.js'
import type { Regulation } from '../../core/index.js'
import { listComma } from '../../core/index.js'
import { checkTemplateFile, withLives } from '../../load/index.js'
import type { NewTemplate } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { Office } from '../office.js'
import { documentWords } from '../words/documents.js'
import { nameIn } from '../words/index.js'

/** `name`: the kinds of paper that are made of it, as they are called. */
type Carried = { readonly name: string; readonly template: string; readonly bytes: Uint8Array }
type Left = { readonly name: string; readonly says: readonly string[] }
export type CarriedTemplates = { readonly carried: readonly Carried[]; readonly left: readonly Left[] }

type Asked = { readonly from: Regulation; readonly to: Regulation; readonly lang: Lang }

/**
 * 沿用模板. What becomes of the templates that an office has edited under one version of a regulation as new matters begin under another:
 * those that name only what the other has go with them, of the others it is told what is wrong, paragraph by paragraph. What the office has
 * edited or taken back under the other version already stays as it is.
 */
export async function carriedTemplates(
  { store }: Pick<Deps, 'store'>,
  { id: government }: Pick<Office, 'id'>,
  { from, to, lang }: Asked,
): Promise<CarriedTemplates> {
  const known = await store.documents.templates(government)
  const under = ({ id, version }: Regulation) => known.filter((each) => each.regulation === id && each.version === version)
  const decided = new Set(under(to).map(({ name }) => name))
  const carried: Carried[] = []
  const left: Left[] = []
  for (const { name: template, isOwn } of under(from)) {
    if (!isOwn || decided.has(template)) continue
    const bytes = await store.documents.template(government, { regulation: from.id, version: from.version, name: template })
    if (bytes === null) continue
    const name = calledIn(from, template, lang)
    const says = saysWrong(bytes, template, to, lang)
    if (says.length === 0) carried.push({ name, template, bytes })
    else left.push({ name, says })
  }
  return { carried, left }
}

function calledIn(regulation: Regulation, template: string, lang: Lang): string {
  const names = rulesOf(regulation, template).map(({ rule }) => nameIn(lang, rule.name))
  return [...new Set(names)].join(listComma[lang])
}

const rulesOf = (regulation: Regulation, template: string) =>
  withLives(regulation).flatMap((of) =>
    Object.values(of.documents).flatMap((rule) => (rule.template === template ? [{ of, rule }] : [])),
  )

/** Why it cannot serve there; empty: it can. */
function saysWrong(bytes: Uint8Array, template: string, to: Regulation, lang: Lang): readonly string[] {
  const rules = rulesOf(to, template)
  const said = documentWords[lang]
  if (rules.length === 0) return [said.noSuchPaper]
  const findings = rules.flatMap(({ of, rule }) => checkTemplateFile(bytes, template, of, rule))
  return [...new Set(findings.map(({ line, message, advice }) => said.inParagraph(line, message[lang], advice[lang])))]
}

/** They stand in the place of the other version's own, as if they had been put there. */
export const putCarried = (
  { carried }: CarriedTemplates,
  to: Pick<Regulation, 'id' | 'version'>,
): readonly Omit<NewTemplate, 'account' | 'at'>[] =>
  carried.map(({ template, bytes }) => ({ regulation: to.id, version: to.version, name: template, bytes }))
