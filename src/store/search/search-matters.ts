import type { Query } from '../database/transaction.js'
import { Values } from '../gate.js'
import type { GovernmentId, Instant } from '../types.js'
import { figuresIn, lookupBeginnings, numberIn, spanOf } from './lookup-words.js'
import { countCap } from './page.js'
import { newestWith, type Place } from './search-newest.js'
import {
  hasWords,
  type Narrowing,
  narrowedQueries,
  ownQuery,
  roomForTexts,
  type SearchWords,
  textWords,
  typedWords,
} from './search-words.js'

export type Sought = {
  readonly text: string | undefined
  /** Only in what anybody may read. */
  readonly isPublic?: boolean
  /** What a matter `m` must be besides, the gate included. */
  readonly conditions: readonly string[]
  readonly values: Values
  /** The order of the list, one that an index has. */
  readonly order: string
  /** What of the conditions the index of words knows. */
  readonly narrowings: readonly Narrowing[]
  /** Those of the others by which another index has who meets one. */
  readonly indexed: (values: Values) => readonly string[]
  /** Only what stands behind it, newest first. */
  readonly behind: Place | null
  /** Only what came then and later. */
  readonly since: Instant | null
  /** So many of them are shown or counted. */
  readonly need: number
}

/** The order in which most is read, and in which the index itself can be asked. */
export const newestFirst = 'm.received_at desc, m.matter desc'

/** What was typed: nothing, the number of a matter, or words (null: nothing but signs, which nothing has). */
type Typed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'words'; readonly words: SearchWords | null }

function typedIn({ text = '', isPublic = false }: Sought): Typed {
  if (text.trim() === '') return { kind: 'nothing' }
  const number = numberIn(text)
  if (number !== null) return { kind: 'number', number }
  return { kind: 'words', words: typedWords(text, isPublic) }
}

/**
 * Where nothing was typed, several conditions of which the index of words knows one are asked for there, as words are: by itself each has an index
 * in the order of the list, but who meets all of them may be few among very many.
 */
function areTraitsAsked({ narrowings, indexed }: Sought): boolean {
  const isOne = narrowings.length + indexed(new Values()).length < 2
  return narrowings.length > 0 && !isOne
}

/** The newest that have these words and meet the conditions; without words, those that meet them. */
const newestOf = (
  query: Query,
  government: GovernmentId,
  sought: Sought,
  words: SearchWords | null,
): Promise<readonly number[]> =>
  newestWith(query, government, {
    ...sought,
    words,
    asked: narrowedQueries(government, words, sought.narrowings),
    isOwn: sought.narrowings.length > 0,
  })

/** So many are looked up by a part of a number; more than are counted nobody wants. */
const mostLookedUp = countCap + 1

/** The matters whose own number ends or begins with what was typed, or whose number where they came from begins with it. */
async function lookedUp(
  query: Query,
  government: GovernmentId,
  { text = '', isPublic = false }: Sought,
): Promise<readonly number[]> {
  const beginnings = isPublic ? [] : lookupBeginnings(text)
  if (beginnings.length === 0) return []
  const values = new Values()
  const own = `government = ${values.add(government)}`
  const ways = beginnings.map((each) => {
    const [from, before] = spanOf(each)
    return `matter_lookup where ${own} and word >= ${values.add(from)} and word < ${values.add(before)}`
  })
  const digits = figuresIn(text)
  // Figures stand in the same order in every language: the index of whole numbers serves for their beginnings.
  if (digits !== null)
    ways.push(`matter where ${own} and number >= ${values.add(digits)} and number <= ${values.add(digits.padEnd(10, '9'))}`)
  const rows = await query<{ matter: number }>(
    ways.map((way) => `(select matter from ${way} limit ${mostLookedUp})`).join(' union '),
    values.list,
  )
  return rows.map(({ matter }) => matter)
}

/**
 * The matters `m` that have what was typed, as the text of a statement from its `from` on. In another order than that of their coming,
 * frequent words are met soon on a walk along the list; of seldom ones the index knows all. A glance at the head of the list tells.
 */
