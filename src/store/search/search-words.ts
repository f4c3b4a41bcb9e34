import { asSeen } from '../../core/index.js'
import type { Values } from '../gate.js'
import { storable } from '../proof/canonical.js'
import type { Indexed } from './indexed.js'
import { simplified } from './simplified.js'

/** Letters and figures, with the vowels and tones that some scripts write as marks. */
const run = /[\p{L}\p{N}\p{M}]+/gu
/** So many windows of a text are known, and no more. */
const most = 20_000

/** Which word of the index says whose the text is: two governments share one index, and one must not wait for the other's hits. */
export const ownWord = (government: string): string => `@${government}`

/**
 * Days that one word stands for, and how many digits of a day's number these have in common: the index knows of each text on which day it
 * came, in which 16 days and in which 256, so that any span of time is few words.
 */
const spans = [
  { days: 1, digits: 5 },
  { days: 16, digits: 4 },
  { days: 256, digits: 3 },
] as const
type Span = (typeof spans)[number]

const lastDay = 16 ** 5 - 1
const inDays = (at: number): number => Math.min(Math.max(Math.floor(at / 86_400_000), 0), lastDay)

const spanWord = (government: string, day: number, { digits }: Span): string =>
  `${ownWord(government)}/${day.toString(16).padStart(5, '0').slice(0, digits)}`

/** The words of what came between two moments, and of some that came on the same days before or after. */
export function receivedBetween(government: string, since: number, until: number): readonly string[] {
  const last = inDays(until)
  const words: string[] = []
  for (let day = inDays(since); day <= last; ) {
    const span = spans.findLast(({ days }) => day % days === 0 && day + days - 1 <= last) ?? spans[0]
    words.push(quote(spanWord(government, day, span)))
    day += span.days
  }
  return words
}

/** So far back or farther, to where a word of many days begins: a long span of time begins with few words. */
export function spanBegin(at: number, days: number): number {
  const whole = spans.findLast((span) => span.days * 2 <= days) ?? spans[0]
  return Math.floor(inDays(at) / whole.days) * whole.days * 86_400_000
}

/** 特征. What a matter is, apart from what it says, by which a search can be narrowed within the index. */
export type Trait = 'regulation' | 'category' | 'channel' | 'unit' | 'published'

/** The value of a trait that a matter has or has not. */
export const isSo = 'yes'

/** One of these values of a trait. */
export type Narrowing = { readonly trait: Trait; readonly oneOf: readonly string[] }

/** A line of what is known, which behind whose it is becomes a word that no text has. The index takes none longer than 2,046 bytes; no value is as long as this. */
const traitLine = (trait: Trait, value: string): string =>
  `=${trait}/${storable(value).replaceAll('\n', ' ').slice(0, longestTrait)}`

const longestTrait = 200

/** Which line says that a matter names another one. */
export const linkLine = (number: string): string => `#${number}`

/**
 * 事项检索词. What is kept of a matter so that the index knows it: line by line what it is, and its text and what anybody may read of it as runs of
 * letters and figures, written plainly, with a blank between two. The database cuts them (`text_words`).
 */
export type TextRow = { readonly known: string; readonly text: string; readonly publicText: string }

export const textRow = ({ searchText, publicText, links = [], ...matter }: Indexed): TextRow => ({
  known: [...traitsOf(matter).map(([trait, value]) => traitLine(trait, value)), ...links.map(linkLine)].join('\n'),
  text: runsOf(searchText),
  publicText: runsOf(publicText),
})

type Traits = Pick<Indexed, 'regulation' | 'category' | 'channel' | 'units' | 'publishedAt'>

const traitsOf = ({ regulation, category, channel, units, publishedAt }: Traits): readonly (readonly [Trait, string])[] => [
  ['regulation', regulation],
  ...(category === null ? [] : [['category', category] as const]),
  ...(channel === null ? [] : [['channel', channel] as const]),
  ...[...new Set(units)].map((unit) => ['unit', unit] as const),
  ...(publishedAt === null ? [] : [['published', isSo] as const]),
]

/** What anybody may read is found by words of its own: what was taken out before it was published is in none of them. */
const publicWord = (word: string): string => `!${word}`

