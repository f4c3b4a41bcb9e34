import { z } from 'zod'
import {
  blockOf,
  escaped,
  font,
  footXml,
  headRoom,
  letterFoot,
  letterRule,
  millimetres,
  type PaperStyle,
  paragraph,
  type Run,
  wordFile,
} from './word-file.js'

const fontUse = z.object({ name: z.string(), other: z.array(z.string()) })
const styleShape = z.object({
  paper: z.object({ width: z.number(), height: z.number() }),
  margins: z.object({ top: z.number(), left: z.number(), right: z.number(), bottom: z.number(), footer: z.number() }),
  line: z.number(),
  letterSpacing: z.number(),
  sizes: z.object({ mark: z.number(), title: z.number(), body: z.number(), small: z.number() }),
  red: z.string(),
  redLine: z.number(),
  fonts: z.object({ body: fontUse, title: fontUse, head: fontUse, kai: fontUse, page: fontUse }),
  figures: z.string().nullable().default(null),
})
const ownStyle = styleShape
  .pick({ line: true, figures: true })
  .extend({ fonts: styleShape.shape.fonts.partial(), sizes: styleShape.shape.sizes.partial() })
  .partial()

const cell = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    /** Over so many columns, at least so many lines high. */
    span: z.number().int().optional(),
    lines: z.number().int().optional(),
    head: z.boolean().optional(),
  }),
])
const table = z.strictObject({ widths: z.array(z.number()), rows: z.array(z.array(cell)), heads: z.boolean().optional() })

/** Each block is one kind of line of a paper; `optional` stands only where its value does. */
const looks = {
  mark: 'Mark',
  number: 'Number',
  numberAlone: 'NumberAlone',
  letterMark: 'LetterMark',
  letterNumber: 'LetterNumber',
  corner: 'Corner',
  title: 'Title',
  sheetTitle: 'SheetTitle',
  to: 'Plain',
  text: 'Text',
  heading: 'Heading',
  subheading: 'Subheading',
  underTitle: 'UnderTitle',
  sign: 'Sign',
  date: 'Date',
  note: 'Note',
  cut: 'Cut',
  head: 'Secrecy',
} as const
/** A line of several letters: what stands left and right above the red line, or a label before its text. */
const ends = { left: z.string(), right: z.string(), kai: z.string().optional() }
const twoEnds = z.tuple([z.string(), z.string()])
const headLine = z.strictObject({ ...ends, belowMark: z.boolean().default(false) })
const labelled = z.strictObject({ label: z.string(), text: z.string() })
const keys = Object.keys(looks) as (keyof typeof looks)[]
const block = z.union([
  ...keys.map((key) => z.strictObject({ [key]: z.string(), when: z.string().optional(), unless: z.string().optional() })),
  z.strictObject({ table }),
  z.strictObject({ sides: twoEnds }),
  z.strictObject({ headEnds: twoEnds }),
  z.strictObject({ headLine }),
  z.strictObject({ labelled, when: z.string().optional() }),
  z.strictObject({ foot: z.literal(true) }),
  z.strictObject({ each: z.string(), blocks: z.array(z.strictObject({ text: z.string() })) }),
])
const layoutShape = z.strictObject({
  form: z.enum(['sheet', 'letter']).default('sheet'),
  /** What a regulation wants otherwise than the standard. */
  style: ownStyle.default({}),
  blocks: z.array(block),
})
type Block = z.infer<typeof block>

/** A layout as a Word file. */
export function layoutFile(style: unknown, layout: unknown): Uint8Array {
  const { form, blocks, style: own } = layoutShape.parse(layout)
  const standard = styleShape.parse(style)
  const numbers = {
    ...standard,
    line: own.line ?? standard.line,
    figures: own.figures ?? standard.figures,
    fonts: Object.assign({}, standard.fonts, own.fonts),
    sizes: Object.assign({}, standard.sizes, own.sizes),
  }
  const isLetter = form === 'letter'
  const inHead = blocks.filter((each) => 'head' in each || 'headEnds' in each)
  const xmlOf = (each: Block, isHeld: boolean) => blockXml({ style: numbers, isLetter, isHeld }, each)
  const head = 'mark' in (blocks[inHead.length] ?? {}) ? headRoom(numbers, inHead.map((each) => xmlOf(each, false)).join('')) : ''
  const rest = head === '' ? blocks : blocks.slice(inHead.length)
  const isSigned = (each: Block | undefined): boolean => each !== undefined && ('sign' in each || 'date' in each)
  const body = rest.map((each, at) => xmlOf(each, isSigned(rest[at + 1]))).join('')
  return wordFile(numbers, `${isLetter ? letterFoot(numbers) : ''}${head}${body}`, isLetter)
}

