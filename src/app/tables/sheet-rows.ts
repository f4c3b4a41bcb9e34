import { fileFaults } from '../words/table-faults.js'
import type { SharedTexts } from './shared-texts.js'
import { longestRecord, mostColumns, mostRows, type TableRecord } from './table-record.js'
import { TableRefused } from './table-refused.js'
import { decodedXml, type XmlHeard } from './xml-pieces.js'

/** What the cells of a sheet hang on beside their own words. */
export type CellsRead = {
  readonly texts: SharedTexts
  /** Styles by their place: whether a number in one is a moment. */
  readonly moments: readonly boolean[]
  /** From which day on moments are counted. */
  readonly is1904: boolean
}

type Cell = { at: number; type: string; style: number; value: string }

/** Hears a sheet; the rows that are whole are taken from it, in the order they stand in. */
export class SheetRows implements XmlHeard {
  private rows: TableRecord[] = []
  private row = 0
  private cells: string[] = []
  private length = 0
  private cell: Cell | null = null
  private hearing: 'value' | 'text' | null = null
  private isSpoken = false

  constructor(private readonly read: CellsRead) {}

  open(name: string, attributes: () => Readonly<Record<string, string>>): void {
    if (name === 'row') this.openRow(attributes().r)
    else if (name === 'c') this.openCell(attributes())
    else if (name === 'v') this.hearing = 'value'
    else if (name === 't' && !this.isSpoken) this.hearing = 'text'
    // How a word is spoken stands beside it, in texts of its own.
    else if (name === 'rPh') this.isSpoken = true
  }

  close(name: string): void {
    if (name === 'row') this.closeRow()
    else if (name === 'c') this.closeCell()
    else if (name === 'v' || name === 't') this.hearing = null
    else if (name === 'rPh') this.isSpoken = false
  }

  text(text: string): void {
    if (this.cell === null || this.hearing === null) return
    this.length += text.length
    if (this.length > longestRecord) throw new TableRefused(fileFaults.damaged)
    this.cell.value += text
  }

  /** What has become whole since it was last asked for. */
  taken(): readonly TableRecord[] {
    const { rows } = this
    this.rows = []
    return rows
  }

  private openRow(written: string | undefined): void {
    this.row = written === undefined ? this.row + 1 : Number(written)
    if (this.row > mostRows) throw new TableRefused(fileFaults.tooManyRows(mostRows))
    this.cells = []
    this.length = 0
  }

  private closeRow(): void {
    this.rows.push({ row: this.row, cells: this.cells, broken: null })
  }

  private openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    const at = r === undefined ? this.cells.length : columnNumber(r) - 1
    if (at >= mostColumns) throw new TableRefused(fileFaults.tooManyColumns(mostColumns))
    this.cell = { at, type: t, style: Number(s), value: '' }
  }

  private closeCell(): void {
    const { cell } = this
    if (cell === null) return
    while (this.cells.length < cell.at) this.cells.push('')
    this.cells[cell.at] = cellText(cell, this.read)
    this.cell = null
  }
}

function columnNumber(place: string): number {
  let number = 0
  for (let at = 0; at < place.length; at += 1) {
    const letter = place.charCodeAt(at)
    if (letter < 65 || letter > 90) break
    number = number * 26 + letter - 64
  }
  return number
}

function cellText({ type, style, value }: Cell, { texts, moments, is1904 }: CellsRead): string {
  if (type === 's') return value === '' ? '' : texts.at(Number(value))
  if (type === 'b') return value === '1' ? 'true' : value === '0' ? 'false' : value
  // A text, a text made by a formula, an error that a spreadsheet shows, a day written out.
  if (type !== 'n' || value === '') return meant(value)
  return moments[style] === true ? momentText(Number(value), is1904) : exactNumber(value)
}

/** What spreadsheets write where XML has no sign for a character. */
export const meant = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) : text

/** Figures beyond what a spreadsheet keeps exactly are written as such: nobody takes the rounded ones for the true ones. */
function exactNumber(written: string): string {
  const value = Number(written)
  if (!Number.isFinite(value)) return written
  return Number.isInteger(value) && Math.abs(value) >= 1e15 ? value.toExponential() : String(value)
}

const dayLength = 86_400
const daysBefore1970 = { 1900: 25_569, 1904: 24_107 }

/** Days since a day, as a moment on the wall to the second. */
function momentText(days: number, is1904: boolean): string {
  const seconds = Math.round((days - daysBefore1970[is1904 ? 1904 : 1900]) * dayLength)
  const at = new Date(seconds * 1000)
  return Number.isNaN(at.getTime()) ? String(days) : at.toISOString().slice(0, 19)
}

/** Formats that every spreadsheet has under these numbers and that show a day or a time; some only East Asian ones do. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Hears `styles.xml`: which styles show a number as a moment. */
export class MomentStyles implements XmlHeard {
  readonly moments: boolean[] = []
  private readonly formats = new Map<number, boolean>()
  private isInCells = false

  open(name: string, attributes: () => Readonly<Record<string, string>>): void {
    if (name === 'cellXfs') this.isInCells = true
    else if (name === 'numFmt') {
      const { numFmtId = '', formatCode = '' } = attributes()
      this.formats.set(Number(numFmtId), showsMoment(decodedXml(formatCode)))
    } else if (name === 'xf' && this.isInCells) {
      const id = Number(attributes().numFmtId ?? 0)
      this.moments.push(this.formats.get(id) ?? builtIn(id))
    }
  }

  close(name: string): void {
    if (name === 'cellXfs') this.isInCells = false
  }

  text(): void {}
}

/** Whether a format shows days or times and no figures; what stands in it as words is left aside. */
function showsMoment(format: string): boolean {
  const [first = ''] = format
    .toLowerCase()
    .replace(/"[^"]*"|\\.|_./g, '')
    .split(';')
  const plain = first
    .replace(/\[(h+|m+|s+)\]/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|am\/pm|a\/p|上午\/下午/g, '')
  return /[ymdhs]/.test(plain) && !/[#?]|0(?!$)/.test(plain.replace(/s\.0+/g, 's'))
}

/** Hears the texts that cells share. */
export class SharedTextsHeard implements XmlHeard {
  private text_ = ''
  private isHearing = false
  private isSpoken = false
  constructor(private readonly texts: SharedTexts) {}

  open(name: string): void {
    if (name === 'si') this.text_ = ''
    else if (name === 't' && !this.isSpoken) this.isHearing = true
    else if (name === 'rPh') this.isSpoken = true
  }

  close(name: string): void {
    if (name === 'si') this.texts.add(meant(this.text_))
    else if (name === 't') this.isHearing = false
    else if (name === 'rPh') this.isSpoken = false
  }

  text(text: string): void {
    if (!this.isHearing) return
    if (this.text_.length + text.length > longestRecord) throw new TableRefused(fileFaults.damaged)
    this.text_ += text
  }
}
