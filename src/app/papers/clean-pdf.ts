import { type CleanPaper, inOrder, type PaperTell, untouched } from './paper-tells.js'

/**
 * A PDF without who wrote it and with what, nor where its photographs were taken. Emptied in place, so that nothing moves and no table of
 * it is wrong afterwards. A signed one is not touched; of one that is locked, or keeps its properties packed, they stay and it is said.
 */
export function cleanPdf(bytes: Uint8Array): CleanPaper {
  const pdf = Buffer.from(bytes)
  // Each byte one sign: places in the text are places in the file.
  const text = pdf.toString('latin1')
  if (/\/ByteRange\s*\[/.test(text)) return untouched(bytes, 'signed')
  const tells = new Set<PaperTell>()
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(text)) tells.add('properties')
  else if (!emptyProperties(pdf, text)) tells.add('properties')
  if (!emptyPackets(pdf, text)) tells.add('properties')
  emptyPhotographs(pdf, text)
  if (/\/Subtype\s*\/(Text|FreeText|Popup|Highlight|Ink|StrikeOut)\b/.test(text)) tells.add('remarks')
  if (/\/EmbeddedFiles?\b/.test(text)) tells.add('embedded')
  return { bytes: pdf, tells: inOrder(tells) }
}

/** The strings of what the trailer calls Info, and of what it points at; dates stay. False: it is packed away with other objects. */
function emptyProperties(pdf: Buffer, text: string): boolean {
  const infos = new Set([...text.matchAll(/\/Info\s+(\d+)\s+(\d+)\s+R/g)].map(([, number, version]) => `${number} ${version}`))
  return [...infos].every((info) => {
    const found = objectsOf(text, info)
    for (const [from, to] of found) {
      const body = text.slice(from, to)
      for (const [, number, version] of body.matchAll(/\/(?!CreationDate|ModDate)\w+\s+(\d+)\s+(\d+)\s+R/g))
        for (const [start, end] of objectsOf(text, `${number} ${version}`)) emptyStrings(pdf, text, start, end)
      emptyStrings(pdf, text, from, to)
    }
    return found.length > 0
  })
}

/** An object may stand several times: once for each time the file was saved. */
function objectsOf(text: string, name: string): readonly (readonly [number, number])[] {
  const [number, version] = name.split(' ')
  return [...text.matchAll(new RegExp(`(?<!\\d)${number}\\s+${version}\\s+obj\\b`, 'g'))].map(({ index }) => {
    const end = text.indexOf('endobj', index)
    return [index, end === -1 ? text.length : end]
  })
}

function emptyStrings(pdf: Buffer, text: string, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    if (text[at] === '(') at = emptyLiteral(pdf, text, at)
    else if (text[at] === '<' && text[at + 1] === '<') at += 1
    else if (text[at] === '<') at = emptyFigures(pdf, text, at)
  }
}

/** `(…)` with brackets and backslashes within. */
function emptyLiteral(pdf: Buffer, text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '(') depth += 1
    else if (text[at] === ')') depth -= 1
    if (depth === 0) {
      if (!text.startsWith('(D:', from)) pdf.fill(' ', from + 1, at)
      return at
    }
  }
  return text.length
}

/** `<…>` in hexadecimal. */
function emptyFigures(pdf: Buffer, text: string, from: number): number {
  const end = text.indexOf('>', from)
  if (end === -1) return text.length
  for (let at = from + 1; at < end; at += 1) pdf.write((at - from) % 2 === 1 ? '2' : '0', at, 'latin1')
  return end
}

/** XMP as it stands; false: some is packed. */
function emptyPackets(pdf: Buffer, text: string): boolean {
  for (const { index } of text.matchAll(/<x:xmpmeta\b/g)) {
    const end = text.indexOf('</x:xmpmeta>', index)
    if (end !== -1) pdf.fill(' ', index, end + '</x:xmpmeta>'.length)
  }
  return [...text.matchAll(/\/Type\s*\/Metadata\b/g)].every(({ index }) => {
    const start = text.lastIndexOf('obj', index)
    const end = text.indexOf('stream', index)
    return !/\/Filter\b/.test(text.slice(Math.max(0, start), end === -1 ? index : end))
  })
}

/** Photographs lie in a PDF as they were taken: what they say of place and device becomes zeros. */
function emptyPhotographs(pdf: Buffer, text: string): void {
  for (const sign of ['Exif\0\0', 'http://ns.adobe.com/xap/1.0/\0', 'Photoshop 3.0\0']) {
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
      const isSegment = pdf[at - 4] === 0xff && (pdf[at - 3] === 0xe1 || pdf[at - 3] === 0xed)
      if (isSegment) pdf.fill(0, at, Math.min(pdf.length, at - 2 + pdf.readUInt16BE(at - 2)))
    }
  }
}
