import { hash } from 'node:crypto'
import type { WordsMark } from './import-words.js'

/** A row that came first under its number, and what it says, short. */
type FirstRow = { readonly row: number; readonly mark: WordsMark }

export type FirstRows = { of(id: string): FirstRow | undefined; put(id: string, first: FirstRow): void }

const pageBytes = 1024 * 1024
/** Before the number and the mark of each: the sum of the number, its row, and how many bytes both take. */
const headBytes = 12
/** Each begins where four bytes begin: so its place, counted in fours, is one number of four bytes. */
const grain = 4
/** A number longer than this is known by its sum. */
const longestNumber = 200
/** Of the sort of the number's letters: two bytes each. */
const isWide = 0x8000

type Key = { readonly number: Buffer; readonly head: number; readonly sum: number }

/**
 * Which row came first under each number. A list has a million of them: number, row and what it says stand as bytes side by side, and a table of
 * their places tells where by a sum of the number; all of it outside of what is collected, some ninety bytes a row.
 */
export function firstRows(): FirstRows {
  const rows = rowBytes()
  /** By the sum of a number its place, and 0 where there is none; where another stands already, the next. */
  let places = new Uint32Array(1 << 10)
  let count = 0
  const slotOf = (sum: number, isIt: (place: number) => boolean): number => {
    let slot = sum & (places.length - 1)
    for (let place = places[slot]; place !== 0 && !isIt(place as number); place = places[slot])
      slot = (slot + 1) & (places.length - 1)
    return slot
  }
  const widen = (): void => {
    const before = places
    places = new Uint32Array(before.length * 2)
    for (const place of before) if (place !== 0) places[slotOf(rows.sumAt(place), () => false)] = place
  }
  return {
    of: (id) => {
      const key = keyOf(id)
      const place = places[slotOf(key.sum, (each) => rows.isAt(each, key))]
      return place ? rows.at(place, key) : undefined
    },
    put: (id, first) => {
      const key = keyOf(id)
      const slot = slotOf(key.sum, (each) => rows.isAt(each, key))
      if (places[slot] === 0) count += 1
      places[slot] = rows.add(key, first)
      if (count * 3 > places.length * 2) widen()
    },
  }
}

/** The rows themselves, side by side; a place is where one begins, counted in fours from 1. */
function rowBytes() {
  const pages: Buffer[] = []
  let used = pageBytes
  const begins = (place: number): [page: Buffer, from: number] => {
    const byte = (place - 1) * grain
    return [pages[Math.floor(byte / pageBytes)] as Buffer, byte % pageBytes]
  }
  return {
    sumAt: (place: number): number => {
      const [page, from] = begins(place)
      return page.readUInt32LE(from)
    },
    isAt: (place: number, { number, head, sum }: Key): boolean => {
      const [page, from] = begins(place)
      if (page.readUInt32LE(from) !== sum || page.readUInt16LE(from + 8) !== head) return false
      return number.compare(page, from + headBytes, from + headBytes + number.length) === 0
    },
    at: (place: number, { number }: Key): FirstRow => {
      const [page, from] = begins(place)
      const mark = from + headBytes + number.length
      const ends = mark + page.readUInt16LE(from + 10)
      return { row: page.readUInt32LE(from + 4), mark: page.toString('latin1', mark, ends) as WordsMark }
    },
    add: ({ number, head, sum }: Key, { row, mark }: FirstRow): number => {
      const takes = Math.ceil((headBytes + number.length + mark.length) / grain) * grain
      if (used + takes > pageBytes) {
        pages.push(Buffer.allocUnsafeSlow(pageBytes))
        used = 0
      }
      const page = pages.at(-1) as Buffer
      page.writeUInt32LE(sum, used)
      page.writeUInt32LE(row, used + 4)
      page.writeUInt16LE(head, used + 8)
      page.writeUInt16LE(mark.length, used + 10)
      number.copy(page, used + headBytes)
      page.write(mark, used + headBytes + number.length, 'latin1')
      const place = ((pages.length - 1) * pageBytes + used) / grain + 1
      used += takes
      return place
    },
  }
}

/** The number as bytes, how many of which sort they are, and their sum. */
function keyOf(id: string): Key {
  const known = id.length > longestNumber ? `\u0100${hash('sm3', Buffer.from(id, 'utf16le'), 'hex')}` : id
  const wide = /^[\0-\xff]*$/.test(known) ? 0 : isWide
  const number = Buffer.from(known, wide === 0 ? 'latin1' : 'utf16le')
  return { number, head: number.length | wide, sum: sumOf(number) }
}

/** FNV-1a, its upper half over its lower: numbers that follow each other lie far apart. */
function sumOf(bytes: Buffer): number {
  let sum = 0x811c9dc5
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193)
  return (sum ^ (sum >>> 16)) >>> 0
}
