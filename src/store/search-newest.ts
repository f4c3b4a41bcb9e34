import { Values } from './gate.js'
import { iso } from './moments.js'
import { receivedQuery } from './search-words.js'
import type { Query } from './transaction.js'
import type { GovernmentId, Instant, MatterId } from './types.js'

export type SoughtNewest = {
  readonly words: string
  /** What a matter `m` must be besides, the gate included. */
  readonly conditions: readonly string[]
  readonly values: Values
  /** All conditions stand among the words: what the index finds meets them, as a rule. */
  readonly isKnownToWords: boolean
  /** An index has those that meet one of the conditions in the order of the list: the others need not be passed by. */
  readonly isNarrowed: boolean
  /** So many of them are shown or counted. */
  readonly need: number
}

/** Along the list, newest first: what stands before it was looked at. */
type Place = { readonly at: Instant; readonly matter: MatterId }
type Stored = { readonly newest: Instant; readonly oldest: Instant; readonly matters: number }
type Sample = {
  readonly looked: number
  readonly hits: readonly MatterId[]
  readonly first: Instant | null
  readonly last: Place | null
}
type Way = { readonly by: 'walk' | 'window' | 'words'; readonly cost: number; readonly steps: number }

const glance = 150
/** Microseconds: of a matter whose words are looked up, of one passed by, of one more in a window of the index, of one more that has the words. */
const [perLookUp, perPassed, perStored, perCandidate] = [8, 1, 0.03, 5]
const longestStep = 60

/**
 * The newest matters that have the words and meet the conditions, newest first, as many as are needed or all there are. The index knows
 * who has the words, but not in what order, nor how many, and the planner's guesses are wrong by a factor of hundreds. A glance at the
 * head of the list says how frequent the words are there, and so what is cheapest for the rest: to look up the words of each that meets
 * the conditions, to ask the index for a span of time, or to ask it for all that have the words.
 */
export async function newestWith(query: Query, government: GovernmentId, sought: SoughtNewest): Promise<readonly MatterId[]> {
  const found: MatterId[] = []
  const head = await alongList(query, government, sought, { from: null, steps: glance })
  found.push(...head.hits)
  const begun = head.first
  if (found.length >= sought.need || head.looked < glance || head.last === null || begun === null)
    return found.slice(0, sought.need)
  const stored = await storedIn(query, government)
  let [looked, last] = [head.looked, head.last]
  for (;;) {
    const missing = sought.need - found.length
    const way = cheapest({ ...sought, looked, found: found.length, missing, span: begun - last.at }, stored)
    if (way.by === 'walk') {
      const next = await alongList(query, government, sought, { from: last, steps: way.steps })
      found.push(...next.hits)
      if (next.looked < way.steps || next.last === null) break
      looked += next.looked
      last = next.last
    } else {
      const since = way.by === 'words' ? null : last.at - Math.ceil(((begun - last.at) / looked) * way.steps)
      const hits = await inWords(query, government, { ...sought, need: missing }, { from: last, since })
      found.push(...hits)
      if (since === null || since <= stored.oldest) break
      const isExpected = hits.length * 2 >= Math.min(missing, (found.length / looked) * way.steps)
      last = { at: since, matter: 0 }
      looked += way.steps
      if (found.length < sought.need && !isExpected && !(await hasMore(query, sought, last))) break
    }
    if (found.length >= sought.need) break
  }
  return found.slice(0, sought.need)
}

type Seen = Pick<SoughtNewest, 'isKnownToWords' | 'isNarrowed'> & {
  readonly looked: number
  readonly found: number
  readonly missing: number
  readonly span: number
}

/** `steps`: along the list, of matters that meet the conditions. How many others lie among them is judged by how many are stored. */
function cheapest(seen: Seen, { newest, oldest, matters }: Stored): Way {
  const { looked, found, missing, span, isKnownToWords, isNarrowed } = seen
  const share = (found + 0.5) / looked
  const steps = Math.ceil(Math.min((missing / share) * 1.2, longestStep * looked))
  const whole = missing / share
  const passed = Math.max(looked, (span * matters) / Math.max(1, newest - oldest))
  const inSpan = Math.min(matters, (passed / looked) * whole)
  // Of those in the index that have the words, all that meet no other condition are met as well, unless it knows the conditions.
  const candidates = share * (isKnownToWords ? looked / passed : 1)
  const ways: readonly Way[] = [
    { by: 'walk', cost: whole * perLookUp + (isNarrowed ? 0 : inSpan * perPassed), steps },
    { by: 'window', cost: inSpan * (perStored + candidates * perCandidate), steps },
    { by: 'words', cost: matters * candidates * perCandidate, steps },
  ]
  return ways.reduce((best, each) => (each.cost < best.cost ? each : best))
}

