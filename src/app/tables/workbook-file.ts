import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { pieceLength } from './in-pieces.js'
import { deflated, type Listed, listOf, localHead, toldAfter } from './zip-records.js'

/** 单元格. A text stays a text, whatever it looks like; a number is one to calculate with. */
export type SheetCell = string | number
/** 工作表. Rows as they come; `heads` stand above them, in bold, and again on each further sheet that the rows need. */
export type SheetOut = {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: AsyncIterable<readonly SheetCell[]> | Iterable<readonly SheetCell[]>
  /** In characters; the columns of the heads, `usualWidth` where nothing is said. */
  readonly widths?: readonly number[]
}

/** A row that stands out as the heads do. */
export class BoldRow extends Array<SheetCell> {}

const usualWidth = 16
/** What a sheet can hold at most, its heads among them. */
export const mostSheetRows = 1_048_576
/** What a cell can hold: spreadsheets call a file with more damaged. The end is cut off behind a mark. */
export const longestCell = 32_767
/** Of one sheet, unpacked: well below what a zip of old can say. */
const mostSheetBytes = 2 ** 31

/**
 * 工作簿. An XLSX file piece by piece: rows are taken as they are read, and no more of it is held than a piece. Rows beyond what a sheet
 * holds go on in another one. Whoever stops reading stops the rows.
 */
export async function* workbookFile(sheets: Iterable<SheetOut>): AsyncGenerator<Uint8Array, void> {
  const list: Listed[] = []
  const names: string[] = []
  let offset = 0
  const put = async function* (name: string, xml: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
    const at = offset
    const told = { crc: 0, packed: 0, size: 0 }
    const head = localHead({ name, method: deflated, ...told, offset: at, isToldBehind: true })
    yield head
    for await (const piece of packedPieces(xml, told)) yield piece
    const listed: Listed = { name, method: deflated, ...told, offset: at, isToldBehind: true }
    list.push(listed)
    const after = toldAfter(listed)
    yield after
    offset = at + head.length + told.packed + after.length
  }
  for (const sheet of sheets) {
    const rows = takenFrom(sheet.rows)
    try {
      for (let part = 1; part === 1 || !rows.isAtEnd; part += 1) {
        names.push(nameOf(sheet.name, part, names))
        yield* put(`xl/worksheets/sheet${names.length}.xml`, sheetXml(sheet, rows, names.length === 1))
      }
    } finally {
      await rows.stop()
    }
  }
  for (const [name, xml] of frame(names)) yield* put(name, [xml])
  yield listOf(list, offset)
}

/** The whole of it, for a workbook of few rows. */
export async function workbookBytes(sheets: Iterable<SheetOut>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of workbookFile(sheets)) pieces.push(piece)
  return Buffer.concat(pieces)
}

type Told = { crc: number; packed: number; size: number }

async function* packedPieces(xml: AsyncIterable<string> | Iterable<string>, told: Told): AsyncGenerator<Uint8Array> {
  const raw = async function* (): AsyncGenerator<Uint8Array> {
    for await (const text of xml) {
      const bytes = Buffer.from(text)
      told.crc = crc32(bytes, told.crc)
      told.size += bytes.length
      yield bytes
    }
  }
  const packing = Readable.from(raw(), { objectMode: false }).compose(createDeflateRaw({ level: 1 }))
  for await (const piece of packing as AsyncIterable<Uint8Array>) {
    told.packed += piece.length
    yield piece
  }
}

/** Rows taken one by one, by sheet after sheet. */
type Rows = {
  next(): Promise<readonly SheetCell[] | null> | readonly SheetCell[] | null
  readonly isAtEnd: boolean
  stop(): Promise<void>
}

function takenFrom(rows: SheetOut['rows']): Rows {
  const steps = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  let isAtEnd = false
  return {
    get isAtEnd() {
      return isAtEnd
    },
    async next() {
      const step = await steps.next()
      if (step.done === true) isAtEnd = true
      return step.done === true ? null : step.value
    },
    async stop() {
      if (!isAtEnd) await steps.return?.()
    },
  }
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

async function* sheetXml({ heads, widths }: SheetOut, rows: Rows, isFirst: boolean): AsyncGenerator<string> {
  const columns = heads.map(
    (_, at) => `<col min="${at + 1}" max="${at + 1}" width="${widths?.[at] ?? usualWidth}" customWidth="1"/>`,
  )
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  let row = 1
  let bytes = 0
  let piece =
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>${heads.length === 0 ? '' : frozen}</sheetView></sheetViews>` +
    `${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${heads.length === 0 ? '' : rowXml(1, heads, bold)}`
  if (heads.length > 0) row = 2
  while (row <= mostSheetRows && bytes < mostSheetBytes) {
    const cells = await rows.next()
    if (cells === null) break
    piece += rowXml(row, cells, cells instanceof BoldRow ? bold : usual)
    row += 1
    if (piece.length < pieceLength) continue
    bytes += Buffer.byteLength(piece)
    yield piece
    piece = ''
  }
  yield `${piece}</sheetData></worksheet>`
}

/** The places of the two styles in `styles.xml`; both keep a text as one when somebody goes into its cell. */
const [usual, bold] = [1, 2]

function rowXml(row: number, cells: readonly SheetCell[], style: number): string {
  let written = `<row r="${row}">`
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at]
    if (cell === undefined || cell === '') continue
    const place = `${columnOf(at)}${row}`
    written +=
      typeof cell === 'number' && Number.isFinite(cell)
        ? `<c r="${place}"><v>${cell}</v></c>`
        : `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellXml(String(cell))}</t></is></c>`
  }
  return `${written}</row>`
}

const columnNames: string[] = []
function columnOf(at: number): string {
  columnNames[at] ??=
    at < 26 ? String.fromCharCode(65 + at) : columnOf(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26))
  return columnNames[at]
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** What XML cannot say, or would change; and what would be read as one of the marks by which spreadsheets say it. */
const unsayable = /[^\P{Cc}\t\n\x7f-\x9f]|[\p{Cs}\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu
const mayNeedSigns = /[&<>_\p{Cc}\p{Cs}\ufffe\uffff]/u

/** A text as it stands in a cell. */
export function cellXml(text: string): string {
  const short = text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text
  if (!mayNeedSigns.test(short)) return short
  return short.replace(unsayable, escaped).replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
}

const escaped = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** At most 31 characters, none of a few, none twice. */
function nameOf(wanted: string, part: number, taken: readonly string[]): string {
  const plain =
    wanted
      .replace(/[\\/?*[\]:\p{Cc}]/gu, ' ')
      .replace(/^'|'$/g, ' ')
      .trim() || 'Sheet'
  for (let at = part; ; at += 1) {
    const ending = at === 1 ? '' : ` ${at}`
    const name = `${[...plain]
      .slice(0, 31 - ending.length)
      .join('')
      .slice(0, 31 - ending.length)}${ending}`
    if (!taken.some((each) => each.toLowerCase() === name.toLowerCase())) return name
  }
}

/** The parts that say which sheets there are and how their cells look. */
function frame(names: readonly string[]): readonly (readonly [name: string, xml: string])[] {
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const sheets = names.map((name, at) => `<sheet name="${attribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')
  const links = names.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const overrides = names.map(
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
  )
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  return [
    ['xl/workbook.xml', `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets}</sheets></workbook>`],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packages}/relationships">${links.join('')}<Relationship Id="styles" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>` +
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>',
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${overrides.join('')}</Types>`,
    ],
  ]
}

const attribute = (text: string): string => cellXml(text).replaceAll('"', '&quot;')
