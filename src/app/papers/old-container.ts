/** A run of bytes of the file. */
type Piece = { readonly at: number; readonly length: number }

/** 旧式复合文档. One of the files within a file of the old container, read as one and written back where it lies. */
export type OldStream = { readonly name: string; readonly bytes: Buffer; writeBack(): void }

const endOfChain = 0xfffffffe
const entryLength = 128
const listedInHead = 109
const kinds = { storage: 1, stream: 2, root: 5 } as const

/** MS-CFB 2.2: powers of two. */
const sectorPowers: readonly number[] = [9, 12]
const smallPower = 6

/**
 * What a file of the old container holds: its streams, those of files within it among them, and the names of its folders. `file` is what
 * `writeBack` changes. Throws a RangeError where it does not hang together, or says that it holds more than itself: what is read never
 * grows beyond the file, whoever made it.
 */
export function openOld(file: Buffer): { readonly streams: readonly OldStream[]; readonly folders: readonly string[] } {
  const power = file.readUInt16LE(30)
  if (!sectorPowers.includes(power) || file.readUInt16LE(32) !== smallPower) throw new RangeError('sectors of no known size')
  const [sector, small] = [2 ** power, 2 ** smallPower]
  const table = readTable(file, sector)
  const wide = (first: number, size = file.length): readonly Piece[] =>
    chain(table, first, size / sector).map((at) => ({ at: (at + 1) * sector, length: sector }))
  const entries = entriesOf(gather(file, wide(file.readUInt32LE(48))))
  const base = entries.find(({ type }) => type === kinds.root)
  const smallTable = numbersIn(gather(file, wide(file.readUInt32LE(60))))
  const holder = base === undefined ? [] : wide(base.first)
  const narrow = (first: number, size: number): readonly Piece[] =>
    chain(smallTable, first, size / small).map((at) => within(holder, at * small, small))
  const leastWide = file.readUInt32LE(56)
  const held = entries.filter(({ type }) => type === kinds.stream)
  if (held.reduce((sum, { size }) => sum + size, 0) > file.length) throw new RangeError('more than the whole file')
  const streams = held.map(({ name, first, size }) =>
    opened(name, file, cut(size < leastWide ? narrow(first, size) : wide(first, size), size)),
  )
  return { streams, folders: entries.filter(({ type }) => type === kinds.storage).map(({ name }) => name) }
}

type Entry = { readonly name: string; readonly type: number; readonly first: number; readonly size: number }

const entriesOf = (folder: Buffer): readonly Entry[] =>
  Array.from({ length: Math.floor(folder.length / entryLength) }, (_, at) => {
    const entry = folder.subarray(at * entryLength, (at + 1) * entryLength)
    const name = entry.toString('utf16le', 0, Math.max(0, Math.min(62, entry.readUInt16LE(64) - 2)))
    return { name, type: entry.readUInt8(66), first: entry.readUInt32LE(116), size: entry.readUInt32LE(120) }
  })

/** Which sector follows which. */
function readTable(file: Buffer, sector: number): readonly number[] {
  const listed = numbersIn(file.subarray(76, 76 + listedInHead * 4))
  const parts = new Set(listed)
  const seen = new Set<number>()
  for (let at = file.readUInt32LE(68); at < endOfChain && !seen.has(at); ) {
    const numbers = numbersIn(file.subarray((at + 1) * sector, (at + 2) * sector))
    for (const each of numbers.slice(0, -1)) parts.add(each)
    seen.add(at)
    at = numbers.at(-1) ?? endOfChain
  }
  return [...parts]
    .filter((at) => at < endOfChain - 1)
    .flatMap((at) => numbersIn(file.subarray((at + 1) * sector, (at + 2) * sector)))
}

const numbersIn = (bytes: Buffer): readonly number[] =>
  Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(at * 4))

/** As long as is wanted. A chain that comes back to itself, or leads out of the file, is broken. */
function chain(table: readonly number[], first: number, wanted: number): readonly number[] {
  const found = new Set<number>()
  for (let at = first; at < endOfChain && found.size < wanted; at = table[at] ?? endOfChain) {
    if (found.has(at) || at >= table.length) throw new RangeError('a broken chain')
    found.add(at)
  }
  return [...found]
}

/** Where a small sector lies: within one wide one, whose size is a multiple of its own. */
function within(holder: readonly Piece[], at: number, length: number): Piece {
  const size = holder[0]?.length ?? 1
  const piece = holder[Math.floor(at / size)]
  if (piece === undefined) throw new RangeError('outside of the small sectors')
  return { at: piece.at + (at % size), length }
}

function cut(pieces: readonly Piece[], size: number): readonly Piece[] {
  let left = size
  return pieces.map(({ at, length }) => {
    const used = Math.min(length, left)
    left -= used
    return { at, length: used }
  })
}

const gather = (file: Buffer, pieces: readonly Piece[]): Buffer =>
  Buffer.concat(pieces.map(({ at, length }) => file.subarray(at, at + length)))

function opened(name: string, file: Buffer, pieces: readonly Piece[]): OldStream {
  const bytes = gather(file, pieces)
  return {
    name,
    bytes,
    writeBack: () => {
      let from = 0
      for (const { at, length } of pieces) {
        bytes.copy(file, at, from, from + length)
        from += length
      }
    },
  }
}
