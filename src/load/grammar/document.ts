import { z } from 'zod'
import {
  askedSpans,
  countedWays,
  type DocumentRule,
  documentValues,
  figureSayings,
  narrowedWays,
  type Question,
} from '../../core/index.js'
import type { Here, Options } from './option.js'
import { clausesOf, named, nameOf } from './reading.js'
import { clauseRefs, identifier, name, word, words } from './shapes.js'

const writtenText = z.strictObject({
  name,
  from: words.optional(),
  begins: z.string().optional(),
  gives: word.optional(),
  needed: z.boolean().optional(),
  most: z.number().int().positive().optional(),
})

/** 统计项 as written: a figure, figures apart by something, the matters behind a figure, or lines of the assessment. */
const question = z.union([
  z.strictObject({ name, figure: z.string(), says: z.enum(figureSayings).optional() }),
  z.strictObject({
    name,
    by: z.enum(countedWays),
    columns: z.array(identifier).min(1),
    most: z.number().int().positive().optional(),
  }),
  z.strictObject({ name, matters: z.string(), most: z.number().int().positive().optional() }),
  z.strictObject({ name, assessed: z.array(identifier).min(1) }),
])
type QuestionInput = z.infer<typeof question>

/** Of a table and of a list no more than a reader goes through. */
const mostRows = 30

/** 文书 as written. */
export const document = z
  .strictObject({
    name,
    template: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*\.docx$/),
    of: z.literal('assignment').optional(),
    after: words.optional(),
    by: words.optional(),
    signs: words.optional(),
    seenBy: words.optional(),
    series: word.optional(),
    unitSeries: word.optional(),
    organ: z.string().min(1).max(40).optional(),
    writes: z.record(identifier, writtenText).optional(),
    asks: z.record(identifier, question).optional(),
    among: z.strictObject({ category: words.optional(), channel: words.optional() }).optional(),
    over: z.enum(askedSpans).optional(),
    does: z.strictObject({ act: word, number: word.optional() }).optional(),
    clause: clauseRefs.optional(),
  })
  .meta({ id: 'DocumentRule' })
export type DocumentInput = z.infer<typeof document>

const declares = 'it says only what a file holds, not what the rules do' as const

/** Whoever works in the office, where nobody is said. */
const draftedBy = ({ by }: DocumentInput) => by ?? 'office'

/** Every option of it. A paper moves no matter: no stage, duty or sight hangs on it, so that no example could notice another. */
export const documentOptions: Options<DocumentInput, DocumentRule> = {
  id: { read: (_written, { id }) => id, edits: 'a name: nothing hangs on its letters' },
  name: { read: ({ name }) => nameOf(name), edits: 'words: nothing hangs on them' },
  template: { read: ({ template }) => template, edits: declares },
  of: { read: ({ of }) => of ?? 'matter', edits: declares },
  after: { read: ({ after }, { reading, path }) => named(reading, 'act', after, [...path, 'after']), edits: declares },
  by: { read: (written, { reading, path }) => named(reading, 'role', draftedBy(written), [...path, 'by']), edits: declares },
  signs: {
    read: (written, { reading, path }) => named(reading, 'role', written.signs ?? draftedBy(written), [...path, 'signs']),
    edits: declares,
  },
  seenBy: { read: readersIn, edits: declares },
  series: { read: ({ series }) => series ?? null, edits: 'words: nothing hangs on them' },
  unitSeries: { read: ({ unitSeries }) => unitSeries ?? null, edits: 'words: nothing hangs on them' },
  organ: { read: ({ organ }) => organ ?? null, edits: 'words: nothing hangs on them' },
  writes: { read: writesIn, edits: declares },
  asks: { read: asksIn, edits: declares },
  among: { read: amongIn, edits: declares },
  over: { read: ({ over }) => over ?? null, edits: declares },
  does: { read: doesIn, edits: declares },
  clause: { read: ({ clause }, { reading, path }) => clausesOf(reading, clause, [...path, 'clause']), edits: declares },
}

/** Whoever drafts or issues it reads it, too. */
function readersIn(written: DocumentInput, { reading, path }: Here): readonly string[] {
  const { seenBy, signs } = written
  return [...new Set([...[draftedBy(written), signs ?? []].flat(2), ...named(reading, 'role', seenBy, [...path, 'seenBy'])])]
}

function writesIn({ writes }: DocumentInput, { reading, path }: Here): DocumentRule['writes'] {
  return Object.fromEntries(
    Object.entries(writes ?? {}).map(([id, { name, from, begins, gives, needed, most }]) => [
      id,
      {
        id,
        name: nameOf(name),
        from: beginningsIn(reading, from, [...path, 'writes', id, 'from']),
        begins: begins ?? '',
        gives: gives === undefined ? null : reading.name('field', gives, [...path, 'writes', id, 'gives']),
        isNeeded: needed ?? false,
        most: most ?? null,
      },
    ]),
  )
}

/** Fields of the regulation, and what any matter has. */
const beginningsIn = (reading: Here['reading'], from: DocumentInput['by'], path: Here['path']): readonly string[] =>
  [from ?? []].flat().map((each) => (isValue(each) ? each : reading.name('field', each, path)))
const isValue = (id: string): boolean => documentValues.some((each) => each === id)
/** A value alone, or several. */
function amongIn({ among }: DocumentInput): DocumentRule['among'] {
  return Object.fromEntries(narrowedWays.flatMap((way) => (among?.[way] === undefined ? [] : [[way, [among[way]].flat()]])))
}

function asksIn({ asks }: DocumentInput, { reading }: Here): DocumentRule['asks'] {
  return Object.fromEntries(Object.entries(asks ?? {}).map(([id, written]) => [id, questionOf(id, written, reading)]))
}

function questionOf(id: string, written: QuestionInput, { input }: Here['reading']): Question {
  const own = { id, name: nameOf(written.name) }
  if ('figure' in written) return { ...own, kind: 'figure', figure: written.figure, says: written.says ?? 'count' }
  if ('by' in written) return { ...own, kind: 'apart', by: written.by, columns: written.columns, most: written.most ?? mostRows }
  if ('assessed' in written)
    return {
      ...own,
      kind: 'assessed',
      lines: written.assessed.map((line) => ({ id: line, name: nameOf(input.assessment?.[line]?.name ?? line) })),
    }
  return { ...own, kind: 'matters', figure: written.matters, most: written.most ?? mostRows }
}

function doesIn({ does }: DocumentInput, { reading, path }: Here): DocumentRule['does'] {
  if (does === undefined) return null
  const at = [...path, 'does']
  return {
    act: reading.name('act', does.act, [...at, 'act']),
    number: does.number === undefined ? null : reading.name('field', does.number, [...at, 'number']),
  }
}

/** What lies sealed is opened by an act with a reason, never by a paper that is filled in by itself. */
export function checkDocument({ writes }: DocumentInput, { reading, path }: Here): void {
  for (const [id, { from }] of Object.entries(writes ?? {}))
    for (const field of [from ?? []].flat())
      if (reading.input.fields?.[field]?.identity === true)
        reading.report([...path, 'writes', id, 'from'], 'identity-in-document', { field })
}
