import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentRule, Regulation } from '../../core/index.js'
import { type Finding, sortFindings } from '../format/finding.js'
import { makeFinding } from '../format/finding-text.js'
import { wordArgs } from '../format/shape-findings.js'
import { readTemplate, type Tag } from './read-template.js'
import { columnsOf, type Meant, namesIn } from './template-tags.js'

export const templateFile = (folder: string, template: string): string => join(folder, 'documents', template)

/** The templates that a regulation's documents name, each with its file. */
export const templateFiles = (folder: string, regulation: Regulation): readonly string[] => [
  ...new Set(Object.values(regulation.documents).map(({ template }) => templateFile(folder, template))),
]

/** What is wrong with the templates of a regulation: missing, unreadable, or naming what there is not; the line is the paragraph. */
export const checkTemplates = (folder: string, regulation: Regulation): readonly Finding[] =>
  sortFindings(Object.values(regulation.documents).flatMap((rule) => checkTemplate(folder, regulation, rule)))

function checkTemplate(folder: string, regulation: Regulation, rule: DocumentRule): readonly Finding[] {
  const file = templateFile(folder, rule.template)
  if (!existsSync(file)) {
    const at = { file: join(folder, 'regulation.yaml'), line: 1, column: 1 }
    return [makeFinding(at, 'no-template', { file: rule.template })]
  }
  const { tags, faults } = readTemplate(readFileSync(file))
  if (faults.length > 0)
    return faults.map(({ text, line, column }) =>
      text === null
        ? makeFinding({ file, line, column }, 'no-word-file', {})
        : makeFinding({ file, line, column }, 'broken-template', { text }),
    )
  return wrongNames(tags, namesIn(regulation, rule), regulation).map(({ tag, code, args }) =>
    makeFinding({ file, line: tag.line, column: tag.column }, code, args),
  )
}

type Wrong = { readonly tag: Tag; readonly code: string; readonly args: Readonly<Record<string, string>> }

/** Within a list its columns may be named too, and what may be named outside. */
function wrongNames(tags: readonly Tag[], names: ReadonlyMap<string, Meant>, { fields }: Regulation): readonly Wrong[] {
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
      wrong.push({ tag, code: 'unknown-in-template', args: allowed(tag.name, [...columns, ...names.keys()]) })
    if (meant?.kind === 'field' && fields[meant.field]?.isIdentity === true && !columns.includes(tag.name))
      wrong.push({ tag, code: 'identity-in-template', args: { word: tag.name, field: meant.field } })
    if (tag.kind === 'each') within.push(meant?.kind === 'list' ? columnsOf(meant.list) : new Map())
    if (tag.kind === 'unless') within.push(new Map())
  }
  return wrong
}

const allowed = (word: string, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(wordArgs(word, names)).map(([key, value]) => [key, value ?? '']))
