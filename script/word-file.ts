import PizZip from 'pizzip'

/** Numbers and fonts of a paper, as in templates/documents/style.yaml. Lengths in millimetres, letters and lines in points. */
export type PaperStyle = {
  readonly paper: { readonly width: number; readonly height: number }
  readonly margins: {
    readonly top: number
    readonly left: number
    readonly right: number
    readonly bottom: number
    readonly footer: number
  }
  readonly line: number
  readonly letterSpacing: number
  readonly sizes: Readonly<Record<'mark' | 'title' | 'body' | 'small', number>>
  readonly red: string
  readonly redLine: number
  readonly fonts: Readonly<Record<FontUse, { readonly name: string; readonly other: readonly string[] }>>
  /** Font of figures and Latin letters everywhere; null: that of the words around them. */
  readonly figures: string | null
}
export type FontUse = 'body' | 'title' | 'head' | 'kai' | 'page'

export const millimetres = (length: number): number => Math.round((length * 1440) / 25.4)
const points = (length: number): number => Math.round(length * 20)

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const font = ({ fonts, figures }: PaperStyle, use: FontUse): string => {
  const { name } = fonts[use]
  return `<w:rFonts w:ascii="${figures ?? name}" w:hAnsi="${figures ?? name}" w:eastAsia="${name}" w:cs="${name}"/>`
}
const size = (length: number): string => `<w:sz w:val="${length * 2}"/><w:szCs w:val="${length * 2}"/>`

/** Widths of the block of text, of the lines of a letter (170 mm), and where the block of name and date is centred (7.3.5.1). */
export const blockOf = ({ paper, margins }: PaperStyle): number =>
  millimetres(paper.width) - millimetres(margins.left) - millimetres(margins.right)
const letterWidth = millimetres(170)

/** A name centred over a date whose end is four characters from the right: the middle of both, from the left of the block. */
export function middleOfDate(style: PaperStyle): number {
  const character = points(style.sizes.body + style.letterSpacing)
  const date = 3 * character + 8 * (character / 2)
  return Math.round(blockOf(style) - 4 * character - date / 2)
}

type Look = { readonly id: string; readonly name: string; readonly letters?: string; readonly paragraph?: string }

const border = (side: string, kind: string, [wide, gap]: readonly [number, number], colour = 'auto'): string =>
  `<w:${side} w:val="${kind}" w:sz="${wide}" w:space="${gap}" w:color="${colour}"/>`
const frame = (width: number, place: string): string =>
  `<w:framePr w:w="${width}" w:hSpace="0" w:wrap="notBeside" w:xAlign="center" ${place}/>`
const indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
const exact = (length: number): string => `w:line="${points(length)}" w:lineRule="exact"`

/** The styles an office finds in Word: each kind of line of a paper is one. */
const looksOf = (style: PaperStyle): readonly Look[] => [
  ...headLooks(style),
  ...bodyLooks(style),
  ...cellLooks(style),
  ...footLooks(style),
]

/** Above the red line (7.2), or at the head of a letter (10.1). */
function headLooks(style: PaperStyle): readonly Look[] {
  const { sizes, red } = style
  const mark = `${font(style, 'title')}<w:color w:val="${red}"/>${size(sizes.mark)}`
  const markLine = `<w:snapToGrid w:val="0"/><w:spacing ${exact(sizes.mark * 1.15)}/><w:jc w:val="center"/>`
  const below = frame(blockOf(style), `w:hAnchor="margin" w:vAnchor="margin" w:y="${millimetres(35)}"`)
  const ofLetter = frame(letterWidth, `w:hAnchor="page" w:vAnchor="page" w:y="${millimetres(30)}"`)
  const redLine = border('bottom', 'single', [Math.round((style.redLine / 25.4) * 72 * 8), 11], red)
  const double = border('bottom', 'thickThinSmallGap', [24, 11], red)
  return [
    { id: 'Secrecy', name: 'Secrecy', letters: font(style, 'head') },
    { id: 'Mark', name: 'Mark', letters: mark, paragraph: `${below}${markLine}` },
    {
      id: 'Number',
      name: 'Number',
      paragraph: `<w:pBdr>${redLine}</w:pBdr><w:spacing w:before="${2 * points(style.line)}"/><w:jc w:val="center"/>`,
    },
    {
      id: 'Sides',
      name: 'Sides',
      paragraph: `<w:pBdr>${redLine}</w:pBdr><w:tabs><w:tab w:val="right" w:pos="${blockOf(style) - points(sizes.body)}"/></w:tabs><w:spacing w:before="${2 * points(style.line)}"/><w:ind w:leftChars="100" w:left="320" w:rightChars="100" w:right="320"/>`,
    },
    { id: 'LetterMark', name: 'Letter mark', letters: mark, paragraph: `${ofLetter}<w:pBdr>${double}</w:pBdr>${markLine}` },
    { id: 'LetterNumber', name: 'Letter number', paragraph: '<w:jc w:val="right"/>' },
    { id: 'Corner', name: 'Corner', letters: font(style, 'head'), paragraph: '<w:jc w:val="right"/>' },
  ]
}

