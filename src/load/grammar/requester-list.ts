import { z } from 'zod'
import type { RequesterList } from '../../core/index.js'
import type { Options } from './option.js'
import { clausesOf, nameOf } from './reading.js'
import { clauseRefs, name } from './shapes.js'

/** 名单 as written: its name alone, or with what it rests on. */
export const requesterList = z
  .union([name, z.strictObject({ name, clause: clauseRefs.optional() })])
  .meta({ id: 'RequesterList' })
export type RequesterListInput = z.infer<typeof requesterList>

const isBare = (written: RequesterListInput): written is z.infer<typeof name> => typeof written === 'string' || 'zh' in written

/** Every option of it. */
export const requesterListOptions: Options<RequesterListInput, RequesterList> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: {
    read: (written) => nameOf(isBare(written) ? written : written.name),
    edits: 'words: nothing hangs on them',
  },
  clause: {
    read: (written, { reading, path }) => (isBare(written) ? [] : clausesOf(reading, written.clause, [...path, 'clause'])),
    edits: 'it says only what a file holds, not what the rules do',
  },
}
