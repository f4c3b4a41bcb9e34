import type { Finding, Words } from './finding.js'
import { assessmentFindingTexts } from './finding-text-assessment.js'
import { documentFindingTexts } from './finding-text-documents.js'
import { itemFindingTexts } from './finding-text-items.js'
import { limitFindingTexts } from './finding-text-limits.js'
import { precedenceFindingTexts } from './finding-text-precedence.js'
import type { FindingArgs, FindingText } from './finding-text-table.js'
import { findingTexts, referenceNames } from './finding-text-table.js'
import { ruleFindingTexts } from './rule-finding-texts.js'

export type Where = { readonly file: string; readonly line: number; readonly column: number }

const tables: readonly Readonly<Record<string, FindingText>>[] = [
  assessmentFindingTexts,
  findingTexts,
  ruleFindingTexts,
  limitFindingTexts,
  itemFindingTexts,
  documentFindingTexts,
  precedenceFindingTexts,
]

/** Builds a finding from its code; `unknown-<kind>` of a reference share one text. */
export function makeFinding(where: Where, code: string, args: FindingArgs): Finding {
  const text = tables.map((table) => table[code]).find((each) => each !== undefined) ?? referenceText(code)
  const words = text(args)
  return { ...where, level: words.level ?? 'error', code, message: words.message, advice: words.advice }
}

function referenceText(code: string): FindingText {
  const kind = referenceNames[code.replace(/^unknown-/, '')]
  if (!kind) throw new Error(`no text for the finding: ${code}`)
  return (args) => ({
    message: { zh: `没有这个${kind.zh}：${args.word}`, en: `there is no such ${kind.en}: ${args.word}` },
    advice: chooseFrom(args),
  })
}

/** The nearest word, else those that would do. */
export function chooseFrom(args: FindingArgs): Words {
  const near = args.near
  if (near) return { zh: `是不是想写：${near}`, en: `did you mean: ${near}` }
  const allowed = args.allowed
  return allowed
    ? { zh: `可以写：${allowed}`, en: `allowed: ${allowed}` }
    : { zh: '请先在文件中写明它。', en: 'Declare it first.' }
}
