import { asSeen } from '../../core/index.js'
import { storable } from '../proof/canonical.js'
import type { Indexed } from './indexed.js'
import { simplified } from './simplified.js'

/** Letters and figures, with the vowels and tones that some scripts write as marks. */
const run = /[\p{L}\p{N}\p{M}]+/gu
const most = 20_000

/** Which word of the index says whose the text is: two governments share one index, and one must not wait for the other's hits. */
export const ownWord = (government: string): string => `@${government}`

/** Which words say whose it is and on which day it came, in which 16 days and in which 256: any span of time is few of them. */
export const receivedWords = (government: string, at: number): readonly string[] =>
  spans.map((span) => spanWord(government, inDays(at), span))

/** Days that one word stands for, and how many digits of a day's number these have in common. */
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

/** Which word says that a matter has a trait: no text has such a word. The index takes none longer than 2,046 bytes; no value is as long as this. */
export const traitWord = (government: string, trait: Trait, value: string): string =>
  `${ownWord(government)}=${trait}/${storable(value).replaceAll('\n', ' ').slice(0, longestTrait)}`

const longestTrait = 200

/** Which word says that a matter names another one: no text has such a word. */
export const linkWord = (number: string): string => `#${number}`

/** Every word by which the index knows a matter: the windows, and the last character of each run, which begins no window. */
export const indexWords = (
  government: string,
  { searchText, publicText, receivedAt, links = [], ...matter }: Indexed,
): string[] => [
  ownWord(government),
  ...receivedWords(government, receivedAt),
  ...traitsOf(matter).map(([trait, value]) => traitWord(government, trait, value)),
  ...links.map(linkWord),
  ...wordsOf(searchText),
  ...[...wordsOf(publicText)].map(publicWord),
]

type Traits = Pick<Indexed, 'regulation' | 'category' | 'channel' | 'units' | 'publishedAt'>

const traitsOf = ({ regulation, category, channel, units, publishedAt }: Traits): readonly (readonly [Trait, string])[] => [
  ['regulation', regulation],
  ...(category === null ? [] : [['category', category] as const]),
  ...(channel === null ? [] : [['channel', channel] as const]),
  ...[...new Set(units)].map((unit) => ['unit', unit] as const),
  ...(publishedAt === null ? [] : [['published', isSo] as const]),
]

function wordsOf(text: string): ReadonlySet<string> {
  const { windows, ends } = cut(text)
  for (const end of ends) windows.add(end)
  return windows
}

/** What anybody may read is found by words of its own: what was taken out before it was published is in none of them. */
const publicWord = (word: string): string => `!${word}`

/** 二元窗口. Every two neighbouring characters of a text: needs no dictionary, and finds every run of two or more. */
export const searchWords = (text: string): string[] => [...cut(text).windows]

/** The windows, and what ends each run: it begins no window, but is looked for as well. A run of one character is both. */
function cut(text: string): { readonly windows: Set<string>; readonly ends: readonly string[] } {
  const windows = new Set<string>()
  const ends: string[] = []
  for (const part of plain(text).match(run) ?? []) {
    let from = 0
    let at = widthAt(part, 0)
    if (at === part.length && windows.size < most) windows.add(part)
    while (at < part.length) {
      const to = at + widthAt(part, at)
      if (windows.size < most) windows.add(part.slice(from, to))
      from = at
      at = to
    }
    if (ends.length < most) ends.push(part.slice(from))
  }
  return { windows, ends }
}

/** A character outside the basic plane is written as two units of UTF-16. */
const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

/** The same windows as a query: all must be there; one character alone finds what begins with it or is it. Null: nothing to look for. */
export function searchQuery(text: string, isPublic = false): string | null {
  const words = searchWords(text)
  if (words.length === 0) return null
  const quoted = words.map((word) => {
    const known = quote(isPublic ? publicWord(word) : word)
    return [...word].length === 1 ? `${known}:*` : known
  })
  return quoted.join(' & ')
}

/** The same query narrowed to what has these traits, or, where nothing was typed, these traits alone; each says whose it is as well. */
export function narrowedQuery(government: string, words: string | null, narrowings: readonly Narrowing[]): string {
  const traits = narrowings.map(({ trait, oneOf }) => {
    const any = oneOf.map((value) => quote(traitWord(government, trait, value))).join(' | ')
    return oneOf.length === 1 ? any : `(${any})`
  })
  return [...traits, ...(words === null ? [] : [words])].join(' & ')
}

/** Whatever is of this government. */
export const ownQuery = (government: string): string => quote(ownWord(government))

/** The matters that name this number. */
export const linkQuery = (government: string, number: string): string => `${ownQuery(government)} & ${quote(linkWord(number))}`

/** As it is read: without what does not show, wide letters narrow, large ones small, traditional characters simplified. */
const plain = (text: string): string => simplified(asSeen(text).normalize('NFKC').toLowerCase())

const quote = (word: string): string => `'${word.replace(/['\\]/g, (sign) => sign + sign)}'`
