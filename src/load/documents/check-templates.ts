import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentRule, Regulation } from '../../core/index.js'
import { type Finding, sortFindings } from '../format/finding.js'
import { makeFinding } from '../format/finding-text.js'
import { wordArgs } from '../format/shape-findings.js'
import { readTemplate, type Tag } from './read-template.js'
import { formerValueNames } from './tag-names.js'
import { columnsAsked, columnsOf, type Meant, namesIn } from './template-tags.js'

export const templateFile = (folder: string, template: string): string => join(folder, 'documents', template)

/** A regulation, and the lives of its office's own duties: each has papers of its own. */
export const withLives = (regulation: Regulation): readonly Regulation[] => [
  regulation,
  ...Object.values(regulation.officeDuties).map(({ life }) => life),
]

/** The templates that a regulation's documents name, each with its file. */
export const templateFiles = (folder: string, regulation: Regulation): readonly string[] => [
  ...new Set(
    withLives(regulation).flatMap(({ documents }) =>
      Object.values(documents).map(({ template }) => templateFile(folder, template)),
    ),
  ),
]

/** What is wrong with the templates of a regulation: missing, unreadable, or naming what there is not; the line is the paragraph. */
export const checkTemplates = (folder: string, regulation: Regulation): readonly Finding[] =>
  sortFindings(
    withLives(regulation).flatMap((each) => Object.values(each.documents).flatMap((rule) => checkTemplate(folder, each, rule))),
  )

function checkTemplate(folder: string, regulation: Regulation, rule: DocumentRule): readonly Finding[] {
  const file = templateFile(folder, rule.template)
  if (!existsSync(file)) {
    const at = { file: join(folder, 'regulation.yaml'), line: 1, column: 1 }
    return [makeFinding(at, 'no-template', { file: rule.template })]
  }
  return checkTemplateFile(readFileSync(file), file, regulation, rule)
}

/** The same of a file that lies elsewhere; `file` is what it is called. */
export function checkTemplateFile(
  bytes: Uint8Array,
  file: string,
  regulation: Regulation,
  rule: DocumentRule,
): readonly Finding[] {
  const { tags, faults } = readTemplate(bytes)
  if (faults.length > 0)
    return faults.map(({ text, line, column }) =>
      text === null
        ? makeFinding({ file, line, column }, 'no-word-file', {})
        : makeFinding({ file, line, column }, 'broken-template', { text }),
    )
  return wrongNames(tags, { rule, names: namesIn(regulation, rule), fields: regulation.fields }).map(({ tag, code, args }) =>
    makeFinding({ file, line: tag.line, column: tag.column }, code, args),
  )
}

type Wrong = { readonly tag: Tag; readonly code: string; readonly args: Readonly<Record<string, string>> }

type Known = Pick<Regulation, 'fields'> & { readonly rule: DocumentRule; readonly names: ReadonlyMap<string, Meant> }

/** Within a list its columns may be named too, and what may be named outside. */
function wrongNames(tags: readonly Tag[], { rule, names, fields }: Known): readonly Wrong[] {
  const wrong: Wrong[] = []
  const within: ReadonlyMap<string, string>[] = []
  for (const tag of tags) {
    const meant = names.get(tag.name)
    if (tag.kind === 'end') {
      within.pop()
      continue
    }
    const columns = within.flatMap((each) => [...each.keys()])
    if (meant === undefined && !columns.includes(tag.name))
      wrong.push({ tag, code: 'unknown-in-template', args: allowed(tag.name, [...columns, ...toldNames(names)]) })
    if (meant?.kind === 'field' && fields[meant.field]?.isIdentity === true && !columns.includes(tag.name))
      wrong.push({ tag, code: 'identity-in-template', args: { word: tag.name, field: meant.field } })
    if (tag.kind === 'each') within.push(columnsIn(rule, meant))
    if (tag.kind === 'unless') within.push(new Map())
  }
  return wrong
}

/** The names that somebody who wrote a wrong one is told. */
const toldNames = (names: ReadonlyMap<string, Meant>): readonly string[] =>
  [...names].flatMap(([name, meant]) => (meant.kind === 'value' && formerValueNames[name] === meant.value ? [] : [name]))

function columnsIn(rule: DocumentRule, meant: Meant | undefined): ReadonlyMap<string, string> {
  if (meant?.kind === 'list') return columnsOf(meant.list)
  return meant?.kind === 'asked' ? columnsAsked(rule, meant.question) : new Map()
}

const allowed = (word: string, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(wordArgs(word, names)).map(([key, value]) => [key, value ?? '']))
