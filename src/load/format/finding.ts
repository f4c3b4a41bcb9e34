/** A sentence in both languages. */
export type Words = { readonly zh: string; readonly en: string }

export type Level = 'error' | 'warning'

/** 检查发现. Something wrong in a file: where, what, and what would be right. */
export type Finding = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly level: Level
  readonly code: string
  readonly message: Words
  readonly advice: Words
}

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some((each) => each.level === 'error')

/** By file and place, so that a list reads like the files do. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
}

/** One line a terminal can jump to, and the advice beneath it. */
export function findingText(finding: Finding, lang: 'zh' | 'en'): string {
  const levels = { zh: { error: '错误', warning: '注意' }, en: { error: 'error', warning: 'warning' } }
  const head = `${finding.file}:${finding.line}:${finding.column} ${levels[lang][finding.level]} ${finding.message[lang]} [${finding.code}]`
  return finding.advice[lang] === '' ? head : `${head}\n    ${finding.advice[lang]}`
}
