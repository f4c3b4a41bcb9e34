import { Parser } from 'saxen'

/** What is told of an XML text as it is read. Names stand without their prefix. */
export type XmlHeard = {
  readonly open: (name: string, attributes: () => Readonly<Record<string, string>>) => void
  readonly close: (name: string) => void
  /** May come in several pieces. */
  readonly text: (text: string) => void
}

/** So much may be read without a tag or a text being heard of. */
const longestSilence = 1 << 20

/**
 * Reads XML piece by piece; after each piece what was heard of it is given on. Throws `damaged` for what is no XML, and for what holds a
 * declaration of kinds, in which texts could be made that grow without end.
 */
export async function* heardIn<T>(
  pieces: AsyncIterable<Uint8Array>,
  heard: XmlHeard,
  { taken, damaged }: { readonly taken: () => T; readonly damaged: () => Error },
): AsyncGenerator<T, void> {
  const parser = new Parser()
  const decoder = new TextDecoder()
  let silence = 0
  parser.on('openTag', (name, attributes) => {
    silence = 0
    heard.open(withoutPrefix(name), attributes)
  })
  parser.on('closeTag', (name) => {
    silence = 0
    heard.close(withoutPrefix(name))
  })
  parser.on('text', (text) => heard.text(decodedXml(text)))
  parser.on('cdata', (text) => heard.text(text))
  const fail = () => {
    throw damaged()
  }
  parser.on('attention', fail)
  parser.on('error', fail)
  for await (const piece of pieces) {
    silence += piece.length
    if (silence > longestSilence) throw damaged()
    parser.write(decoder.decode(piece, { stream: true }))
    yield taken()
  }
  parser.write(decoder.decode())
  parser.end()
  yield taken()
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

const named: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' }

/** A text of XML as it is meant. */
export const decodedXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w+));/g, (all, digits, hex, name) => {
        if (name !== undefined) return named[name] ?? all
        const code = digits === undefined ? Number.parseInt(hex, 16) : Number(digits)
        return code > 0x10ffff ? all : String.fromCodePoint(code)
      })
    : text
