import { z } from 'zod'
import type { Stage } from '../../core/index.js'
import { dropEach } from './alter.js'
import { type Here, type Options, placed } from './option.js'
import { passage, passageEdits, passagesOf, type StageKind } from './passage.js'
import { adviceOf, clausesOf, each, named, nameOf } from './reading.js'
import { clauseRefs, listOf, name, word, words } from './shapes.js'

/** 环节 as written. */
export const stage = z
  .strictObject({
    name,
    shown: word.optional(),
    explains: name.optional(),
    heldBy: z.enum(['requester', 'office', 'unit', 'leader', 'nobody']).optional(),
    end: z.boolean().optional(),
    keptFrom: words.optional(),
    next: listOf(passage).optional(),
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'Stage' })
export type StageInput = z.infer<typeof stage>

/** Only stages of the matter are shown to citizens and move on by themselves. */
const isOfMatter = ({ path }: Here): boolean => path[0] === 'stages'

/** Every option of a stage, of the matter or of a share. */
export const stageOptions: Options<StageInput, Stage> = {
  id: {
    read: ({ clause }, { reading, id, path }) => {
      clausesOf(reading, clause, [...path, 'clause'])
      return id
    },
    edits: 'a name: nothing hangs on its letters',
  },
  name: { read: ({ name }) => nameOf(name), edits: 'words: nothing hangs on them' },
  shown: { read: shownOf, edits: 'words: nothing hangs on them' },
  explains: { read: ({ explains }) => adviceOf(explains), edits: 'words: nothing hangs on them' },
  heldBy: {
    read: ({ heldBy, end }, { reading, path }) => {
      if (heldBy === undefined && end !== true) reading.report(path, 'missing-key', { word: 'heldBy' }, 'key')
      return heldBy ?? 'nobody'
    },
    edits: 'it says only what a file holds, not what the rules do',
  },
  isEnd: { read: ({ end }) => end ?? false, edits: 'it says only what a file holds, not what the rules do' },
  keptFrom: {
    read: ({ keptFrom }, here) => {
      const at = [...here.path, 'keptFrom']
      if (keptFrom !== undefined && !isOfMatter(here))
        here.reading.report(at, 'only-for-stages-of-matter', { key: 'keptFrom' }, 'key')
      return named(here.reading, 'role', keptFrom, at)
    },
    edits: ({ keptFrom }, path) => dropEach(keptFrom, [...path, 'keptFrom']),
  },
  next: {
    read: ({ next }, here) => {
      const at = [...here.path, 'next']
      if (next !== undefined && !isOfMatter(here)) here.reading.report(at, 'next-of-share', {}, 'key')
      return passagesOf(here.reading, next, at, kindOf(here))
    },
    edits: ({ next }, path, { stages }) => {
      const at = [...path, 'next']
      // Where there are several, taking each out is among the alterations of passages.
      return [...(each(next, at).length > 1 ? [] : dropEach(next, at)), ...passageEdits(next, at, stages)]
    },
    conditions: (next, path, { id }) =>
      next.flatMap((each, index) => placed(each.when, [...path, index, 'when'], [{ op: 'stage', stages: [id] }])),
  },
}

/** What next to a stage of a share or an item is still read as one of those. */
const kindOf = ({ path }: Here): StageKind =>
  path[0] === 'assignmentStages' ? 'assignment-stage' : path[0] === 'itemStages' ? 'item-stage' : 'stage'

function shownOf({ shown }: StageInput, here: Here): string {
  const { reading, path } = here
  const isWanted = isOfMatter(here) && reading.known('shown-state').length > 0
  if (shown === undefined && isWanted) reading.report(path, 'missing-key', { word: 'shown' }, 'key')
  if (shown !== undefined) reading.name('shown-state', shown, [...path, 'shown'])
  return shown ?? ''
}