export async function searchedIn(query: Query, government: GovernmentId, sought: Sought): Promise<string> {
  const { conditions, values } = sought
  const where = conditions.join(' and ')
  const typed = typedIn(sought)
  const isNewestFirst = sought.order === newestFirst
  if (typed.kind === 'nothing') {
    if (!isNewestFirst || !areTraitsAsked(sought)) return `matter m where ${where}`
    return amongThese(government, sought, await newestOf(query, government, sought, null))
  }
  if (typed.kind === 'number') return `matter m where ${where} and m.number = ${values.add(typed.number)}`
  const { words } = typed
  const numbered = await lookedUp(query, government, sought)
  if (words === null)
    return numbered.length === 0 ? `matter m where ${where} and false` : amongThese(government, sought, numbered)
  const met = isNewestFirst
    ? await newestOf(query, government, sought, words)
    : await walk(query, government, { ...sought, words })
  if (met !== null) return amongThese(government, sought, [...met, ...numbered])
  const matter = `select * from matter where government = ${values.add(government)} and matter =`
  const own = sought.narrowings.length > 0 ? [] : [ownQuery(government)]
  const asked = [...own, ...narrowedQueries(government, words, sought.narrowings)]
    .map((question) => `${textWords} @@ ${values.add(question)}::tsquery`)
    .join(' and ')
  // Where no index answers, the text is read before it is cut.
  const hits = `select t.matter from matter_text t where t.government = ${values.add(government)} and ${hasWords(words, values)}
      and ${asked}
    union select unnest(${values.add(numbered)}::bigint[])`
  return `(${hits} offset 0) t cross join lateral (${matter} t.matter offset 0) m where ${where}`
}

/** The newest that have the words, or the part of a number, that were typed, or meet several conditions; null where neither was asked. */
export async function newestMet(query: Query, government: GovernmentId, sought: Sought): Promise<readonly number[] | null> {
  const typed = typedIn(sought)
  if (typed.kind === 'number') return null
  if (typed.kind === 'nothing') return areTraitsAsked(sought) ? newestOf(query, government, sought, null) : null
  const met = typed.words === null ? [] : await newestOf(query, government, sought, typed.words)
  const numbered = await lookedUp(query, government, sought)
  if (numbered.length === 0) return met
  const values = new Values()
  values.list.push(...sought.values.list)
  const all = amongThese(government, { ...sought, values }, [...met, ...numbered])
  const rows = await query<{ matter: number }>(
    `select m.matter from ${all} order by ${newestFirst} limit ${sought.need}`,
    values.list,
  )
  return rows.map(({ matter }) => matter)
}

/** `offset 0` keeps the planner from turning it round. */
export const amongThese = (
  government: GovernmentId,
  { conditions, values }: Pick<Sought, 'conditions' | 'values'>,
  matters: readonly number[],
): string =>
  `(select * from matter where government = ${values.add(government)} and matter = any(${values.add(matters)}::bigint[]) offset 0) m
   where ${conditions.join(' and ')}`

const glance = 100
const longestWalk = 10_000

type Walk = Sought & { readonly words: SearchWords }

/** The first matters of the list that have the words, as many as are needed or all there are; null: they are too far apart. */
async function walk(query: Query, government: GovernmentId, sought: Walk): Promise<number[] | null> {
  const met: number[] = []
  let passed = 0
  for (let steps = glance; ; ) {
    const { looked, hits } = await look(query, government, { ...sought, passed, steps })
    met.push(...hits)
    passed += looked
    if (met.length >= sought.need || looked < steps) return met
    const expected = (sought.need * passed) / met.length
    if (expected > longestWalk || passed >= longestWalk) return null
    steps = glance + Math.ceil(expected - passed)
  }
}

type Step = { readonly looked: number; readonly hits: readonly number[] }

async function look(
  query: Query,
  government: GovernmentId,
  { words, conditions, values: given, order, passed, steps }: Walk & { readonly passed: number; readonly steps: number },
): Promise<Step> {
  const values = new Values()
  values.list.push(...given.list)
  const next = `select m.matter from matter m where ${conditions.join(' and ')} order by ${order} limit ${steps} offset ${passed}`
  const has = `select true as word from matter_text t where t.government = ${values.add(government)} and t.matter = next.matter
    and ${hasWords(words, values)} offset 0`
  const text = `select count(*) as looked, coalesce(json_agg(next.matter) filter (where word), '[]') as hits, ${roomForTexts}
    from (${next}) next left join lateral (${has}) t on true`
  const [step] = await query<Step>(text, values.list)
  if (!step) throw new Error('a count has a row')
  return step
}
