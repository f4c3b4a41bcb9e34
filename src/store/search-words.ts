import { asSeen } from '../core/index.js'
import { storable } from './canonical.js'
import { simplified } from './simplified.js'

/** Letters and figures, with the vowels and tones that some scripts write as marks. */
const run = /[\p{L}\p{N}\p{M}]+/gu
const most = 20_000

/** Which word of the index says whose the text is: two governments share one index, and one must not wait for the other's hits. */
export const ownWord = (government: string): string => `@${government}`

/** Which word says whose it is and on which day it came: what came in a span of time begins with one of few beginnings. */
export const receivedWord = (government: string, at: number): string =>
  `${ownWord(government)}/${inDays(at).toString(16).padStart(digits, '0')}`

const digits = 5
const lastDay = 16 ** digits - 1
const inDays = (at: number): number => Math.min(Math.max(Math.floor(at / 86_400_000), 0), lastDay)

/** What came between two moments, and some that came on the same days before or after. */
export function receivedQuery(government: string, since: number, until: number): string {
  const [first, last] = [inDays(since), inDays(until)]
  let block = 1
  let left = digits
  for (; (last - first) / block > 16; left -= 1) block *= 16
  const from = Math.floor(first / block)
  const blocks = Array.from({ length: Math.floor(last / block) - from + 1 }, (_, at) =>
    (from + at).toString(16).padStart(left, '0'),
  )
  return blocks.map((each) => `${quote(`${ownWord(government)}/${each}`)}${left === digits ? '' : ':*'}`).join(' | ')
}

/** 特征. What a matter is, apart from what it says, by which a search can be narrowed within the index. */
export type Trait = 'regulation' | 'category' | 'channel' | 'unit'

/** One of these values of a trait. */
export type Narrowing = { readonly trait: Trait; readonly oneOf: readonly string[] }

/** Which word says that a matter has a trait: no text has such a word. */
export const traitWord = (government: string, trait: Trait, value: string): string =>
  `${ownWord(government)}=${trait}/${storable(value).replaceAll('\n', ' ')}`

/** Which word says that a matter names another one: no text has such a word. */
export const linkWord = (number: string): string => `#${number}`

type Indexed = {
  readonly searchText: string
  readonly publicText: string
  readonly receivedAt: number
  readonly regulation: string
  readonly category: string | null
  readonly channel: string | null
  readonly units: readonly string[]
  readonly links?: readonly string[]
}

/** Every word by which the index knows a matter: the windows, and the last character of each run, which begins no window. */
export const indexWords = (
  government: string,
  { searchText, publicText, receivedAt, links = [], ...matter }: Indexed,
): string[] => [
  ownWord(government),
  receivedWord(government, receivedAt),
  ...traitsOf(matter).map(([trait, value]) => traitWord(government, trait, value)),
  ...links.map(linkWord),
  ...wordsOf(searchText),
  ...[...wordsOf(publicText)].map(publicWord),
]

type Traits = Pick<Indexed, 'regulation' | 'category' | 'channel' | 'units'>

const traitsOf = ({ regulation, category, channel, units }: Traits): readonly (readonly [Trait, string])[] => [
  ['regulation', regulation],
  ...(category === null ? [] : [['category', category] as const]),
  ...(channel === null ? [] : [['channel', channel] as const]),
  ...[...new Set(units)].map((unit) => ['unit', unit] as const),
]

function wordsOf(text: string): ReadonlySet<string> {
  const runs = [...runsOf(text)]
  return new Set([...windowsOf(runs), ...lastCharacters(runs)])
}

/** What anybody may read is found by words of its own: what was taken out before it was published is in none of them. */
const publicWord = (word: string): string => `!${word}`

/** 二元窗口. Every two neighbouring characters of a text: needs no dictionary, and finds every run of two or more. */
export const searchWords = (text: string): string[] => windowsOf(runsOf(text))

function windowsOf(runs: Iterable<readonly string[]>): string[] {
  const words = new Set<string>()
  for (const characters of runs) {
    if (characters.length === 1) words.add(characters.join(''))
    for (let at = 0; at + 1 < characters.length; at += 1) words.add(`${characters[at]}${characters[at + 1]}`)
    if (words.size > most) break
  }
  return [...words].slice(0, most)
}

/** What ends a run begins no window, but is looked for as well. */
const lastCharacters = (runs: readonly (readonly string[])[]): readonly string[] =>
  runs.map((characters) => characters[characters.length - 1] ?? '').slice(0, most)

function* runsOf(text: string): Iterable<readonly string[]> {
  for (const [part] of plain(text).matchAll(run)) yield [...part]
}

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

/** Such a query, narrowed, among the texts of one government: a trait says whose it is as well. */
export function narrowedQuery(government: string, words: string, narrowings: readonly Narrowing[]): string {
  const traits = narrowings.map(({ trait, oneOf }) =>
    oneOf.map((value) => quote(traitWord(government, trait, value))).join(' | '),
  )
  const own =
    traits.length === 0 ? [quote(ownWord(government))] : traits.map((each) => (each.includes(' | ') ? `(${each})` : each))
  return [...own, words].join(' & ')
}

/** The matters that name this number. */
export const linkQuery = (government: string, number: string): string =>
  `${quote(ownWord(government))} & ${quote(linkWord(number))}`

/** As it is read: without what does not show, wide letters narrow, large ones small, traditional characters simplified. */
const plain = (text: string): string => simplified(asSeen(text).normalize('NFKC').toLowerCase())

const quote = (word: string): string => `'${word.replace(/['\\]/g, (sign) => sign + sign)}'`
