import { zipNames } from './zip-names.js'

/** What a file is, judged by its bytes. */
export type FileKind = { readonly type: string; readonly extension: string }

/** Pictures and papers, nothing that runs: extension by type found. */
const allowed: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'image/tiff': 'tif',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}

/** Files of office programs that share one container; only the name tells them apart. */
const inContainer: Readonly<Record<string, FileKind>> = {
  doc: { type: 'application/msword', extension: 'doc' },
  xls: { type: 'application/vnd.ms-excel', extension: 'xls' },
  wps: { type: 'application/wps-office.wps', extension: 'wps' },
  et: { type: 'application/wps-office.et', extension: 'et' },
  dps: { type: 'application/wps-office.dps', extension: 'dps' },
}

/** 版式文档, GB/T 33190: a zip with this file at its root. */
const ofd: FileKind = { type: 'application/ofd', extension: 'ofd' }

export async function fileKind(name: string, bytes: Uint8Array): Promise<FileKind | null> {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  const picture = pictureOfBrand(bytes)
  if (picture !== null) return picture
  // Loaded when the first file comes: it is large, and most requests bring none.
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes)
  if (found === undefined) return ending === 'txt' && isPlainText(bytes) ? { type: 'text/plain', extension: 'txt' } : null
  const extension = allowed[found.mime]
  if (extension !== undefined) return { type: found.mime, extension }
  if (found.mime === 'application/zip') return zipNames(bytes).includes('OFD.xml') ? ofd : null
  return found.mime === 'application/x-cfb' ? (inContainer[ending] ?? null) : null
}

const heic: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'])
const avif: ReadonlySet<string> = new Set(['avif', 'avis'])
const anyHeif: ReadonlySet<string> = new Set(['mif1', 'mif2', 'msf1', 'miaf', 'MiHB', 'MiHE'])
const films: ReadonlySet<string> = new Set(['qt  ', 'isom', 'mp41', 'mp42', 'M4V ', 'avc1'])

/** Pictures of newer telephones: the first brand may be any of their family, the others say which. A film's first brand is a film's. */
function pictureOfBrand(bytes: Uint8Array): FileKind | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512))
  if (start.length < 16 || start.toString('latin1', 4, 8) !== 'ftyp') return null
  const end = Math.min(start.readUInt32BE(0), start.length)
  const major = start.toString('latin1', 8, 12)
  const brands = [major]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(start.toString('latin1', at, at + 4))
  if (films.has(major)) return null
  if (avif.has(major)) return { type: 'image/avif', extension: 'avif' }
  if (brands.some((brand) => heic.has(brand))) return { type: 'image/heic', extension: 'heic' }
  if (brands.some((brand) => avif.has(brand))) return { type: 'image/avif', extension: 'avif' }
  return anyHeif.has(major) ? { type: 'image/heic', extension: 'heic' } : null
}

/** No control characters but those of lines and tabs. */
const isPlainText = (bytes: Uint8Array): boolean =>
  bytes.length > 0 && bytes.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13)
