import { type Box, boxesIn, boxOf, fullBox } from './heif-boxes.js'
import { extentsOf, itemTypes } from './heif-items.js'

/** What a picture, or a row of them, is drawn from. Everything else at the top becomes empty space of the same size. */
const drawn: ReadonlySet<string> = new Set(['ftyp', 'meta', 'mdat', 'moov', 'idat'])
const ofMovie: ReadonlySet<string> = new Set(['mvhd', 'trak', 'mvex'])
const ofTrack: ReadonlySet<string> = new Set(['tkhd', 'edts', 'mdia', 'tref'])

/** HEIC, AVIF. In place, so that nothing moves: the bytes of items that hold EXIF, XMP and the like become zero. Which way up is a property of the picture here. */
export function cleanHeif(bytes: Buffer): Buffer | null {
  const top = boxesIn(bytes, 0, bytes.length)
  if (top[0]?.type !== 'ftyp') return null
  for (const box of top) {
    if (!drawn.has(box.type)) empty(bytes, box)
    if (box.type === 'moov') emptyAround(bytes, box, ofMovie)
  }
  for (const track of top.filter(({ type }) => type === 'moov').flatMap((box) => boxesIn(bytes, box.body, box.end)))
    if (track.type === 'trak') emptyAround(bytes, track, ofTrack)
  const meta = boxOf(top, 'meta')
  return meta === undefined || emptyItems(bytes, meta) ? bytes : null
}

function emptyAround(bytes: Buffer, { body, end }: Box, kept: ReadonlySet<string>): void {
  for (const box of boxesIn(bytes, body, end)) if (!kept.has(box.type)) empty(bytes, box)
}

function empty(bytes: Buffer, { at, body, end }: Box): void {
  bytes.write('free', at + 4, 'latin1')
  bytes.fill(0, body, end)
}

/** False where an item lies in a way that nothing here can follow, or shares its bytes with what is drawn. */
function emptyItems(bytes: Buffer, meta: Box): boolean {
  const boxes = boxesIn(bytes, meta.body + fullBox, meta.end)
  const types = itemTypes(bytes, boxes)
  const places = extentsOf(bytes, boxes)
  if (types === null || places === null) return types === null && places === null
  const isTold = (item: number): boolean => /^(Exif|mime|uri )$/.test(types.get(item) ?? '')
  const shown = places.filter(({ item }) => !isTold(item))
  for (const { item, from, end } of places) {
    if (!isTold(item)) continue
    if (end > bytes.length || shown.some((other) => from < other.end && other.from < end)) return false
    bytes.fill(0, from, end)
  }
  return true
}
