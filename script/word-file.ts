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

/** How much of a line of these letters stands above them, in points: a line is so much higher than its letters. */
const markLine = ({ sizes }: PaperStyle): number => sizes.mark * 1.15
const aboveMark = (style: PaperStyle): number => (markLine(style) - style.sizes.mark) / 2

/** The room above the red mark: its upper edge stands 35 mm below that of the text (7.2.4). */
const roomAbove = (style: PaperStyle): number => millimetres(35) - points(aboveMark(style))

/** What a kind of line says of itself beside its style: where on the page it stands. */
const placeOf = (style: PaperStyle, look: string): string => {
  if (look === 'LetterMark') return onPage(30)
  if (look === 'LetterRule') return onPage(30 + (style.sizes.mark / 72) * 25.4 + 4)
  return look === 'LetterFoot' ? onPage(style.paper.height - 20) : ''
}

type Look = { readonly id: string; readonly name: string; readonly letters?: string; readonly paragraph?: string }

const border = (side: string, kind: string, [wide, gap]: readonly [number, number], colour = 'auto'): string =>
  `<w:${side} w:val="${kind}" w:sz="${wide}" w:space="${gap}" w:color="${colour}"/>`
/** Said with each paragraph: readers of a style alone leave it where it stands. */
const onPage = (y: number): string =>
  `<w:framePr w:w="${letterWidth}" w:hSpace="0" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="page" w:xAlign="center" w:y="${millimetres(y)}"/>`
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
  const line = `<w:snapToGrid w:val="0"/><w:spacing ${exact(markLine(style))}/><w:jc w:val="center"/>`
  const letterLine = `<w:snapToGrid w:val="0"/><w:spacing ${exact(sizes.mark)}/><w:jc w:val="center"/>`
  const redLine = `<w:pBdr>${border('bottom', 'single', [Math.round((style.redLine / 25.4) * 72 * 8), 5], red)}</w:pBdr>`
  const double = border('top', 'thickThinSmallGap', [24, 0], red)
  const twoLines = `<w:spacing w:before="${2 * points(style.line)}"/>`
  const character = points(sizes.body + style.letterSpacing)
  const ends = `<w:tabs><w:tab w:val="left" w:pos="${character}"/><w:tab w:val="right" w:pos="${blockOf(style) - character}"/></w:tabs>`
  const oneIn = '<w:jc w:val="left"/>'
  return [
    { id: 'Secrecy', name: 'Secrecy', letters: font(style, 'head') },
    { id: 'Mark', name: 'Mark', letters: mark, paragraph: line },
    { id: 'Number', name: 'Number', paragraph: `${redLine}${twoLines}<w:jc w:val="center"/>` },
    { id: 'NumberAlone', name: 'Number alone', paragraph: `${twoLines}<w:jc w:val="center"/>` },
    { id: 'NumberSigned', name: 'Number signed', paragraph: `${redLine}${ends}${twoLines}${oneIn}` },
    { id: 'HeadLine', name: 'Head line', paragraph: `${redLine}${ends}${oneIn}` },
    { id: 'LetterMark', name: 'Letter mark', letters: mark, paragraph: letterLine },
    {
      id: 'LetterRule',
      name: 'Letter rule',
      paragraph: `<w:pBdr>${double}</w:pBdr><w:snapToGrid w:val="0"/><w:spacing ${exact(1)}/>`,
    },
    {
      id: 'LetterNumber',
      name: 'Letter number',
      paragraph: `<w:spacing w:before="${points((sizes.body * 7) / 8)}"/><w:jc w:val="right"/>`,
    },
    {
      id: 'Sides',
      name: 'Sides',
      paragraph: `${redLine}<w:tabs><w:tab w:val="right" w:pos="${blockOf(style) - points(sizes.body)}"/></w:tabs>${twoLines}<w:ind w:leftChars="100" w:left="320" w:rightChars="100" w:right="320"/>`,
    },
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
      paragraph: `<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="${2 * line}" w:after="${line}" ${exact(34)}/>${centred}`,
    },
    {
      id: 'SheetTitle',
      name: 'Sheet title',
      letters: title,
      paragraph: `<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:after="${Math.round(line / 2)}" ${exact(34)}/>${centred}`,
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
    { id: 'Cell', name: 'Cell', letters: small, paragraph: `${cell}<w:jc w:val="left"/>` },
    { id: 'CellHead', name: 'Cell head', letters: `${font(style, 'head')}${small}`, paragraph: `${cell}<w:jc w:val="center"/>` },
  ]
}

