import type { Finding } from '../format/finding.js'
import { makeFinding } from '../format/finding-text.js'
import { wrongFormat } from '../format/format-version.js'
import { type Path, readYaml, type YamlDocument } from '../format/yaml-file.js'

/** A text with the name findings give it. */
export type Text = { readonly file: string; readonly text: string }

type Read = { readonly document: YamlDocument | null; readonly findings: readonly Finding[] }

/** The only document of a text, of the present format. */
function onlyDocument({ file, text }: Text): Read {
  const { documents, findings } = readYaml(file, text)
  const [document] = documents
  if (document && documents.length === 1) {
    const wrong = wrongFormat(document)
    return { document: wrong.length > 0 ? null : document, findings: [...findings, ...wrong] }
  }
  if (findings.length > 0) return { document: null, findings }
  const place = documents[1]?.place([]) ?? { line: 1, column: 1 }
  return { document: null, findings: [makeFinding({ file, ...place }, 'one-document', {})] }
}

/** Rules and clauses may lie in several files each: regulation.yaml and those of the folder `regulation/`, say. They are read as one. */
export function wholeOf(texts: readonly Text[]): Read {
  const read = texts.map(onlyDocument)
  const findings = read.flatMap((each) => each.findings)
  const documents = read.flatMap(({ document }) => document ?? [])
  const [first] = documents
  if (first === undefined || documents.length < texts.length) return { document: null, findings }
  return documents.length === 1 ? { document: first, findings } : joined(first, documents, findings)
}

/** Where an entry of the whole came from: the document, and its place there. */
type Origin = { readonly document: YamlDocument; readonly path: Path }
type Whole = { readonly data: Record<string, unknown>; readonly origins: Map<string, Origin>; readonly findings: Finding[] }

const nameOf = (path: Path): string => JSON.stringify(path)

function joined(first: YamlDocument, documents: readonly YamlDocument[], before: readonly Finding[]): Read {
  const whole: Whole = { data: {}, origins: new Map(), findings: [] }
  for (const document of documents) {
    for (const [key, value] of Object.entries(recordIn(document.data))) {
      if (key !== 'format' || document === first) add(whole, { document, path: [key] }, value)
    }
  }
  const findings = [...before, ...whole.findings]
  if (whole.findings.length > 0) return { document: null, findings }
  const place: YamlDocument['place'] = (path, at) => {
    const start = [path.slice(0, 2), path.slice(0, 1)].find((each) => whole.origins.has(nameOf(each))) ?? []
    const { document, path: there } = whole.origins.get(nameOf(start)) ?? { document: first, path: [] }
    return { file: document.file, ...document.place([...there, ...path.slice(start.length)], at) }
  }
  return { document: { file: first.file, data: whole.data, place }, findings }
}

/** Lists follow one another, tables take their entries together; anything else stands once. */
function add({ data, origins, findings }: Whole, origin: Origin, value: unknown): void {
  const [key = ''] = origin.path
  const own = data[key]
  const below = (id: string | number): Origin => ({ document: origin.document, path: [...origin.path, id] })
  if (own === undefined) origins.set(nameOf([key]), origin)
  if (Array.isArray(value) && (own === undefined || Array.isArray(own))) {
    const list: readonly unknown[] = own ?? []
    for (const index of value.keys()) origins.set(nameOf([key, list.length + index]), below(index))
    data[key] = [...list, ...value]
  } else if (isRecord(value) && (own === undefined || isRecord(own))) {
    for (const id of Object.keys(value)) {
      if (Object.hasOwn(recordIn(own), id)) findings.push(twice(below(id)))
      origins.set(nameOf([key, id]), below(id))
    }
    data[key] = { ...recordIn(own), ...value }
  } else if (own === undefined) data[key] = value
  else findings.push(twice(origin))
}

const twice = ({ document, path }: Origin): Finding =>
  makeFinding({ file: document.file, ...document.place(path, 'key') }, 'duplicate-key', {})

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const recordIn = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {})
