import { acceptIn } from '../../load/index.js'
import { looksToRename, renamed } from './own-looks.js'
import { typeset } from './typeset.js'

/** What a template is filled in with: texts, and rows of texts, by the names it uses. */
export type PaperValues = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>

/** Makes a Word file of a template; the same values make the same file, byte for byte. */
export type Filler = (template: Uint8Array, values: PaperValues) => Uint8Array

let opened: Promise<Filler> | null = null

/** The packages are read when the first paper is made. */
export function openFiller(): Promise<Filler> {
  opened ??= load()
  return opened
}

async function load(): Promise<Filler> {
  const [{ default: PizZip }, { default: Docxtemplater }] = await Promise.all([import('pizzip'), import('docxtemplater')])
  const settings = { paragraphLoop: true, linebreaks: true, errorLogging: false, nullGetter: () => '' }
  return (template, values) => {
    const paper = new Docxtemplater(acceptIn(new PizZip(template)), settings)
    paper.render(cleaned(values))
    const zip = paper.getZip()
    const part = (name: string): string => zip.file(`word/${name}.xml`)?.asText() ?? ''
    const names = looksToRename(part('styles'))
    if (names.size > 0)
      for (const { name } of Object.values(zip.files).filter((file) => /^word\/\w+\.xml$/.test(file.name)))
        zip.file(name, renamed(zip.file(name)?.asText() ?? '', names))
    zip.file('word/document.xml', typeset({ document: part('document'), styles: part('styles') }))
    for (const file of Object.values(zip.files)) Object.assign(file, { date: sameForAll })
    return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
  }
}

/** The first day a zip can say. */
const sameForAll = new Date(1980, 0, 1)

/** What no XML may hold, and half a character. */
const unfit = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu

const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unfit, '')

const cleaned = (values: PaperValues): PaperValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? cleanText(value)
        : value.map((row) => Object.fromEntries(Object.entries(row).map(([column, text]) => [column, cleanText(text)]))),
    ]),
  )
