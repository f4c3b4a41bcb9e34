import { z } from 'zod'
import type { FieldType, ItemKind } from '../../core/index.js'
import type { Here, Options } from './option.js'
import { clausesOf, each, named, nameOf } from './reading.js'
import { clauseRefs, name, word, words } from './shapes.js'

/** 子项 as written: a kind of items. */
export const item = z
  .strictObject({ name, needs: words, takes: words.optional(), begins: word, clause: clauseRefs.optional() })
  .meta({ id: 'ItemKind' })
export type ItemInput = z.infer<typeof item>

/** Every option of it. */
export const itemOptions: Options<ItemInput, ItemKind> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: { read: ({ name }) => nameOf(name), edits: 'words: nothing hangs on them' },
  needs: {
    read: ({ needs }, { reading, path }) => named(reading, 'field', needs, [...path, 'needs']),
    edits: 'it says only what a file holds, not what the rules do',
  },
  takes: {
    read: ({ takes }, { reading, path }) => named(reading, 'field', takes, [...path, 'takes']),
    edits: 'it says only what a file holds, not what the rules do',
  },
  begins: {
    read: ({ begins }, { reading, path }) => reading.name('item-stage', begins, [...path, 'begins']),
    edits: 'it says only what a file holds, not what the rules do',
  },
  clause: {
    read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']),
    edits: 'it says only what a file holds, not what the rules do',
  },
}

/** What is kept outside the matter, or runs by itself, does not fit into a record within it. */
const unfit: readonly FieldType[] = ['items', 'assignments', 'attachments']

/** Its name is no other word for what an act may be of; its fields are plain. */
export function checkItem({ needs, takes }: ItemInput, { reading, id, path }: Here): void {
  if (id === 'matter' || id === 'assignment') reading.report(path, 'reserved-word', { word: id }, 'key')
  for (const { value, path: at } of [...each(needs, [...path, 'needs']), ...each(takes, [...path, 'takes'])]) {
    const field = reading.input.fields?.[value]
    if (field === undefined) continue
    if (field.identity === true || unfit.includes(field.type)) reading.report(at, 'not-in-an-item', { field: value })
  }
}