/** From when to when, and about how many: their ids are given one after another. */
async function storedIn(query: Query, government: GovernmentId): Promise<Stored> {
  const of = (what: string, order: string) => `(select ${what} from matter where government = $1 order by ${order} limit 1)`
  const text = `select ${of('received_at', 'received_at desc')} as newest, ${of('received_at', 'received_at')} as oldest,
    ${of('matter', 'matter desc')} as matters`
  const [stored] = await query<Stored>(text, [government])
  if (!stored) throw new Error('a look has a row')
  return stored
}

const newestFirst = 'm.received_at desc, m.matter desc'

const after = ({ at, matter }: Place, values: Values): string =>
  `(m.received_at, m.matter) < (${values.add(iso(at))}::timestamptz, ${values.add(matter)}::bigint)`

function copied({ values: given }: SoughtNewest): Values {
  const values = new Values()
  values.list.push(...given.list)
  return values
}

/** Looks up the words of one after another of those that meet the conditions. */
async function alongList(
  query: Query,
  government: GovernmentId,
  sought: SoughtNewest,
  { from, steps }: { readonly from: Place | null; readonly steps: number },
): Promise<Sample> {
  const values = copied(sought)
  const conditions = from === null ? sought.conditions : [...sought.conditions, after(from, values)]
  const next = `select m.matter, m.received_at from matter m where ${conditions.join(' and ')} order by ${newestFirst} limit ${steps}`
  const has = `select true as word from matter_text where government = ${values.add(government)} and matter = next.matter
    and search @@ ${values.add(sought.words)}::tsquery offset 0`
  const text = `select count(*) as looked, max(next.received_at) as first, min(next.received_at) as at,
      coalesce(json_agg(next.matter order by next.received_at desc, next.matter desc) filter (where word), '[]') as hits,
      (array_agg(next.matter order by next.received_at, next.matter))[1] as matter
    from (${next}) next left join lateral (${has}) t on true`
  const [row] = await query<Omit<Sample, 'last'> & { at: Instant | null; matter: MatterId | null }>(text, values.list)
  if (!row) throw new Error('a count has a row')
  const { looked, hits, first, at, matter } = row
  return { looked, hits, first, last: at === null || matter === null ? null : { at, matter } }
}

/**
 * Asks the index, for a span of time or (null) for all before. A text knows when its matter came: matters are looked up one after another,
 * the newest first, until there are enough. `offset 0`, and words that are not known when it is planned, leave one way.
 */
async function inWords(
  query: Query,
  government: GovernmentId,
  sought: SoughtNewest,
  { from, since }: { readonly from: Place; readonly since: Instant | null },
): Promise<readonly MatterId[]> {
  const values = copied(sought)
  const own = `government = ${values.add(government)}`
  const has = (words: string) => `search @@ (select ${values.add(words)}::tsquery)`
  const texts = [
    own,
    has(sought.words),
    `(received_at, matter) < (${values.add(iso(from.at))}::timestamptz, ${values.add(from.matter)}::bigint)`,
  ]
  if (since !== null)
    texts.push(has(receivedQuery(government, since, from.at)), `received_at >= ${values.add(iso(since))}::timestamptz`)
  const newest = `select matter, received_at from matter_text where ${texts.join(' and ')} order by received_at desc, matter desc offset 0`
  const rows = await query<{ matter: MatterId }>(
    `select t.matter from (${newest}) t
     cross join lateral (select true from matter m where ${sought.conditions.join(' and ')} and m.matter = t.matter offset 0) m
     order by t.received_at desc, t.matter desc limit ${sought.need}`,
    values.list,
  )
  return rows.map(({ matter }) => matter)
}

/** Not in the order of the list: where there are none the planner would walk to its end. */
async function hasMore(query: Query, sought: SoughtNewest, place: Place): Promise<boolean> {
  const values = copied(sought)
  const any = `select m.received_at, m.matter from matter m where ${sought.conditions.join(' and ')} offset 0`
  return (await query(`select true as more from (${any}) m where ${after(place, values)} limit 1`, values.list)).length > 0
}
