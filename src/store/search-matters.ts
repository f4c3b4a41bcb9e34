import { Values } from './gate.js'
import { isMatterNumber } from './matter-number.js'
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
  /** So many of them are shown or counted. */
  readonly need: number
}

/**
 * The matters `m` that have what was typed, as the text of a statement from its `from` on. Frequent words are met soon on a walk along
 * the list; of seldom ones the index knows all. The planner cannot tell which is which, its guesses are wrong by a factor of hundreds:
 * a glance at the head of the list tells.
 */
export async function searchedIn(query: Query, government: GovernmentId, sought: Sought): Promise<string> {
  const { text = '', conditions, values, isPublic = false } = sought
  const where = conditions.join(' and ')
  if (text.trim() === '') return `matter m where ${where}`
  const number = text.replaceAll(/\s/g, '')
  if (isMatterNumber(number)) return `matter m where ${where} and m.number = ${values.add(number)}`
  const words = searchQuery(government, text, isPublic)
  // Nothing but signs was typed: nothing has that.
  if (words === null) return `matter m where ${where} and false`
  const met = await walk(query, government, { ...sought, words })
  // `offset 0` keeps the planner from turning it round.
  const matter = `select * from matter where government = ${values.add(government)} and matter =`
  if (met !== null) return `(${matter} any(${values.add(met)}::bigint[]) offset 0) m where ${where}`
  const hits = `select matter from matter_text where government = ${values.add(government)} and search @@ ${values.add(words)}::tsquery`
  return `(${hits} offset 0) t cross join lateral (${matter} t.matter offset 0) m where ${where}`
}

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
