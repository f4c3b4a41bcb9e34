import { createRequire } from 'node:module'
import { acceptIn } from './accepted.js'
import type { Doc } from './docx-tools.js'

/** A place in a template where something is filled in: a value, or the beginning or end of what is said for each, if, or if not. */
export type Tag = {
  readonly kind: 'value' | 'each' | 'unless' | 'end'
  readonly name: string
  /** The paragraph it stands in, from 1, and its place there. */
  readonly line: number
  readonly column: number
}

/** `text` is what stands there; null: it is no Word file at all. */
export type TemplateFault = { readonly text: string | null; readonly line: number; readonly column: number }
export type ReadTemplate = { readonly tags: readonly Tag[]; readonly faults: readonly TemplateFault[] }

// Read only where a template is: a start that has read them before needs neither.
const need = createRequire(import.meta.url)

/** 模板. What a Word file asks to be filled in, with the paragraph each stands in; or what keeps it from being read. */
export function readTemplate(bytes: Uint8Array): ReadTemplate {
  const known = read.get(bytes) ?? readAnew(bytes)
  read.set(bytes, known)
  return known
}

/** A library hands out the same bytes again and again. */
const read = new WeakMap<Uint8Array, ReadTemplate>()

function readAnew(bytes: Uint8Array): ReadTemplate {
  const parts = textPartsOf(bytes)
  if (parts === null) return { tags: [], faults: [{ text: null, line: 1, column: 1 }] }
  const found = parts.map(tagsIn)
  const faults = found.flatMap((each) => each.faults)
  return { tags: found.flatMap((each) => each.tags), faults: faults.length > 0 ? faults : faultsFound(bytes) }
}

/** The text of each paragraph, part by part: the paper first, then what stands above and below its pages. */
function textPartsOf(bytes: Uint8Array): readonly (readonly string[])[] | null {
  const PizZip = need('pizzip') as Doc['zip']
  try {
    const zip = acceptIn(new PizZip(bytes))
    const names = Object.keys(zip.files).filter((name) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name))
    const xml = names.sort().map((name) => zip.file(name)?.asText() ?? '')
    return names.includes('word/document.xml') ? xml.map(paragraphsIn) : null
  } catch {
    return null
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const paragraphsIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text]) => (text ?? '').replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole))
      .join(''),
  )

const kinds = { '#': 'each', '^': 'unless', '/': 'end' } as const

function tagsIn(paragraphs: readonly string[]): ReadTemplate {
  const tags: Tag[] = []
  const faults: TemplateFault[] = []
  const open: Tag[] = []
  paragraphs.forEach((text, index) => {
    const line = index + 1
    for (const match of text.matchAll(/\{([#^/]?)([^{}]*)\}/g)) {
      const sign = match[1] ?? ''
      const kind = sign === '#' || sign === '^' || sign === '/' ? kinds[sign] : 'value'
      const tag: Tag = { kind, name: (match[2] ?? '').trim(), line, column: match.index + 1 }
      tags.push(tag)
      if (kind === 'each' || kind === 'unless') open.push(tag)
      if (kind !== 'end') continue
      const begun = open.pop()
      if (begun === undefined || (tag.name !== '' && begun.name !== tag.name))
        faults.push({ text: match[0], line, column: tag.column })
    }
    const bare = /[{}]/.exec(text.replace(/\{[^{}]*\}/g, (whole) => ' '.repeat(whole.length)))
    if (bare !== null) faults.push({ text: text.slice(bare.index, bare.index + 12), line, column: bare.index + 1 })
  })
  return { tags, faults: [...faults, ...open.map(({ name, line, column }) => ({ text: `{#${name}}`, line, column }))] }
}

/** What else the filler finds: it is asked last, since it names no paragraph. */
function faultsFound(bytes: Uint8Array): readonly TemplateFault[] {
  const PizZip = need('pizzip') as Doc['zip']
  const Docxtemplater = need('docxtemplater') as Doc['filler']
  try {
    new Docxtemplater(acceptIn(new PizZip(bytes)), { paragraphLoop: true, linebreaks: true, errorLogging: false })
    return []
  } catch (error) {
    return namedIn(error).map((text) => ({ text, line: 1, column: 1 }))
  }
}

/** The tags at fault, as the filler names them; its sentences are English alone. */
function namedIn(error: unknown): readonly string[] {
  const { properties } = error as {
    readonly properties?: FillerFault['properties'] & { readonly errors?: readonly FillerFault[] }
  }
  const faults: readonly FillerFault[] = properties?.errors ?? [{ properties }]
  return faults.map((each) => each.properties?.xtag ?? each.properties?.id ?? '…')
}

type FillerFault = { readonly properties?: { readonly id?: string; readonly xtag?: string } | undefined }