/** From the title to the date (7.3). */
function bodyLooks(style: PaperStyle): readonly Look[] {
  const line = points(style.line)
  const title = `${font(style, 'title')}${size(style.sizes.title)}`
  const centred = '<w:jc w:val="center"/>'
  const box = `<w:ind w:left="${2 * middleOfDate(style) - blockOf(style)}" w:right="0"/>${centred}`
  return [
    { id: 'Text', name: 'Text', paragraph: indent },
    { id: 'Plain', name: 'Plain' },
    { id: 'Heading', name: 'Heading', letters: font(style, 'head'), paragraph: `<w:keepNext/>${indent}` },
    { id: 'Subheading', name: 'Subheading', letters: font(style, 'kai'), paragraph: `<w:keepNext/>${indent}` },
    { id: 'ThirdHeading', name: 'Third heading', letters: `${font(style, 'body')}<w:b/>`, paragraph: `<w:keepNext/>${indent}` },
    { id: 'UnderTitle', name: 'Under the title', letters: font(style, 'kai'), paragraph: `<w:keepNext/>${centred}` },
    {
      id: 'Title',
      name: 'Title',
      letters: title,
      paragraph: `<w:keepNext/><w:spacing w:before="${2 * line}" w:after="${line}" ${exact(34)}/>${centred}`,
    },
    {
      id: 'SheetTitle',
      name: 'Sheet title',
      letters: title,
      paragraph: `<w:keepNext/><w:spacing w:after="${Math.round(line / 2)}" ${exact(34)}/>${centred}`,
    },
    { id: 'Sign', name: 'Sign', paragraph: `<w:keepNext/><w:spacing w:before="${2 * line}"/>${box}` },
    { id: 'Date', name: 'Date of the paper', paragraph: box },
    { id: 'Note', name: 'Note', paragraph: indent },
    {
      id: 'Cut',
      name: 'Cut',
      letters: font(style, 'head'),
      paragraph: `<w:keepNext/><w:pBdr>${border('top', 'dashed', [6, 8])}</w:pBdr><w:spacing w:before="${line}"/>${centred}`,
    },
  ]
}

/** In tables: the grid of lines is for the text alone. */
function cellLooks(style: PaperStyle): readonly Look[] {
  const cell = `<w:snapToGrid w:val="0"/><w:spacing ${exact(22)}/>`
  const small = size(style.sizes.small)
  return [
    { id: 'Cell', name: 'Cell', letters: small, paragraph: cell },
    { id: 'CellHead', name: 'Cell head', letters: `${font(style, 'head')}${small}`, paragraph: `${cell}<w:jc w:val="center"/>` },
  ]
}

/** Below: copies on the last line of the last page (7.4), page numbers (7.5), the lower line of a letter (10.1). */
function footLooks(style: PaperStyle): readonly Look[] {
  const { sizes, red } = style
  const page = `${font(style, 'page')}${size(sizes.small)}`
  const pageLine = `<w:snapToGrid w:val="0"/><w:spacing ${exact(sizes.small)}/>`
  const bottom = `<w:framePr w:w="${blockOf(style)}" w:wrap="notBeside" w:hAnchor="margin" w:vAnchor="margin" w:xAlign="center" w:yAlign="bottom"/>`
  const lines = `<w:pBdr>${border('top', 'single', [8, 1])}${border('bottom', 'single', [8, 1])}</w:pBdr>`
  const ofLetter = frame(letterWidth, `w:hAnchor="page" w:vAnchor="page" w:y="${millimetres(style.paper.height - 20)}"`)
  return [
    {
      id: 'Copies',
      name: 'Copies',
      letters: size(sizes.small),
      paragraph: `${bottom}${lines}<w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/>`,
    },
    {
      id: 'PageOdd',
      name: 'Page odd',
      letters: page,
      paragraph: `${pageLine}<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>`,
    },
    { id: 'PageEven', name: 'Page even', letters: page, paragraph: `${pageLine}<w:ind w:leftChars="100" w:left="280"/>` },
    {
      id: 'LetterFoot',
      name: 'Letter foot',
      paragraph: `${ofLetter}<w:pBdr>${border('top', 'thinThickSmallGap', [24, 1], red)}</w:pBdr>`,
    },
  ]
}

