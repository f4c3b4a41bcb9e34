import { isMap, LineCounter, type ParsedNode, parseAllDocuments } from 'yaml'
import type { Finding } from '../format/finding.js'
import { makeFinding } from '../format/finding-text.js'
import { formatIn, formatVersion, unknownFormatIn } from '../format/format-version.js'
import { type Changes, nothing, together } from './changes.js'
import { matterNamed } from './matter-named.js'
import type { Remembered } from './remembered.js'
import { entryIn, type Splice, spliced, startOf } from './splice.js'
import { rulesToFormat2, scenarioToFormat2 } from './to-format-2.js'
import { partsOfShares } from './to-format-3.js'
import { placesInBoth } from './to-format-4.js'
import { questionsInRules, questionsInScenario } from './to-questions.js'
import { roundsInScenario } from './to-rounds.js'

/** What a file of a regulation's folder holds. */
export type FileKind = 'rules' | 'clauses' | 'scenarios'

/** A file brought to the present format: its text, and what a person must decide. */
export type Upgraded = {
  readonly file: string
  readonly text: string
  readonly isChanged: boolean
  readonly findings: readonly Finding[]
}

const toFormat2: { readonly [K in FileKind]: (root: unknown, text: string) => Changes } = {
  rules: rulesToFormat2,
  clauses: () => nothing,
  scenarios: scenarioToFormat2,
}

const toFormat3: { readonly [K in FileKind]: (root: unknown) => Changes } = {
  rules: partsOfShares,
  clauses: () => nothing,
  scenarios: partsOfShares,
}

const toFormat4: { readonly [K in FileKind]: (root: unknown, text: string) => Changes } = {
  rules: () => nothing,
  clauses: placesInBoth,
  scenarios: () => nothing,
}

/** What the present format says otherwise, of what the regulation's files hold together. */
const toQuestions: { readonly [K in FileKind]: (remembered: readonly Remembered[], root: unknown, text: string) => Changes } = {
  rules: questionsInRules,
  clauses: () => nothing,
  scenarios: questionsInScenario,
}

/**
 * Brings a text to the present format; all it does not change stays to the letter. Done twice, it changes nothing more. `remembered`:
 * what the rules it belongs to keep in fields only to remember it.
 */
export function upgradeText(kind: FileKind, file: string, text: string, remembered: readonly Remembered[] = []): Upgraded {
  const lines = new LineCounter()
  const parsed = parseAllDocuments(text, { lineCounter: lines, version: '1.2', schema: 'core', prettyErrors: false })
  const documents = Array.isArray(parsed) ? parsed : []
  const [first] = documents
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const same = { file, text, isChanged: false, findings: [] }
  const [error] = documents.flatMap((each) => each.errors)
  if (error !== undefined) {
    return { ...same, findings: [makeFinding(placeOf(error.pos[0]), 'yaml', { detail: error.message })] }
  }
  if (first === undefined || first.contents === null) return same
  const wrong = documents.find(({ contents }) => !isMap(contents))
  if (wrong !== undefined) return { ...same, findings: [makeFinding(placeOf(wrong.contents?.range[0] ?? 0), 'no-table', {})] }
  const stated: unknown = first.toJS()
  const written = formatIn(stated)
  const known = String(formatVersion)
  const unknown = unknownFormatIn(stated)
  if (unknown !== null) {
    const { value } = entryIn(first.contents, 'format') ?? {}
    return { ...same, findings: [makeFinding(placeOf(value?.range[0] ?? 0), 'unknown-format', { written: unknown, known })] }
  }
  if (written !== null && written > formatVersion)
    return { ...same, findings: [makeFinding(placeOf(0), 'newer-format', { written: String(written), known, folder: file })] }
  const before = written ?? 1
  const isOld = before < formatVersion
  const changes = documents.map(({ contents }) =>
    together([
      before < 2 ? toFormat2[kind](contents, text) : nothing,
      before < 3 ? toFormat3[kind](contents) : nothing,
      before < 4 ? toFormat4[kind](contents, text) : nothing,
      toQuestions[kind](remembered, contents, text),
      kind === 'rules' ? matterNamed(contents) : nothing,
      kind === 'scenarios' ? roundsInScenario(contents) : nothing,
    ]),
  )
  const findings = changes.flatMap((each) =>
    each.undecided.map(({ offset, code, word }) => makeFinding(placeOf(offset), code, { word })),
  )
  const splices = [
    ...(isOld ? [head(first.contents, text)] : []),
    ...changes.flatMap((each) => [...each.splices, ...marks(each, text)]),
  ]
  return { file, text: spliced(text, splices), isChanged: splices.length > 0, findings }
}

/** The format stands before the first key, behind the comments of the head. */
function head(contents: ParsedNode, text: string): Splice {
  const old = entryIn(contents, 'format')
  if (old?.value) return { from: old.value.range[0], to: old.value.range[1], text: String(formatVersion) }
  const at = text.lastIndexOf('\n', startOf(contents)) + 1
  return { from: at, to: at, text: `format: ${formatVersion}\n` }
}

/** What a person must decide is marked in the file too, once. */
const marks = ({ undecided }: Changes, text: string): readonly Splice[] =>
  undecided.flatMap(({ offset, code, word }) => {
    const at = text.lastIndexOf('\n', offset) + 1
    const { message } = makeFinding({ file: '', line: 1, column: 1 }, code, { word })
    const mark = `# upgrade: ${message.zh} / ${message.en}\n`
    return text.slice(0, at).endsWith(mark) ? [] : [{ from: at, to: at, text: mark }]
  })
