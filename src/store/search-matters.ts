import { Values } from './gate.js'
import { isMatterNumber } from './matter-number.js'
import { newestWith } from './search-newest.js'
import { searchQuery } from './search-words.js'
import type { Query } from './transaction.js'
import type { GovernmentId } from './types.js'

export type Sought = {
  readonly text: string | undefined
  /** Only in what anybody may read. */
  readonly isPublic?: boolean
  /** What a matter `m` must be besides, the gate included. */
  readonly conditions: readonly string[]
  readonly values: Values
  /** The order of the list, one that an index has. */
  readonly order: string
  /** An index has those that meet one of the conditions in the order of the list. */
  readonly isNarrowed: boolean
  /** So many of them are shown or counted. */
  readonly need: number
}

/** The order in which most is read, and in which the index itself can be asked. */
export const newestFirst = 'm.received_at desc, m.matter desc'

/** What was typed: nothing, the number of a matter, or words (null: nothing but signs, which nothing has). */
type Typed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'words'; readonly words: string | null }

function typedIn(government: GovernmentId, { text = '', isPublic = false }: Sought): Typed {
  if (text.trim() === '') return { kind: 'nothing' }
  const number = text.replaceAll(/\s/g, '')
  return isMatterNumber(number) ? { kind: 'number', number } : { kind: 'words', words: searchQuery(government, text, isPublic) }
}

/**
 * The matters `m` that have what was typed, as the text of a statement from its `from` on. In another order than that of their coming,
 * frequent words are met soon on a walk along the list; of seldom ones the index knows all. A glance at the head of the list tells.
 */
export async function searchedIn(query: Query, government: GovernmentId, sought: Sought): Promise<string> {
  const { conditions, values } = sought
  const where = conditions.join(' and ')
  const typed = typedIn(government, sought)
  if (typed.kind === 'nothing') return `matter m where ${where}`
  if (typed.kind === 'number') return `matter m where ${where} and m.number = ${values.add(typed.number)}`
  const { words } = typed
  if (words === null) return `matter m where ${where} and false`
  const asked = { ...sought, words }
  const met = sought.order === newestFirst ? await newestWith(query, government, asked) : await walk(query, government, asked)
  if (met !== null) return amongThese(government, sought, met)
  const matter = `select * from matter where government = ${values.add(government)} and matter =`
  const hits = `select matter from matter_text where government = ${values.add(government)} and search @@ ${values.add(words)}::tsquery`
  return `(${hits} offset 0) t cross join lateral (${matter} t.matter offset 0) m where ${where}`
}

/** The newest that have the words that were typed; null where no words were. */
export async function newestMet(query: Query, government: GovernmentId, sought: Sought): Promise<readonly number[] | null> {
  const typed = typedIn(government, sought)
  if (typed.kind !== 'words') return null
  return typed.words === null ? [] : newestWith(query, government, { ...sought, words: typed.words })
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

type Walk = Sought & { readonly words: string }

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
  const has = `select true as word from matter_text where government = ${values.add(government)} and matter = next.matter
    and search @@ ${values.add(words)}::tsquery offset 0`
  const text = `select count(*) as looked, coalesce(json_agg(next.matter) filter (where word), '[]') as hits
    from (${next}) next left join lateral (${has}) t on true`
  const [step] = await query<Step>(text, values.list)
  if (!step) throw new Error('a count has a row')
  return step
}
