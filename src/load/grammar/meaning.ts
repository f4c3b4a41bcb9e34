import { z } from 'zod'
import {
  type ContainerMeaning,
  type LedgerColumn,
  type ListedMeaning,
  type MarkName,
  type MarkRule,
  type Meaning,
  markNames,
  type RatingMeaning,
} from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import { condition, conditionOf } from './condition.js'
import { type Drafted, draftedMeaning, draftText } from './meaning-draft.js'
import { type FieldUse, type PlacedCondition, placed } from './option.js'
import { rate, ratesOf } from './rates.js'
import { each, named, type Reading } from './reading.js'
import { identifier, listOf, word, words } from './shapes.js'

const none = z.literal('none')
const orNone = <T extends z.ZodType>(item: T) => z.union([none, item]).optional()

/** An act by its name, an act under a condition, or a stage that is entered. */
const rule = z.union([word, z.strictObject({ act: word, when: condition.optional() }), z.strictObject({ stage: word })])
type RuleInput = z.infer<typeof rule>

const rating = z.strictObject({
  field: word,
  satisfied: words.optional(),
  dissatisfied: words.optional(),
  solved: words.optional(),
})

const container = z.strictObject({
  on: word.optional(),
  head: words.optional(),
  members: words.optional(),
  absent: word.optional(),
  chair: listOf(z.union([word, z.strictObject({ role: word, when: condition })])).optional(),
  present: word.optional(),
  minutes: word.optional(),
  listed: z.strictObject({ total: word, of: word, unit: word, number: word }).optional(),
})

const column = z.union([z.strictObject({ field: word }), z.strictObject({ act: word }), z.strictObject({ duty: word })])

const mark = orNone(listOf(rule))

/** 含义 as written. Nothing may be left out: what a regulation does not have is `none`. */
export const meaning = z
  .strictObject({
    fields: z
      .strictObject({
        title: word.optional(),
        letter: word.optional(),
        category: orNone(word),
        channel: orNone(word),
        answer: orNone(words),
        rating: orNone(rating),
      })
      .optional(),
    marks: z.strictObject(Object.fromEntries(markNames.map((name) => [name, mark])) as Record<MarkName, typeof mark>).optional(),
    container: container.optional(),
    ledger: listOf(column).optional(),
    followed: words.optional(),
    figures: z.strictObject({ shareFrom: z.int().min(2).optional(), rates: z.record(identifier, rate).optional() }).optional(),
    asks: word.optional(),
  })
  .meta({ id: 'Meaning' })
type MeaningInput = z.infer<typeof meaning>

/** What the regulation's names mean; what it leaves unsaid is a finding that offers what it has. */
export function meaningIn(reading: Reading, whole: Drafted & { readonly meaning?: MeaningInput | undefined }): Meaning {
  const written = whole.meaning
  if (written === undefined) reading.report([], 'meaning-absent', { draft: draftText(whole) }, 'key')
  else tellSilence(reading, whole, written)
  const said = written?.fields ?? {}
  const at = (key: string): Path => ['meaning', 'fields', key]
  const field = (key: 'title' | 'letter' | 'category' | 'channel'): string | null => {
    const id = said[key]
    return id === undefined || id === 'none' ? null : reading.name('field', id, at(key))
  }
  const marks = marksOf(reading, written?.marks ?? {})
  return {
    title: field('title') ?? '',
    letter: field('letter') ?? '',
    category: field('category'),
    channel: field('channel'),
    answer: said.answer === undefined || said.answer === 'none' ? [] : named(reading, 'field', said.answer, at('answer')),
    rating: ratingOf(reading, said.rating, at('rating')),
    marks,
    container: containerOf(reading, written?.container ?? {}),
    ledger: each<z.infer<typeof column>>(written?.ledger, ['meaning', 'ledger']).map(({ value, path }) =>
      columnOf(reading, value, path),
    ),
    followed: named(reading, 'duty', written?.followed, ['meaning', 'followed']),
    shareFrom: written?.figures?.shareFrom ?? null,
    rates: ratesOf(reading, written?.figures?.rates, { ratings: optionsOf(reading, said.rating), marks }),
    asks: written?.asks === undefined ? null : reading.name('act', written.asks, ['meaning', 'asks']),
  }
}

/** 剔除: few texts know it, and leaving it out changes nothing that is counted. */
const mayBeSilent: readonly MarkName[] = ['excluded']

/** Every key must be said: what the regulation does not have is `none`. */
function tellSilence(reading: Reading, whole: Drafted, { fields = {}, marks = {} }: MeaningInput): void {
  const draft = draftedMeaning(whole)
  const tell = (path: Path, key: string, offered: readonly string[]): void =>
    reading.report(path, 'meaning-silent', { word: key, offered: offered.length === 0 ? 'none' : offered.join(' ') }, 'key')
  for (const key of ['title', 'letter', 'category', 'channel'] as const)
    if (fields[key] === undefined) tell(['meaning'], key, [draft.fields[key] ?? 'none'])
  if (fields.answer === undefined) tell(['meaning'], 'answer', draft.fields.answer)
  if (fields.rating === undefined) tell(['meaning'], 'rating', [])
  for (const mark of markNames)
    if (marks[mark] === undefined && !mayBeSilent.includes(mark)) tell(['meaning'], mark, draft.marks[mark])
}

