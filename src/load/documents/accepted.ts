import type { Doc } from './docx-tools.js'

type Zip = InstanceType<Doc['zip']>

const marks = /<w:(del|ins|moveFrom|moveTo|comment\w*|\w+Change|trackRevisions)[ />]/
/** What stands on the paper, above and below it, and how Word is set. */
const isText = (name: string): boolean => /^word\/(document|header\d*|footer\d*|footnotes|endnotes|settings)\.xml$/.test(name)
const isRemark = (name: string): boolean => /^word\/(comments\w*|people)\.xml$/.test(name)

/**
 * 接受修订. A template as it is once what its editors wrote to each other is settled: changes that Word followed are made, comments are gone. A
 * paper that leaves the office shows neither.
 */
export function acceptIn(zip: Zip): Zip {
  const names = Object.keys(zip.files)
  for (const name of names.filter(isText)) {
    const xml = zip.file(name)?.asText() ?? ''
    if (marks.test(xml)) zip.file(name, accepted(xml))
  }
  const remarks = names.filter(isRemark)
  if (remarks.length === 0) return zip
  for (const name of remarks) zip.remove(name)
  leaveOut(zip, '[Content_Types].xml', /<Override [^>]*PartName="\/word\/(comments\w*|people)\.xml"[^>]*\/>/g)
  leaveOut(zip, 'word/_rels/document.xml.rels', /<Relationship [^>]*Target="(\/word\/)?(comments\w*|people)\.xml"[^>]*\/>/g)
  return zip
}

function leaveOut(zip: Zip, name: string, what: RegExp): void {
  const xml = zip.file(name)?.asText()
  if (xml !== undefined) zip.file(name, xml.replace(what, ''))
}

const isGone = (row: string): boolean => /<w:trPr>(?:(?!<\/w:trPr>).)*<w:del[ /]/s.test(row)

/** Of one part. */
export const accepted = (xml: string): string =>
  xml
    .replace(/<w:\w+Change(?: [^>]*)?\/>/g, '')
    .replace(/<w:(\w+Change)[ >].*?<\/w:\1>/gs, '')
    .replace(/<w:tr[ >](?:(?!<w:tr[ >]).)*?<\/w:tr>/gs, (row) => (isGone(row) ? '' : row))
    .replace(/<w:(del|ins|moveFrom|moveTo|trackRevisions)( [^>]*)?\/>/g, '')
    .replace(/<w:(move(?:From|To)Range(?:Start|End)|commentRange(?:Start|End)|commentReference)( [^>]*)?\/>/g, '')
    .replace(/<w:(del|moveFrom)(?: [^>]*)?>.*?<\/w:\1>/gs, '')
    .replace(/<\/?w:(ins|moveTo)(?: [^>]*)?>/g, '')
