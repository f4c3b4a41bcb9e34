import type { WordsMark } from './import-words.js'

/** A row that came first under its number, and what it says, short. */
type FirstRow = { readonly row: number; readonly mark: WordsMark }

export type FirstRows = { of(id: string): FirstRow | undefined; put(id: string, first: FirstRow): void }

const pageBytes = 1024 * 1024
/** The row as four bytes, and how many bytes its mark has as two. */
const headBytes = 6

/**
 * Which row came first under each number. A list has a million of them: what each says stands as bytes side by side, outside of what is collected,
 * and beside its number only where.
 */
export function firstRows(): FirstRows {
  const places = new Map<string, number>()
  const pages: Buffer[] = []
  let used = pageBytes
  return {
    of: (id) => {
      const place = places.get(id)
      if (place === undefined) return undefined
      const page = pages[Math.floor(place / pageBytes)] as Buffer
      const at = place % pageBytes
      const from = at + headBytes
      return { row: page.readUInt32LE(at), mark: page.toString('latin1', from, from + page.readUInt16LE(at + 4)) as WordsMark }
    },
    put: (id, { row, mark }) => {
      const takes = headBytes + mark.length
      if (used + takes > pageBytes) {
        pages.push(Buffer.allocUnsafeSlow(pageBytes))
        used = 0
      }
      const page = pages.at(-1) as Buffer
      page.writeUInt32LE(row, used)
      page.writeUInt16LE(mark.length, used + 4)
      page.write(mark, used + headBytes, 'latin1')
      places.set(byItself(id), (pages.length - 1) * pageBytes + used)
      used += takes
    },
  }
}

/**
 * The same as a text of its own, for as long as it is known: a piece of what was read keeps all that was read in memory (of a row 900 bytes instead of
 * 100). One byte a character where that is enough.
 */
function byItself(text: string): string {
  const encoding = /^[\x20-\x7e]*$/.test(text) ? 'latin1' : 'utf16le'
  return Buffer.from(text, encoding).toString(encoding)
}
