import { type MarkName, markNames } from '../../core/index.js'
import { hints, noHints } from './meaning-hints.js'
import { each } from './reading.js'
import type { NameInput } from './shapes.js'

type Table<T> = { readonly [id: string]: T }
type Listed = string | readonly string[] | undefined

/** What of a regulation, as written, a guess looks at. */
export type Drafted = {
  readonly fields?:
    | Table<{ readonly name: NameInput; readonly type: string; readonly identity?: boolean | undefined }>
    | undefined
  readonly acts: Table<{ readonly name: NameInput; readonly starts?: unknown; readonly needs?: Listed; readonly takes?: Listed }>
}

/** What a regulation's names most likely mean, by their kind and by what they are called. A person decides. */
export type MeaningDraft = {
  readonly fields: Readonly<Record<'title' | 'letter' | 'category' | 'channel', string | null>> & {
    readonly answer: readonly string[]
  }
  readonly marks: Readonly<Record<MarkName, readonly string[]>>
}

const zhOf = (name: NameInput): string => (typeof name === 'string' ? name : name.zh)

/** The likeliest of a kind: one whose name says so, else the first. */
function likeliest(input: Drafted, ids: readonly string[], key: keyof typeof hints): string | null {
  const named = ids.find((id) => hints[key].test(zhOf(input.fields?.[id]?.name ?? '')))
  return named ?? (key === 'title' || key === 'letter' ? (ids[0] ?? null) : null)
}

export function draftedMeaning(input: Drafted): MeaningDraft {
  const acts = Object.entries(input.acts)
  const stated = ([, act]: (typeof acts)[number]): readonly string[] =>
    [act.needs, act.takes].flatMap((list) => each(list, []).map(({ value }) => value))
  const starting = acts.filter(([, act]) => act.starts !== undefined)
  const ofType = (ids: readonly string[], ...types: readonly string[]) =>
    [...new Set(ids)].filter((id) => types.includes(input.fields?.[id]?.type ?? '') && input.fields?.[id]?.identity !== true)
  const begun = starting.flatMap(stated)
  const later = acts.filter(([, act]) => act.starts === undefined).flatMap(stated)
  const choices = ofType([...begun, ...later], 'choice')
  return {
    fields: {
      title: likeliest(input, ofType(begun, 'text'), 'title'),
      letter: likeliest(input, ofType(begun, 'longText', 'text'), 'letter'),
      category: likeliest(input, choices, 'category'),
      channel: likeliest(input, choices, 'channel'),
      answer: ofType(later, 'longText').filter((id) => hints.answer.test(zhOf(input.fields?.[id]?.name ?? ''))),
    },
    marks: Object.fromEntries(markNames.map((mark) => [mark, actsFor(input, mark)])) as Record<MarkName, readonly string[]>,
  }
}

/** Acts that are called so; what opens a matter is how it is received, and what a duty names as its grant extends. */
function actsFor(input: Drafted, mark: MarkName): readonly string[] {
  const acts = Object.entries(input.acts)
  if (mark === 'received') return acts.flatMap(([id, act]) => (act.starts === undefined ? [] : [id]))
  const isCalled = (name: string): boolean => hints[mark].test(name) && noHints[mark]?.test(name) !== true
  return acts.flatMap(([id, act]) => (act.starts === undefined && isCalled(zhOf(act.name)) ? [id] : []))
}

/** The whole block, ready to be put into the file and read over. */
export function draftText(input: Drafted): string {
  const { fields, marks } = draftedMeaning(input)
  const list = (ids: readonly string[]): string =>
    ids.length === 0 ? 'none' : ids.length === 1 ? (ids[0] ?? '') : `[${ids.join(', ')}]`
  const one = (id: string | null): string => id ?? 'none'
  return [
    'meaning:',
    '  fields:',
    `    title: ${one(fields.title)}`,
    `    letter: ${one(fields.letter)}`,
    `    category: ${one(fields.category)}`,
    `    channel: ${one(fields.channel)}`,
    `    answer: ${list(fields.answer)}`,
    '    rating: none',
    '  marks:',
    ...markNames.map((mark) => `    ${mark}: ${list(marks[mark])}`),
  ].join('\n')
}
