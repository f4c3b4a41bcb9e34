import { join } from 'node:path'
import type { KeptIn } from '../load/index.js'

/** A hash of what reads, put in by the build; the sources run without one, and keep nothing. */
declare const HUIYIN_READER: string | undefined

/** Beside the code that reads it: whoever may write there may change the code as well. */
export const keptIn = (root: string): KeptIn | null =>
  typeof HUIYIN_READER === 'undefined' ? null : { file: join(root, 'dist/library.kept'), reader: HUIYIN_READER }
