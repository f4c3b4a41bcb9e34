import { cleanGif } from './clean-gif.js'
import { cleanHeif } from './clean-heif.js'
import { cleanJpeg } from './clean-jpeg.js'
import { cleanPng } from './clean-png.js'
import { cleanTiff } from './clean-tiff.js'
import { cleanWebp } from './clean-webp.js'

const cleaners: Readonly<Record<string, (bytes: Buffer) => Buffer | null>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/gif': cleanGif,
  'image/webp': cleanWebp,
  'image/heic': cleanHeif,
  'image/avif': cleanHeif,
  'image/tiff': cleanTiff,
  // It has no place for such things.
  'image/bmp': (bytes) => bytes,
}

/**
 * A picture that says nothing of where, when and with what it was taken, nor by whom: what a unit gets of who complained. Not a point of
 * it changes, and it stands as it stood. Null for a picture that cannot be taken apart; what is no picture stays as it is.
 */
export function withoutPlace(type: string, bytes: Uint8Array): Uint8Array | null {
  const clean = cleaners[type]
  if (clean === undefined) return bytes
  try {
    return clean(Buffer.from(bytes))
  } catch (error) {
    // Lengths and offsets of a broken picture point anywhere.
    if (error instanceof RangeError) return null
    throw error
  }
}
