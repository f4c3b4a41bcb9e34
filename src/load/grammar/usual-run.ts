import { z } from 'zod'
import type { UsualRun } from '../../core/index.js'
import type { Here, Options } from './option.js'
import { clausesOf, each, named, nameOf } from './reading.js'
import { clauseRefs, name, word } from './shapes.js'

/** 连办 as written. */
export const usualRun = z
  .strictObject({ name, acts: z.array(word).min(2), clause: clauseRefs.optional() })
  .meta({ id: 'UsualRun' })
export type UsualRunInput = z.infer<typeof usualRun>

/** Every option of it. */
export const usualRunOptions: Options<UsualRunInput, UsualRun> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: { read: ({ name }) => nameOf(name), edits: 'words: nothing hangs on them' },
  acts: {
    read: ({ acts }, { reading, path }) => named(reading, 'act', acts, [...path, 'acts']),
    edits: 'each act is altered where it stands: a run permits nothing by itself',
  },
  clause: {
    read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']),
    edits: 'it says only what a file holds, not what the rules do',
  },
}

/** It is asked for by its name, as an act is; its acts are there already when it begins, and some role may do them all. */
export function checkUsualRun({ acts }: UsualRunInput, { reading, id, path }: Here): void {
  if (reading.known('act').includes(id)) reading.report(path, 'run-named-as-act', { word: id }, 'key')
  const rules = acts.map((act) => reading.input.acts?.[act])
  acts.forEach((act, index) => {
    if (rules[index]?.starts !== undefined) reading.report([...path, 'acts', index], 'run-cannot-start', { act })
    if (acts.indexOf(act) < index) reading.report([...path, 'acts', index], 'run-repeats', { act })
  })
  const roles = rules.map((rule) => each(rule?.by, []).map(({ value }) => value))
  if (rules.includes(undefined) || roles[0]?.some((role) => roles.every((all) => all.includes(role))) === true) return
  reading.report([...path, 'acts'], 'run-for-nobody', { acts: acts.join(' ') }, 'key')
}
