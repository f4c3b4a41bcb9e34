import { z } from 'zod'
import type { DocumentRule } from '../../core/index.js'
import type { Here, Options } from './option.js'
import { clausesOf, named, nameOf } from './reading.js'
import { clauseRefs, identifier, name, word, words } from './shapes.js'

const writtenText = z.strictObject({
  name,
  from: word.optional(),
  needed: z.boolean().optional(),
  most: z.number().int().positive().optional(),
})

/** 文书 as written. */
export const document = z
  .strictObject({
    name,
    template: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*\.docx$/),
    after: words.optional(),
    by: words.optional(),
    signs: words.optional(),
    seenBy: words.optional(),
    series: word.optional(),
    writes: z.record(identifier, writtenText).optional(),
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'Document' })
export type DocumentInput = z.infer<typeof document>

const declares = 'it says only what a file holds, not what the rules do' as const

/** Whoever works in the office, where nobody is said. */
const draftedBy = ({ by }: DocumentInput) => by ?? 'office'

/** Every option of it. A paper moves no matter: no stage, duty or sight hangs on it, so that no example could notice another. */
export const documentOptions: Options<DocumentInput, DocumentRule> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: { read: ({ name }) => nameOf(name), edits: 'words: nothing hangs on them' },
  template: { read: ({ template }) => template, edits: declares },
  after: { read: ({ after }, { reading, path }) => named(reading, 'act', after, [...path, 'after']), edits: declares },
  by: { read: (written, { reading, path }) => named(reading, 'role', draftedBy(written), [...path, 'by']), edits: declares },
  signs: {
    read: (written, { reading, path }) => named(reading, 'role', written.signs ?? draftedBy(written), [...path, 'signs']),
    edits: declares,
  },
  seenBy: { read: readersIn, edits: declares },
  series: { read: ({ series }) => series ?? null, edits: 'words: nothing hangs on them' },
  writes: { read: writesIn, edits: declares },
  clause: { read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']), edits: declares },
}

/** Whoever drafts or issues it reads it, too. */
function readersIn(written: DocumentInput, { reading, path }: Here): readonly string[] {
  const { seenBy, signs } = written
  return [...new Set([...[draftedBy(written), signs ?? []].flat(2), ...named(reading, 'role', seenBy, [...path, 'seenBy'])])]
}

function writesIn({ writes }: DocumentInput, { reading, path }: Here): DocumentRule['writes'] {
  return Object.fromEntries(
    Object.entries(writes ?? {}).map(([id, { name, from, needed, most }]) => [
      id,
      {
        id,
        name: nameOf(name),
        from: from === undefined ? null : reading.name('field', from, [...path, 'writes', id, 'from']),
        isNeeded: needed ?? false,
        most: most ?? null,
      },
    ]),
  )
}

/** What lies sealed is opened by an act with a reason, never by a paper that is filled in by itself. */
export function checkDocument({ writes }: DocumentInput, { reading, path }: Here): void {
  for (const [id, { from }] of Object.entries(writes ?? {}))
    if (from !== undefined && reading.input.fields?.[from]?.identity === true)
      reading.report([...path, 'writes', id, 'from'], 'identity-in-document', { field: from })
}