/** 二元窗口. Every two neighbouring characters of a text: needs no dictionary, and finds every run of two or more. A run of one is itself one. */
export function searchWords(text: string): string[] {
  const windows = new Set<string>()
  for (const part of plain(text).match(run) ?? []) {
    let from = 0
    let at = widthAt(part, 0)
    if (at === part.length) windows.add(part)
    while (at < part.length) {
      const to = at + widthAt(part, at)
      windows.add(part.slice(from, to))
      from = at
      at = to
    }
  }
  return [...windows].slice(0, most)
}

/** The runs of letters and figures of a text, written plainly, with a blank between two. */
export function runsOf(text: string): string {
  const runs = (plain(text).match(run) ?? []).join(' ')
  return runs.length <= most ? runs : withMostWindows(runs)
}

function withMostWindows(runs: string): string {
  const characters = [...runs]
  const windows = new Set<string>()
  const end = characters.findIndex((character, at) => windows.add(`${character}${characters[at + 1] ?? ''}`).size > most)
  return end === -1 ? runs : characters.slice(0, end + 1).join('')
}

/** By what a text is found, as far as a question can tell: its windows and its characters, of what anybody may read by themselves. */
export const foundBy = ({ known, text, publicText }: TextRow): readonly string[] => [
  ...known.split('\n'),
  ...windowsAndCharacters(text),
  ...windowsAndCharacters(publicText).map(publicWord),
]

const windowsAndCharacters = (text: string): string[] => [...new Set([...searchWords(text), ...text.replaceAll(' ', '')])]

/** A character outside the basic plane is written as two units of UTF-16. */
const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

/** What was typed: every one of its windows must be there; one character alone finds every run that has it. Null: nothing to look for. */
export type SearchWords = { readonly windows: readonly string[]; readonly isPublic: boolean }

export function typedWords(text: string, isPublic = false): SearchWords | null {
  const windows = searchWords(text)
  return windows.length === 0 ? null : { windows, isPublic }
}

/** The words as a question to the index; one character alone finds what begins with it or is it. */
export function searchQuery({ windows, isPublic }: SearchWords): string {
  const quoted = windows.map((window) => {
    const known = quote(isPublic ? publicWord(window) : window)
    return [...window].length === 1 ? `${known}:*` : known
  })
  return quoted.join(' & ')
}

/** The same question of texts \`t\` that are read one by one, each in a microsecond: to cut one takes a hundred. */
export const hasWords = ({ windows, isPublic }: SearchWords, values: Values): string =>
  windows.map((window) => `strpos(t.${isPublic ? 'public_text' : 'text'}, ${values.add(window)}::text) > 0`).join(' and ')

/**
 * To be asked before the index is, in the same transaction: with less room it remembers pages for texts, and every text on them would be cut to see
 * whether it is meant. Room for ten million texts; what is not needed is not taken.
 */
export const roomForTexts = "set_config('work_mem', '64MB', true)"

/** Every word by which the index knows a text \`t\`; only the index asks for them, and whoever asks the index. */
export const textWords = 'text_words(t.government, t.received_at, t.known, t.text, t.public_text)'

const knownWord = (government: string, line: string): string => `${ownWord(government)}${line}`

/**
 * What has these traits and these words, as several questions: each trait, which says whose it is as well, by itself, and what was typed, the first window of
 * it right behind the first trait. Windows of one phrase are met together mostly, traits and words are not: what leaves fewest stands first.
 */
export function narrowedQueries(
  government: string,
  words: SearchWords | null,
  narrowings: readonly Narrowing[],
): readonly string[] {
  const [trait, ...traits] = narrowings.map(({ trait: of, oneOf }) =>
    oneOf.map((value) => quote(knownWord(government, traitLine(of, value)))).join(' | '),
  )
  if (trait === undefined) return words === null ? [] : [searchQuery(words)]
  const typed = (windows: readonly string[] = []) =>
    words === null || windows.length === 0 ? [] : [searchQuery({ ...words, windows })]
  return [trait, ...typed(words?.windows.slice(0, 1)), ...traits, ...typed(words?.windows.slice(1))]
}

/** Whatever is of this government. */
export const ownQuery = (government: string): string => quote(ownWord(government))

/** The matters that name this number. */
export const linkQuery = (government: string, number: string): string => quote(knownWord(government, linkLine(number)))

/** As it is read: without what does not show, wide letters narrow, large ones small, traditional characters simplified. */
const plain = (text: string): string => simplified(asSeen(text).normalize('NFKC').toLowerCase())

const quote = (word: string): string => `'${word.replace(/['\\]/g, (sign) => sign + sign)}'`