/** Below: copies on the last line of the last page (7.4), page numbers (7.5), the lower line of a letter (10.1). */
function footLooks(style: PaperStyle): readonly Look[] {
  const { sizes, red } = style
  const page = `${font(style, 'page')}${size(sizes.small)}`
  const pageLine = `<w:snapToGrid w:val="0"/><w:spacing ${exact(sizes.small)}/>`
  const character = points(sizes.small)
  const foot = '<w:snapToGrid w:val="0"/>'
  const letters = size(sizes.small)
  const inwards = (side: 'left' | 'right') => `${foot}<w:ind w:${side}="${character}"/><w:jc w:val="${side}"/>`
  return [
    { id: 'Copies', name: 'Copies', letters, paragraph: `${foot}<w:ind w:right="${character}"/><w:jc w:val="left"/>` },
    { id: 'CopiesHead', name: 'Copies head', letters, paragraph: inwards('left') },
    { id: 'Printed', name: 'Printed', letters, paragraph: inwards('right') },
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
      paragraph: `<w:pBdr>${border('top', 'thinThickSmallGap', [24, 1], red)}</w:pBdr>`,
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

/** Letters of one line; those after `kai` in italics of the brush (楷体), those after `head` heavy (黑体). */
export type Run = { readonly text: string; readonly font?: FontUse }

/** The lower line of a letter, said at its head: it stands where it stands on the first page (10.1). */
export const letterFoot = (style: PaperStyle): string => paragraph(style, 'LetterFoot', '')
/** The upper one, 4 mm below the mark. */
export const letterRule = (style: PaperStyle): string => paragraph(style, 'LetterRule', '')

/** One paragraph of a style. `isHeld`: it stands on the same page as the next. */
export const paragraph = (style: PaperStyle, look: string, runs: string | readonly Run[], isHeld = false): string => {
  const said = typeof runs === 'string' ? [{ text: runs }] : runs
  const place = `${isHeld ? '<w:keepNext/>' : ''}${placeOf(style, look)}`
  return `<w:p><w:pPr><w:pStyle w:val="${look}"/>${place}</w:pPr>${said.map((run) => runXml(style, run)).join('')}</w:p>`
}

const runXml = (style: PaperStyle, { text, font: use }: Run): string => {
  const letters = use === undefined ? '' : `<w:rPr>${font(style, use)}</w:rPr>`
  return text
    .split('\t')
    .map((each) => `<w:r>${letters}<w:t xml:space="preserve">${escaped(each)}</w:t></w:r>`)
    .join('<w:r><w:tab/></w:r>')
}

/** 份号、密级、紧急程度 in lines one to three of the text, above the mark, which stands where it stands with or without them. */
export const headRoom = (style: PaperStyle, lines: string): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="${blockOf(style)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${noCellMargins}</w:tblPr><w:tblGrid><w:gridCol w:w="${blockOf(style)}"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="${roomAbove(style)}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="${blockOf(style)}" w:type="dxa"/></w:tcPr>${lines || paragraph(style, 'Secrecy', '')}</w:tc></w:tr></w:tbl>`

const noCellMargins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'

/** 版记, on the bottom of the last page's text (7.4): to whom copies go, who printed it and when; of a letter the copies alone, without lines (10.1). */
export function footXml(style: PaperStyle, isLetter: boolean): string {
  const whole = blockOf(style)
  const label = points(style.sizes.small) * 4
  /** Names of organs are long, days are not. */
  const half = Math.round(whole * 0.61)
  const line = (side: string, wide: number) =>
    isLetter ? '' : `<w:${side} w:val="single" w:sz="${wide}" w:space="0" w:color="auto"/>`
  const cell = (width: number, span: number, content: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}</w:tcPr>${content}</w:tc>`
  const row = (...cells: readonly string[]) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
  const copies = row(
    cell(label, 1, paragraph(style, 'CopiesHead', '{#抄送}抄送：')),
    cell(whole - label, 2, paragraph(style, 'Copies', '{抄送}。{/抄送}')),
  )
  const printed = row(
    cell(half, 2, paragraph(style, 'CopiesHead', '{机关}')),
    cell(whole - half, 1, paragraph(style, 'Printed', '{成文日期}印发')),
  )
  const place = `<w:tblpPr w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="${millimetres(style.margins.left)}" w:tblpYSpec="bottom"/>`
  const borders = `<w:tblBorders>${line('top', 8)}${line('bottom', 8)}${line('insideH', 6)}</w:tblBorders>`
  const grid = [label, half - label, whole - half].map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl><w:tblPr>${place}<w:tblW w:w="${whole}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>${noCellMargins}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${copies}${isLetter ? '' : printed}</w:tbl>${anchor}`
}

/** The smallest paragraph: what stands apart from the lines hangs on it. */
const anchor = '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'

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
    'word/settings.xml': `${head}<w:settings ${space}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    'word/fontTable.xml': fontTable(style),
    'word/footer1.xml': footer(pageNumber('PageOdd')),
    'word/footer2.xml': footer(pageNumber('PageEven')),
    'word/footer3.xml': footer(paragraph(style, 'PageOdd', '')),
  }
  const zip = new PizZip()
  const date = new Date(1980, 0, 1)
  for (const [name, content] of Object.entries(parts)) zip.file(name, content, { date, createFolders: false })
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