/** `isHeld`: what bears the seal stands on a page with text (7.3.5). */
type Within = { readonly style: PaperStyle; readonly isLetter: boolean; readonly isHeld: boolean }

function blockXml({ style, isLetter, isHeld }: Within, block: Block): string {
  if ('table' in block) return tableXml(style, table.parse(block.table))
  if ('sides' in block) return endsXml('<w:pStyle w:val="Sides"/>', twoEnds.parse(block.sides), font(style, 'kai'))
  if ('headEnds' in block) return endsXml(`<w:pStyle w:val="Secrecy"/>${tabToEnd(style)}`, twoEnds.parse(block.headEnds))
  if ('foot' in block) return footXml(style, isLetter)
  if ('each' in block) {
    const inner = z.array(z.object({ text: z.string() })).parse(block.blocks)
    return around(style, String(block.each), inner.map(({ text }) => paragraph(style, 'Text', text, isHeld)).join(''))
  }
  const written: Readonly<Record<string, unknown>> = block
  const key = keys.find((each) => written[each] !== undefined)
  if (key === 'letterMark') return paragraph(style, looks[key], String(written[key])) + letterRule(style)
  const line = key === undefined ? runsXml(style, block) : paragraph(style, looks[key], String(written[key]), isHeld)
  if (typeof written.when === 'string') return around(style, written.when, line)
  return typeof written.unless === 'string' ? around(style, written.unless, line, '^') : line
}

function runsXml(style: PaperStyle, block: Block): string {
  if ('headLine' in block) {
    const { left, right, kai = '', belowMark } = headLine.parse(block.headLine)
    const name: readonly Run[] = kai === '' ? [] : [{ text: kai, font: 'kai' }]
    return paragraph(style, belowMark ? 'NumberSigned' : 'HeadLine', [{ text: `\t${left}\t${right}` }, ...name])
  }
  if (!('labelled' in block)) return ''
  const { label, text } = labelled.parse(block.labelled)
  return paragraph(style, 'Text', [{ text: label, font: 'head' }, { text }])
}

/** Paragraphs of their own for the beginning and the end: they go when the paper is filled in. */
const around = (style: PaperStyle, name: string, inner: string, sign: '#' | '^' = '#'): string =>
  `${paragraph(style, 'Text', `{${sign}${name}}`)}${inner}${paragraph(style, 'Text', `{/${name}}`)}`

/** One line with something at either end; what stands on the right may be in other letters. */
function endsXml(look: string, [left, right]: readonly [string, string], letters?: string): string {
  const run = (text: string, of = '') => `<w:r>${of}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  const onRight = run(right, letters === undefined ? '' : `<w:rPr>${letters}</w:rPr>`)
  return `<w:p><w:pPr>${look}</w:pPr>${run(left)}<w:r><w:tab/></w:r>${onRight}</w:p>`
}

const tabToEnd = (style: PaperStyle): string => `<w:tabs><w:tab w:val="right" w:pos="${blockOf(style)}"/></w:tabs>`

function tableXml(style: PaperStyle, { widths, rows, heads = true }: z.infer<typeof table>): string {
  const whole = widths.reduce((sum, each) => sum + each, 0)
  const columns = widths.map((each) => Math.round((each / whole) * blockOf(style)))
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const lines = rows.map((row) => rowXml(row, columns, heads)).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="${blockOf(style)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines}</w:tbl>`
}

/** A row of heads alone stands again on each page. Every other cell is the name of what stands beside it, unless a table says its first row names the columns. */
function rowXml(row: readonly z.infer<typeof cell>[], columns: readonly number[], heads: boolean): string {
  let at = 0
  const cells = row.map((written, index) => {
    const { text, span = 1, head = heads && index % 2 === 0 } = typeof written === 'string' ? { text: written } : written
    const width = columns.slice(at, at + span).reduce((sum, each) => sum + each, 0)
    at += span
    const over = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
    const look = head ? 'CellHead' : 'Cell'
    const content = text
      .split('\n')
      .map(
        (each) =>
          `<w:p><w:pPr><w:pStyle w:val="${look}"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(each)}</w:t></w:r></w:p>`,
      )
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${over}<w:vAlign w:val="center"/></w:tcPr>${content.join('')}</w:tc>`
  })
  const isHead = row.every((each) => typeof each !== 'string' && each.head === true)
  const lines = Math.max(...row.map((each) => (typeof each === 'string' ? 1 : (each.lines ?? 1))))
  return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${millimetres(9 * lines)}" w:hRule="atLeast"/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`
}
