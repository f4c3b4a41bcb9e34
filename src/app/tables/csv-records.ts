import { rowFaults } from '../words/table-faults.js'
import { longestRecord, mostColumns, type TableRecord } from './table-record.js'

export const separators = [',', '\t', ';', '|', '\uFF0C'] as const

/** No cell that somebody wrote is longer; a mark of quotation that closes later than that was left open. */
const longestCell = 200_000

type Ends = 'lf' | 'cr'
/** A record read from where it begins: `fault` is where its quotation went wrong, `isMixed` that line ends of another kind stand in it. */
type Scan = { readonly cells: readonly string[]; readonly end: number; readonly fault: number | null; readonly isMixed: boolean }

/**
 * RFC 4180 as files really keep it: any line ends, told by the first one outside quotes; line breaks within quotes. Where a quotation
 * is not closed, or text follows its end, the row it begins in is refused and reading goes on with the next line: the lines it would
 * have swallowed come in only where each is a whole row by itself. No more of the text is held than a row needs.
 */
export async function* csvRecords(pieces: AsyncIterable<string>, separator: string): AsyncGenerator<TableRecord, void> {
  const read = new TextWindow(pieces)
  try {
    yield* recordsIn(read, separator)
  } finally {
    await read.stop()
  }
}

async function* recordsIn(read: TextWindow, separator: string): AsyncGenerator<TableRecord, void> {
  const stops = new RegExp(`[\\r\\n${separator === '|' ? '\\|' : separator}]`, 'g')
  await read.fill(endsAhead)
  const reading = { separator, stops, ends: endsOf(read.text, { separator, stops, ends: null }) }
  let row = 0
  let width = 0
  let openLine = 0
  for (; await read.fill(leastAhead); ) {
    row += 1
    const found = await wholeRecord(read, reading, width)
    const { text, at } = read
    const lineEnd = endOfLine(text, at)
    const cells = found.fault === null ? found.cells : text.slice(at, lineEnd).split(separator)
    if (found.isDoubtful) {
      const isWhole = found.fault === null && width > 1 && cells.length === width
      yield { row, cells: found.cells, broken: isWhole ? null : rowFaults.afterOpenQuote(openLine) }
      read.take(lineEnd)
    } else if (found.fault !== null) {
      openLine = read.line
      read.doubt(found.fault)
      yield { row, cells, broken: rowFaults.openQuote(openLine) }
      read.take(lineEnd)
    } else {
      width = Math.max(width, Math.min(cells.length, mostColumns + 1))
      yield { row, cells, broken: found.isMixed ? rowFaults.mixedEnds : null }
      read.take(found.end)
    }
  }
}

/** How far the first line end is looked for. */
const endsAhead = 1 << 20

/**
 * Characters that are read ahead before a row is looked at; a row that needs more gets them, up to `longestRecord`. So few that what was read dies
 * young: a part of more than 128 kB is laid aside, with all that was cut out of it, until garbage is taken out everywhere.
 */
const leastAhead = 1 << 14

/** The record that begins where the window stands: with as much read ahead as it takes to see its end. */
async function wholeRecord(read: TextWindow, reading: Reading, width: number): Promise<Scan & { readonly isDoubtful: boolean }> {
  for (let ahead = leastAhead; ; ahead *= 2) {
    const { text, at } = read
    const lineEnd = endOfLine(text, at)
    const isDoubtful = read.isDoubtful(lineEnd)
    const scanned = scan(isDoubtful ? text.slice(0, lineEnd) : text, at, reading)
    const fault = scanned.fault ?? swallowing(text, at, scanned, { separator: reading.separator, width })
    const isCutOff = Math.max(lineEnd, isDoubtful ? 0 : scanned.end, fault ?? 0) >= text.length - 1
    // Each by its name: a copy of an object is laid aside like a part that is too long, and what it names with it.
    const { cells, end, isMixed } = scanned
    if (!isCutOff || read.isAtEnd || ahead > longestRecord) return { cells, end, isMixed, fault, isDoubtful }
    await read.fill(ahead * 2)
  }
}

/** A part of a text that moves on through it: what lies before `at` was read. */
class TextWindow {
  text = ''
  at = 0
  line = 1
  isAtEnd = false
  private readonly pieces: AsyncIterator<string>
  /** Up to here, in this part, lines may belong to a quotation that was left open; infinite while its end was not come upon. */
  private doubtful = 0

  constructor(pieces: AsyncIterable<string>) {
    this.pieces = pieces[Symbol.asyncIterator]()
  }

  /** Reads on until so many characters lie ahead, or all; false where none are left. */
  async fill(ahead: number): Promise<boolean> {
    if (this.isAtEnd || this.text.length - this.at >= ahead) return this.at < this.text.length
    const parts = [this.text.slice(this.at)]
    let length = parts[0]?.length ?? 0
    this.doubtful -= this.at
    this.at = 0
    // Read in strides, so that what is left over is not laid together for every few rows; and not up to between two marks of quotation.
    const upTo = Math.max(ahead, leastAhead * 2)
    const isWithinMarks = (): boolean => length < upTo * 2 && parts.at(-1)?.endsWith('"') === true
    while (!this.isAtEnd && (length < upTo || isWithinMarks())) {
      const step = await this.pieces.next()
      if (step.done === true) this.isAtEnd = true
      else if (step.value !== '') {
        parts.push(step.value)
        length += step.value.length
      }
    }
    const before = parts[0]?.length ?? 0
    this.text = parts.join('')
    if (this.doubtful === Number.POSITIVE_INFINITY) this.doubt(closingQuote(this.text, before) ?? this.text.length)
    return this.text.length > 0
  }

  async stop(): Promise<void> {
    if (!this.isAtEnd) await this.pieces.return?.()
  }

  /** Whether a line that ends here may belong to a quotation left open before. */
  isDoubtful(lineEnd: number): boolean {
    return lineEnd < this.doubtful
  }

  /** Lines up to here are in doubt; beyond what is read where no end was found in it. */
  doubt(until: number): void {
    this.doubtful = until >= this.text.length && !this.isAtEnd ? Number.POSITIVE_INFINITY : until
  }

  /** Goes on behind a line that ends there. */
  take(end: number): void {
    const next = Math.min(afterEnd(this.text, end), this.text.length)
    for (let ending = endOfLine(this.text, this.at); ending < next; ending = endOfLine(this.text, afterEnd(this.text, ending)))
      this.line += 1
    this.at = next
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
