import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  type ParsedNode,
  parseAllDocuments,
} from 'yaml'
import type { Finding } from './finding.js'
import { makeFinding } from './finding-text.js'

/** Where a value stands in a document: keys and places in lists. */
export type Path = readonly (string | number)[]
/** `file` where a document is joined from several. */
export type Place = { readonly line: number; readonly column: number; readonly file?: string }

/** A YAML document as plain data that still knows where each part was written. */
export type YamlDocument = {
  readonly file: string
  readonly data: unknown
  /** Where the value at `path` stands, or its key; where there is nothing, its nearest parent. */
  place(path: Path, at?: 'key' | 'value'): Place
}

/** Under these keys a figure is text as it was written: clause 13.10 is not 13.1. */
const textKeys: ReadonlySet<string> = new Set(['clause', 'clauses', 'cite', 'version', 'cites'])

/** Reads all documents of a YAML 1.2 text. Days and times stay text. A text with errors yields findings and no documents. */
export function readYaml(file: string, text: string): { documents: readonly YamlDocument[]; findings: readonly Finding[] } {
  const lines = new LineCounter()
  const parsed = parseAllDocuments(text, { lineCounter: lines, version: '1.2', schema: 'core', prettyErrors: false })
  const documents = Array.isArray(parsed) ? parsed : []
  const findings: Finding[] = []
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  for (const document of documents) {
    for (const error of [...document.errors, ...document.warnings]) {
      const code = error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml'
      findings.push(makeFinding({ file, ...placeAt(error.pos[0]) }, code, { detail: error.message }))
    }
  }
  if (findings.length > 0) return { documents: [], findings }
  const read = documents.map((document): YamlDocument => {
    const root = document.contents as ParsedNode | null
    const onAlias = (node: Node) => findings.push(makeFinding({ file, ...placeAt(node.range?.[0] ?? 0) }, 'alias', {}))
    const start = document.range?.[0] ?? 0
    return {
      file,
      data: plain(root, '', onAlias),
      place: (path, at = 'value') => placeAt(offsetOf(root, path, at) ?? root?.range?.[0] ?? start),
    }
  })
  return findings.length > 0 ? { documents: [], findings } : { documents: read, findings }
}

const keyText = (pair: Pair<unknown, unknown>): string =>
  isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : String(pair.key)

/** The plain data of a node. Aliases are refused: a rule stands where it is read. */
function plain(node: unknown, key: string, onAlias: (node: Node) => void): unknown {
  if (isAlias(node)) {
    onAlias(node)
    return null
  }
  if (isMap(node)) {
    return Object.fromEntries(node.items.map((pair) => [keyText(pair), plain(pair.value, keyText(pair), onAlias)]))
  }
  if (isSeq(node)) return node.items.map((item) => plain(item, key, onAlias))
  if (!isScalar(node)) return null
  return typeof node.value === 'number' && textKeys.has(key) ? (node.source ?? String(node.value)) : node.value
}

function offsetOf(root: unknown, path: Path, at: 'key' | 'value'): number | undefined {
  let node: unknown = root
  let found: number | undefined
  for (const [index, step] of path.entries()) {
    if (isMap(node)) {
      const pair: Pair<unknown, unknown> | undefined = node.items.find((each) => keyText(each) === String(step))
      if (!pair) break
      const isLast = index === path.length - 1
      const wanted: unknown = at === 'key' && isLast ? pair.key : pair.value
      found = startOf(wanted) ?? startOf(pair.key) ?? found
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      found = startOf(node) ?? found
    } else break
  }
  return found
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined)