function containerOf(reading: Reading, { head, members, chair, listed, ...said }: z.infer<typeof container>): ContainerMeaning {
  const at = (key: string): Path => ['meaning', 'container', key]
  const field = (key: keyof typeof said): string | null => {
    const id = said[key]
    return id === undefined ? null : reading.name('field', id, at(key))
  }
  return {
    on: field('on'),
    head: named(reading, 'field', head, at('head')),
    members: named(reading, 'role', members, at('members')),
    chair: each(chair, at('chair')).map(({ value, path }) =>
      typeof value === 'string'
        ? { role: reading.name('role', value, path), when: null }
        : {
            role: reading.name('role', value.role, [...path, 'role']),
            when: conditionOf(reading, value.when, [...path, 'when']),
          },
    ),
    absent: field('absent'),
    present: field('present'),
    minutes: field('minutes'),
    listed: listed === undefined ? null : listedOf(reading, listed, at('listed')),
  }
}

function listedOf(reading: Reading, written: ListedMeaning, path: Path): ListedMeaning {
  return {
    total: reading.name('field', written.total, [...path, 'total']),
    of: reading.name('item', written.of, [...path, 'of']),
    unit: reading.name('field', written.unit, [...path, 'unit']),
    number: reading.name('field', written.number, [...path, 'number']),
  }
}

function columnOf(reading: Reading, written: z.infer<typeof column>, path: Path): LedgerColumn {
  if ('field' in written) return { of: 'field', id: reading.name('field', written.field, [...path, 'field']) }
  if ('act' in written) return { of: 'act', id: reading.name('act', written.act, [...path, 'act']) }
  return { of: 'duty', id: reading.name('duty', written.duty, [...path, 'duty']) }
}

const optionsOf = (reading: Reading, written: 'none' | z.infer<typeof rating> | undefined): readonly string[] =>
  written === undefined || written === 'none' ? [] : Object.keys(reading.input.fields?.[written.field]?.options ?? {})

function ratingOf(reading: Reading, written: 'none' | z.infer<typeof rating> | undefined, path: Path): RatingMeaning | null {
  if (written === undefined || written === 'none') return null
  const options = optionsOf(reading, written)
  const among = (key: 'satisfied' | 'dissatisfied' | 'solved'): readonly string[] =>
    each(written[key], [...path, key]).map(({ value, path: at }) => {
      if (!options.includes(value)) reading.report(at, 'unknown-word', { word: value, near: '', allowed: options.join(' ') })
      return value
    })
  return {
    field: reading.name('field', written.field, [...path, 'field']),
    satisfied: among('satisfied'),
    dissatisfied: among('dissatisfied'),
    solved: among('solved'),
  }
}

function marksOf(reading: Reading, written: NonNullable<MeaningInput['marks']>): Meaning['marks'] {
  const read = (name: MarkName): readonly MarkRule[] => {
    const rules = written[name]
    if (rules === undefined || rules === 'none') return []
    return each<RuleInput>(rules, ['meaning', 'marks', name]).map(({ value, path }) => ruleOf(reading, value, path))
  }
  return Object.fromEntries(markNames.map((name) => [name, read(name)])) as Record<MarkName, readonly MarkRule[]>
}

function ruleOf(reading: Reading, written: RuleInput, path: Path): MarkRule {
  if (typeof written === 'string') return { on: 'act', act: reading.name('act', written, path), when: null }
  if ('stage' in written) return { on: 'stage', stage: reading.name('stage', written.stage, [...path, 'stage']) }
  return {
    on: 'act',
    act: reading.name('act', written.act, [...path, 'act']),
    when: conditionOf(reading, written.when, [...path, 'when']),
  }
}

/** The conditions under which an act makes a mark. */
export const meaningConditions = ({ marks }: Meaning, path: Path): readonly PlacedCondition[] =>
  markNames.flatMap((mark) =>
    marks[mark].flatMap((rule, index) => (rule.on === 'act' ? placed(rule.when, [...path, 'marks', mark, index, 'when']) : [])),
  )

/** The fields that mean something. */
export function meaningFields({ container, ledger, ...meaning }: Meaning, path: Path): readonly FieldUse[] {
  const { title, letter, category, channel, rating, answer } = meaning
  const { on, head, absent, present, minutes, listed } = container
  const counted = listed === null ? {} : { total: listed.total, unit: listed.unit, number: listed.number }
  const meant = { title, letter, category, channel, rating: rating?.field ?? null }
  return [
    ...Object.entries(meant).flatMap(([key, field]) => (field === null ? [] : [{ field, path: [...path, 'fields', key] }])),
    ...Object.entries({ on, absent, present, minutes }).flatMap(([key, field]) =>
      field === null ? [] : [{ field, path: [...path, 'container', key] }],
    ),
    ...head.map((field, index) => ({ field, path: [...path, 'container', 'head', index] })),
    ...Object.entries(counted).map(([key, field]) => ({ field, path: [...path, 'container', 'listed', key] })),
    ...ledger.flatMap(({ of, id }, index) => (of === 'field' ? [{ field: id, path: [...path, 'ledger', index, 'field'] }] : [])),
    ...answer.map((field, index) => ({ field, path: [...path, 'fields', 'answer', index] })),
  ]
}
