import { z } from 'zod'
import type { PartName } from '../../core/index.js'
import type { Options } from './option.js'
import { clausesOf, nameOf } from './reading.js'
import { clauseRefs, name, parts } from './shapes.js'

/** 承办方式的名称 as written. */
const partName = z.union([name, z.strictObject({ name, clause: clauseRefs.optional() })]).meta({ id: 'PartName' })
export type PartNameInput = z.infer<typeof partName>

/** Any of the parts that there are. */
export const partNamesSchema = z.partialRecord(parts, partName)

/** Every option of it. */
export const partNameOptions: Options<PartNameInput, PartName> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: {
    read: (written) => nameOf(typeof written === 'object' && 'name' in written ? written.name : written),
    edits: 'words: nothing hangs on them',
  },
  clause: {
    read: (written, { reading, path }) =>
      typeof written === 'object' && 'name' in written ? clausesOf(reading, written.clause, [...path, 'clause']) : [],
    edits: 'it says only what a file holds, not what the rules do',
  },
}
