import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadLibrary } from '../load/index.js'
import { keptIn } from './kept-in.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Run by the build, so that not even the first start reads our regulations. What is wrong with them is said at that start. */
loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') }, keptIn(root))
