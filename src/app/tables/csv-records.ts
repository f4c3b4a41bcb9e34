import { rowFaults } from '../words/table-faults.js'
import { mostColumns, type TableRecord } from './table-record.js'

export const separators = [',', '\t', ';', '|', '\uFF0C'] as const

/** No cell that somebody wrote is longer; a mark of quotation that closes later than that was left open. */
const longestCell = 200_000

type Ends = 'lf' | 'cr'
/** A record read from where it begins: `fault` is where its quotation went wrong, `isMixed` that line ends of another kind stand in it. */
type Scan = { readonly cells: readonly string[]; readonly end: number; readonly fault: number | null; readonly isMixed: boolean }

/**
 * RFC 4180 as files really keep it: any line ends, told by the first one outside quotes; line breaks within quotes. Where a quotation
 * is not closed, or text follows its end, the row it begins in is refused and reading goes on with the next line: the lines it would
 * have swallowed come in only where each is a whole row by itself.
 */
export function* csvRecords(text: string, separator: string): Iterable<TableRecord> {
  const lines = new LineCounter(text)
  const stops = new RegExp(`[\\r\\n${separator === '|' ? '\\|' : separator}]`, 'g')
  const reading = { separator, stops, ends: endsOf(text, { separator, stops, ends: null }) }
  let row = 0
  let width = 0
  /** Up to here lines may belong to a quotation that was left open on `openLine`. */
  let doubtful = 0
  let openLine = 0
  for (let at = 0; at < text.length; ) {
    row += 1
    const lineEnd = endOfLine(text, at)
    const isDoubtful = lineEnd < doubtful
    const found = scan(isDoubtful ? text.slice(0, lineEnd) : text, at, reading)
    const fault = found.fault ?? swallowing(text, at, found, { separator, width })
    if (isDoubtful) {
      const isWhole = fault === null && width > 1 && found.cells.length === width
      yield { row, cells: found.cells, broken: isWhole ? null : rowFaults.afterOpenQuote(openLine) }
      at = afterEnd(text, lineEnd)
    } else if (fault !== null) {
      openLine = lines.lineAt(at)
      doubtful = fault
      yield { row, cells: text.slice(at, lineEnd).split(separator), broken: rowFaults.openQuote(openLine) }
      at = afterEnd(text, lineEnd)
    } else {
      width = Math.max(width, Math.min(found.cells.length, mostColumns + 1))
      yield { row, cells: found.cells, broken: found.isMixed ? rowFaults.mixedEnds : null }
      at = afterEnd(text, found.end)
    }
  }
}

const afterEnd = (text: string, end: number): number => end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)

function endOfLine(text: string, from: number): number {
  const ending = /[\r\n]/g
  ending.lastIndex = from
  return ending.exec(text)?.index ?? text.length
}

/** The first line end outside quotes is how this file ends its lines. */
function endsOf(text: string, reading: Reading): Ends {
  const { end } = scan(text, 0, reading)
  return text[end] === '\r' && text[end + 1] !== '\n' ? 'cr' : 'lf'
}

type Reading = { readonly separator: string; readonly stops: RegExp; readonly ends: Ends | null }

function scan(text: string, from: number, { separator, stops, ends }: Reading): Scan {
  const cells: string[] = []
  let isMixed = false
  let at = from
  for (;;) {
    let cell: string
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1)
      const next = close === null ? text.length : afterBlanks(text, close + 1, separator)
      if (close === null || close - at > longestCell || !isStop(text, next, separator))
        return { cells, end: text.length, fault: close ?? text.length, isMixed }
      cell = text.slice(at + 1, close).replaceAll('""', '"')
      at = next
    } else {
      const start = at
      for (stops.lastIndex = at; ; ) {
        at = stops.exec(text)?.index ?? text.length
        if (!isOtherEnd(text, at, ends)) break
        isMixed = true
      }
      cell = text.slice(start, at)
    }
    cells.push(cell)
    if (at >= text.length || text[at] !== separator) return { cells, end: at, fault: null, isMixed }
    at += 1
  }
}

/** The mark that closes what begins at `from`: one that is not doubled. */
function closingQuote(text: string, from: number): number | null {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at
  return null
}

function afterBlanks(text: string, from: number, separator: string): number {
  let at = from
  while (text[at] === ' ' || (text[at] === '\t' && separator !== '\t')) at += 1
  return at
}

const isStop = (text: string, at: number, separator: string): boolean =>
  at >= text.length || text[at] === separator || text[at] === '\r' || text[at] === '\n'

function isOtherEnd(text: string, at: number, ends: Ends | null): boolean {
  if (ends === null) return false
  if (ends === 'lf') return text[at] === '\r' && text[at + 1] !== '\n'
  return text[at] === '\n'
}

/** A mark left open may be closed by chance much later: a line within it that is a row like this one, number and all, says so. */
function swallowing(
  text: string,
  from: number,
  { cells, end }: Scan,
  table: { separator: string; width: number },
): number | null {
  const [first = ''] = cells
  if (table.width < 2 || !/\d/.test(first) || endOfLine(text, from) >= end) return null
  const [, ...within] = text.slice(from, end).split(/\r\n|\r|\n/)
  const isRow = (line: string): boolean => {
    const [head = '', ...rest] = line.split(table.separator)
    return rest.length + 1 >= table.width && shapeOf(head) === shapeOf(first)
  }
  return within.some(isRow) ? end : null
}

const shapeOf = (cell: string): string =>
  cell
    .trim()
    .replace(/\d+/g, '9')
    .replace(/[A-Za-z]+/g, 'a')

/** Counts lines once from the beginning to the end, however often it is asked. */
class LineCounter {
  private at = 0
  private line = 1
  constructor(private readonly text: string) {}

  lineAt(position: number): number {
    for (let end = endOfLine(this.text, this.at); end < position; end = endOfLine(this.text, this.at)) {
      this.at = afterEnd(this.text, end)
      this.line += 1
    }
    return this.line
  }
}
