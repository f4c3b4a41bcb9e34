import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Regulation } from '../../core/index.js'
import { type Finding, hasErrors, sortFindings } from '../format/finding.js'
import { makeFinding } from '../format/finding-text.js'
import { readShape, wordArgs } from '../format/shape-findings.js'
import { withoutWrong } from '../format/without-wrong.js'
import type { YamlDocument } from '../format/yaml-file.js'
import { type ClausesInput, clausesIn, clausesSchema } from './clauses.js'
import { substitute } from './parameters.js'
import { type Text, wholeOf } from './parts-text.js'
import { readRegulation } from './read-regulation.js'
import { startReading } from './reading.js'
import { type RegulationInput, regulationSchema } from './regulation.js'

/** The texts a regulation is made of, with the names findings give them; rules and clauses may lie in several each. */
export type RegulationTexts = { readonly rules: Text | readonly Text[]; readonly clauses: Text | readonly Text[] }

/** A regulation, or what is wrong with it; never half of it. `documents` let further checks name places. */
export type LoadedRegulation = {
  readonly regulation: Regulation | null
  readonly findings: readonly Finding[]
  readonly documents: { readonly rules: YamlDocument; readonly clauses: YamlDocument } | null
  /** The rules as written, for checks that ask what stands there. */
  readonly written: RegulationInput | null
  readonly writtenClauses: ClausesInput | null
}

const nothing = { regulation: null, documents: null, written: null, writtenClauses: null }

/** Reads `regulation.yaml` and `clauses.yaml` of a folder `<id>/<version>`. */
export function loadRegulation(folder: string): LoadedRegulation {
  const clauses = join(textFolder(folder), 'clauses.yaml')
  const files = [
    { name: 'regulation.yaml', file: join(folder, 'regulation.yaml') },
    { name: 'clauses.yaml', file: clauses },
  ]
  const missing = files.filter(({ file }) => !existsSync(file))
  if (missing.length > 0) {
    const findings = missing.map(({ name, file }) => makeFinding({ file, line: 1, column: 1 }, 'missing-file', { file: name }))
    return { ...nothing, findings }
  }
  const path = resolve(folder)
  return parseRegulation(textsIn(folder), { id: basename(dirname(path)), version: basename(path) })
}

/** The texts of a folder. */
export function textsIn(folder: string): { readonly rules: readonly Text[]; readonly clauses: readonly Text[] } {
  const read = (file: string): Text => ({ file, text: readFileSync(file, 'utf8') })
  return { rules: partFiles(folder, 'regulation').map(read), clauses: partFiles(folder, 'clauses').map(read) }
}

/** Where the clauses stand: beside the rules, or with those for another kind of matters that the same text rules. */
function textFolder(folder: string): string {
  const rules = join(folder, 'regulation.yaml')
  const [, text] = (existsSync(rules) ? readFileSync(rules, 'utf8') : '').match(/^text: *([\w-]+)/m) ?? []
  return text === undefined ? folder : join(folder, '..', '..', text, basename(resolve(folder)))
}

/** The files of the rules, or of the clauses: regulation.yaml, and those below `regulation/`, by name. */
export function partFiles(of: string, part: 'regulation' | 'clauses'): readonly string[] {
  const folder = part === 'clauses' ? textFolder(of) : of
  const below = join(folder, part)
  const names = existsSync(below) ? readdirSync(below).sort() : []
  const files = names.filter((name) => name.endsWith('.yaml')).map((name) => join(below, name))
  return [join(folder, `${part}.yaml`), ...files]
}

/** Reads a regulation from its texts. `named` is what its folders are called; they must agree with it. */
export function parseRegulation(
  texts: RegulationTexts,
  named?: { readonly id: string; readonly version: string },
): LoadedRegulation {
  const rules = wholeOf([texts.rules].flat())
  const clauses = wholeOf([texts.clauses].flat())
  const findings: Finding[] = [...rules.findings, ...clauses.findings]
  if (!rules.document || !clauses.document) return { ...nothing, findings: sortFindings(findings) }
  const documents = { rules: rules.document, clauses: clauses.document }
  const values = substitute(rules.document.data)
  const unknown = values.unknown.map(({ path, word }) => {
    return makeFinding(
      { file: documents.rules.file, ...documents.rules.place(path) },
      'unknown-parameter',
      wordArgs(word, values.known),
    )
  })
  const writtenRules = readShape(documents.rules, regulationSchema, values.data)
  const writtenClauses = readShape(documents.clauses, clausesSchema)
  const said = new Set(unknown.map(placeOf))
  findings.push(...unknown, ...writtenRules.findings.filter((each) => !said.has(placeOf(each))), ...writtenClauses.findings)
  const entries = writtenClauses.value
  // What is wrong in itself is left out, so that the names in the rest are checked all the same.
  const input =
    writtenRules.value ?? readShape(documents.rules, regulationSchema, withoutWrong(values.data, writtenRules.wrong)).value
  if (!input || !entries) return { ...nothing, findings: sortFindings(findings) }
  const started = startReading(input, clausesIn(entries, documents.clauses), {
    document: documents.rules,
    data: rules.document.data,
  })
  const regulation = readRegulation(started.reading, input)
  findings.push(...started.findings)
  if (writtenRules.value) findings.push(...wrongNames(documents, writtenRules.value, entries, named))
  return hasErrors(findings)
    ? { ...nothing, findings: sortFindings(findings) }
    : { regulation, findings: sortFindings(findings), documents, written: input, writtenClauses: entries }
}

const placeOf = ({ line, column }: Finding): string => `${line}:${column}`

/** The folder names a regulation; its files may not say otherwise. */
function wrongNames(
  documents: { readonly rules: YamlDocument; readonly clauses: YamlDocument },
  input: RegulationInput,
  entries: ClausesInput,
  named: { readonly id: string; readonly version: string } | undefined,
): readonly Finding[] {
  const id = named?.id ?? input.regulation
  const checks = [
    { document: documents.rules, key: 'regulation', written: input.regulation, folder: id },
    { document: documents.rules, key: 'version', written: input.version, folder: named?.version ?? input.version },
    { document: documents.clauses, key: 'regulation', written: entries.regulation, folder: input.text ?? id },
  ]
  return checks
    .filter(({ written, folder }) => written !== folder)
    .map(({ document, key, written, folder }) =>
      makeFinding({ file: document.file, ...document.place([key]) }, 'wrong-name', { written, folder }),
    )
}