function stylesXml(style: PaperStyle): string {
  const line = points(style.line)
  const spacing = `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`
  const letters = `${font(style, 'body')}<w:spacing w:val="${points(style.letterSpacing)}"/>${size(style.sizes.body)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/>`
  const looks = looksOf(style).map(
    ({ id, name, letters: ofLetters = '', paragraph = '' }) =>
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="Huiyin ${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${ofLetters}</w:rPr></w:style>`,
  )
  return `${head}<w:styles ${space}><w:docDefaults><w:rPrDefault><w:rPr>${letters}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${spacing}</w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>${looks.join('')}</w:styles>`
}

const fontTable = ({ fonts }: PaperStyle): string =>
  `${head}<w:fonts ${space}>${Object.values(fonts)
    .map(({ name, other }) => `<w:font w:name="${name}"><w:altName w:val="${other.join(',')}"/><w:charset w:val="86"/></w:font>`)
    .join('')}</w:fonts>`

const pageNumber = (look: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${look}"/></w:pPr><w:r><w:t xml:space="preserve">\u2014 </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> \u2014</w:t></w:r></w:p>`
const footer = (content: string): string => `${head}<w:ftr ${space}>${content}</w:ftr>`

/** One paragraph of a style. */
export const paragraph = (look: string, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${look}"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

function sectionXml(style: PaperStyle, isLetter: boolean): string {
  const { paper, margins } = style
  const first = isLetter ? '<w:footerReference w:type="first" r:id="rId6"/>' : ''
  const size = `<w:pgSz w:w="${millimetres(paper.width)}" w:h="${millimetres(paper.height)}"/>`
  const margin = `<w:pgMar w:top="${millimetres(margins.top)}" w:right="${millimetres(margins.right)}" w:bottom="${millimetres(margins.bottom)}" w:left="${millimetres(margins.left)}" w:header="851" w:footer="${millimetres(margins.footer)}" w:gutter="0"/>`
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>${first}${size}${margin}${isLetter ? '<w:titlePg/>' : ''}<w:docGrid w:type="lines" w:linePitch="${points(style.line)}"/></w:sectPr>`
}

const related = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
const relationsXml = (entries: readonly string[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`

const part = (name: string, kind: string): string =>
  `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`

/** A Word file of these paragraphs and tables; made twice it is the same, byte for byte. */
export function wordFile(style: PaperStyle, body: string, isLetter: boolean): Uint8Array {
  const footers = ['footer1', 'footer2', 'footer3']
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('document', 'document.main')}${part('styles', 'styles')}${part('settings', 'settings')}${part('fontTable', 'fontTable')}${footers.map((name) => part(name, 'footer')).join('')}</Types>`,
    '_rels/.rels': relationsXml([related(1, 'officeDocument', 'word/document.xml')]),
    'word/_rels/document.xml.rels': relationsXml([
      related(1, 'styles', 'styles.xml'),
      related(2, 'settings', 'settings.xml'),
      related(3, 'fontTable', 'fontTable.xml'),
      ...footers.map((name, index) => related(4 + index, 'footer', `${name}.xml`)),
    ]),
    'word/document.xml': `${head}<w:document ${space} ${relations}><w:body>${body}${sectionXml(style, isLetter)}</w:body></w:document>`,
    'word/styles.xml': stylesXml(style),
    'word/settings.xml': `${head}<w:settings ${space}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    'word/fontTable.xml': fontTable(style),
    'word/footer1.xml': footer(pageNumber('PageOdd')),
    'word/footer2.xml': footer(pageNumber('PageEven')),
    'word/footer3.xml': footer(paragraph('LetterFoot', '')),
  }
  const zip = new PizZip()
  const date = new Date(1980, 0, 1)
  for (const [name, content] of Object.entries(parts)) zip.file(name, content, { date, createFolders: false })
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
