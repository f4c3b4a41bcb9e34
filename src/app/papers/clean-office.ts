import { withoutPlace } from '../pictures/without-place.js'
import { zipEntries } from '../tables/zip-entries.js'
import { type CleanPaper, inOrder, type PaperTell, untouched } from './paper-tells.js'
import { rewrittenZip } from './rewritten-zip.js'

type Rule = { readonly part: RegExp; readonly clean: (xml: string) => string }

const relationships = (type: string): RegExp => new RegExp(`<Relationship\\b[^>]*/${type}"[^>]*?/>`, 'g')
const emptied =
  (...elements: readonly string[]) =>
  (xml: string): string =>
    xml.replace(new RegExp(`(<(?:\\w+:)?(?:${elements.join('|')})(?:\\s[^>]*)?>)[^<]*(?=</)`, 'g'), '$1')
const unset =
  (...attributes: readonly string[]) =>
  (xml: string): string => {
    const attribute = new RegExp(`(\\s(?:\\w+:)?(?:${attributes.join('|')})=)("[^"]*"|'[^']*')`, 'g')
    // Within tags alone: words of the text may look like one.
    return attribute.test(xml) ? xml.replace(/<[A-Za-z][^<>]*>/g, (tag) => tag.replace(attribute, '$1""')) : xml
  }

const said = [
  'creator',
  'lastModifiedBy',
  'description',
  'keywords',
  'subject',
  'title',
  'category',
  'contentStatus',
  'identifier',
]

/** Where papers of Word and Excel say who wrote them, where and with what; nothing of their text. */
const rules: readonly Rule[] = [
  { part: /^docProps\/core\.xml$/, clean: emptied(...said) },
  { part: /^docProps\/app\.xml$/, clean: emptied('Company', 'Manager', 'Template', 'Application', 'HyperlinkBase') },
  { part: /^docProps\/custom\.xml$/, clean: (xml) => xml.replace(/<(\w+:)?property\b[\s\S]*?<\/(\w+:)?property>/g, '') },
  { part: /^_rels\/\.rels$/, clean: (xml) => xml.replace(relationships('metadata/thumbnail'), '') },
  {
    part: /^word\/people\.xml$/,
    clean: (xml) => xml.replace(/<(?:\w+:)person\b[^>]*\/>|<(\w+:)person\b[\s\S]*?<\/\1person>/g, ''),
  },
  { part: /^word\/_rels\/settings\.xml\.rels$/, clean: (xml) => xml.replace(relationships('attachedTemplate'), '') },
  {
    part: /^word\/settings\.xml$/,
    clean: (xml) => xml.replace(/<w:attachedTemplate\b[^>]*\/>/g, '').replace(/<w:rsids>[\s\S]*?<\/w:rsids>/g, ''),
  },
  { part: /^word\/[^/]+\.xml$/, clean: unset('author', 'initials', 'lastModifiedBy') },
  { part: /^xl\/workbook\.xml$/, clean: (xml) => xml.replace(/<(\w+:)?absPath\b[^>]*\/>/g, (all) => unset('url')(all)) },
  { part: /^xl\/workbook\.xml$/, clean: unset('userName') },
  { part: /^xl\/revisions\/[^/]+\.xml$/, clean: unset('userName', 'name') },
  { part: /^xl\/comments[^/]*\.xml$/, clean: emptied('author') },
  { part: /^xl\/persons\/[^/]+\.xml$/, clean: unset('displayName', 'userId') },
  { part: /^xl\/(work|chart|dialog)sheets\/_rels\//, clean: (xml) => xml.replace(relationships('printerSettings'), '') },
  {
    part: /^xl\/(work|chart|dialog)sheets\/[^/]+\.xml$/,
    clean: (xml) => xml.replace(/<(?:\w+:)?pageSetup\b[^>]*>/g, (all) => all.replace(/\s\w+:id="[^"]*"/, '')),
  },
]

const gone = /^(docProps\/thumbnail\.|xl\/printerSettings\/)/
const picture = /\/media\/[^/]+\.(jpe?g|png|gif|webp|tiff?|bmp)$/i
const isMeant = (name: string): boolean => /\.(xml|rels)$/i.test(name) || gone.test(name) || picture.test(name)

type Sign = { readonly tell: PaperTell; readonly part: RegExp; readonly holds: RegExp }

/** What is part of what somebody wrote, and stays: taking it out would take words out of their letter. */
const signs: readonly Sign[] = [
  {
    tell: 'remarks',
    part: /^(word\/comments\.xml|xl\/(comments|threadedComments)[^.]*\.xml)$/,
    holds: /<(\w+:)?(comment|threadedComment)\b/,
  },
  { tell: 'revisions', part: /^word\/[^/]+\.xml$/, holds: /<w:(ins|del|moveFrom|moveTo)\b/ },
  { tell: 'revisions', part: /^xl\/revisions\//, holds: /./ },
  { tell: 'hidden', part: /^word\/[^/]+\.xml$/, holds: /<w:vanish\b(?![^>]*w:val="(0|false)")/ },
  { tell: 'hidden', part: /^xl\/workbook\.xml$/, holds: /\bstate="(hidden|veryHidden)"/ },
  { tell: 'hidden', part: /^xl\/worksheets\/[^/]+\.xml$/, holds: /<(\w+:)?(row|col)\b[^>]*\bhidden="(1|true)"/ },
]

const pictureTypes: Readonly<Record<string, string>> = { jpg: 'jpeg', tif: 'tiff' }

/** 文档. Papers of Word and Excel without who wrote them, on which machine and for whom; signed ones are not touched. */
export function cleanOffice(bytes: Uint8Array): CleanPaper {
  const names = (zipEntries(bytes) ?? []).map(({ name }) => name)
  if (names.some((name) => name.startsWith('_xmlsignatures/'))) return untouched(bytes, 'signed')
  const tells = new Set<PaperTell>()
  if (names.some((name) => /\/embeddings\//.test(name))) tells.add('embedded')
  const clean = rewrittenZip(bytes, isMeant, (name, content) => {
    if (gone.test(name)) return 'gone'
    if (picture.test(name)) return cleanPicture(name, content, tells)
    if (content[0] === 0xfe || content[0] === 0xff) {
      tells.add('properties')
      return 'same'
    }
    const xml = content.toString()
    for (const { tell, part, holds } of signs) if (part.test(name) && holds.test(xml)) tells.add(tell)
    const after = rules.filter(({ part }) => part.test(name)).reduce((text, rule) => rule.clean(text), xml)
    return after === xml ? 'same' : Buffer.from(after)
  })
  return clean === null ? untouched(bytes, 'properties') : { bytes: clean, tells: inOrder(tells) }
}

/** A photograph within a paper is one like any other. */
export function cleanPicture(name: string, content: Buffer, tells: Set<PaperTell>): Buffer | 'same' {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  const clean = withoutPlace(`image/${pictureTypes[ending] ?? ending}`, content)
  if (clean === null) tells.add('pictures')
  return clean === null || content.equals(clean) ? 'same' : Buffer.from(clean)
}
