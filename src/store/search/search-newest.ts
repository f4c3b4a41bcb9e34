import type { Query } from '../database/transaction.js'
import { Values } from '../gate.js'
import { iso } from '../moments.js'
import type { GovernmentId, Instant, MatterId } from '../types.js'
import { hasWords, ownQuery, receivedBetween, roomForTexts, type SearchWords, spanBegin, textWords } from './search-words.js'

/** Along the list, newest first: what stands before it is passed by. */
export type Place = { readonly at: Instant; readonly matter: MatterId }

export type SoughtNewest = {
  /** What was typed; null: nothing. */
  readonly words: SearchWords | null
  /** What the index of words is asked for, each a question by itself: every trait that is asked for, and what was typed. */
  readonly asked: readonly string[]
  /** What is asked for says whose a matter is. */
  readonly isOwn: boolean
  /** What a matter `m` must be besides, the gate included. */
  readonly conditions: readonly string[]
  readonly values: Values
  /** Those of the conditions that the words do not know, where another index has who meets one by itself. */
  readonly indexed: (values: Values) => readonly string[]
  /** Only what stands behind it; null: from the newest on. */
  readonly behind: Place | null
  /** Only what came then and later. */
  readonly since: Instant | null
  /** So many of them are shown or counted. */
  readonly need: number
}

/** Who meets one of the indexed conditions. */
type Few = { readonly nth: number; readonly count: number }
type Stored = {
  readonly newest: Instant | null
  readonly oldest: Instant
  readonly matters: number
  /** Of all texts most are this government's. */
  readonly isMost: boolean
  /** The index of words may be asked: not by whom nobody has told that it keeps to itself what it compares, and not of the past. */
  readonly isIndexed: boolean
  readonly few: Few | null
}
/** How many have the words, and those of them that meet the conditions. */
type Met = { readonly candidates: number; readonly hits: readonly MatterId[] }
/** From `behind` back to `since`: as many as are missing. `isAll`: since the first that is stored; `isMost`: of whatever government, nearly. */
type Step = {
  readonly behind: Place
  readonly since: Instant
  readonly missing: number
  readonly isAll: boolean
  readonly isMost: boolean
  readonly isIndexed: boolean
}
/** What some days of the list have shown. */
type Shown = { readonly found: number; readonly candidates: number; readonly days: number }
/** Of all that was asked for, and of the last step by itself; of the days that are left it is not known. */
type Seen = { readonly all: Shown; readonly last: Shown; readonly left: number }
type Way = { readonly by: 'days' | 'few'; readonly cost: number; readonly days: number }

const day = 86_400_000
/** Who meets a condition is counted so far at first, and so far where the words turn out to be dear. */
const [fewAtOnce, fewAtMost] = [3000, 6000]
/**
 * Microseconds: of one that has the words, whether or not it meets the conditions; of one of few, whose words are looked up; of a step; and of each matter of
 * a government that is told from others by a word of its own.
 */
const [perCandidate, perFew, perStep, perOwn] = [4.5, 3, 1500, 0.005]
/** What would take longer than that is not done for a guess from so few, or from so few days: of the newest, few are published or answered. */
const [dear, fewHits, fewestDays, growth] = [12_000, 20, 7, 8]

/**
 * The newest matters that have the words and meet the conditions, newest first, as many as are needed or all there are. The index of words
 * knows who has them and on which day each came, but not in what order, nor how many; and the planner's guesses are wrong by a factor of hundreds.
 * So it is asked for the last days, and what they hold says what is cheapest for the rest: some days more, all that is left, or, where another
 * index has the few that meet one of the conditions, to look up the words of those.
 */
export async function newestWith(query: Query, government: GovernmentId, sought: SoughtNewest): Promise<readonly MatterId[]> {
  let stored = await storedIn(query, government, sought, fewAtOnce)
  if (stored.newest === null) return []
  const oldest = Math.max(stored.oldest, sought.since ?? stored.oldest)
  // What is stored may be finer than a millisecond.
  const begun = sought.behind ?? { at: stored.newest + 1, matter: 0 }
  const found: MatterId[] = []
  let [behind, candidates, isCounted] = [begun, 0, false]
  let last: Shown = { found: 0, candidates: 0, days: 0 }
  while (found.length < sought.need && behind.at >= oldest) {
    const all = { found: found.length, candidates, days: (begun.at - behind.at) / day }
    const seen = { all, last, left: (behind.at - oldest) / day }
    let way = cheapest(seen, sought, stored)
    if (way.cost > dear && stored.few === null && !isCounted) {
      isCounted = true
      stored = await storedIn(query, government, sought, fewAtMost)
      way = cheapest(seen, sought, stored)
    }
    const begin = spanBegin(behind.at - way.days * day, way.days)
    const isLast = way.days >= seen.left || begin >= behind.at
    const since = isLast ? oldest : begin
    const step = {
      behind,
      since,
      missing: sought.need - found.length,
      isAll: isLast && sought.since === null,
      isMost: stored.isMost,
      isIndexed: stored.isIndexed,
    }
    const few = way.by === 'few' ? stored.few : null
    const met =
      few === null
        ? await inWords(query, government, sought, step)
        : await amongFew(query, government, sought, { ...step, ...few })
    found.push(...met.hits)
    candidates += met.candidates
    last = { found: met.hits.length, candidates: met.candidates, days: (behind.at - since) / day }
    if (isLast) break
    behind = { at: since, matter: 0 }
  }
  return found
}

function cheapest({ all, last, left }: Seen, { need, isOwn }: SoughtNewest, stored: Stored): Way {
  const { newest, oldest, matters, isMost, isIndexed, few } = stored
  const missing = need - all.found
  const byFew: Way = { by: 'few', cost: (few?.count ?? Number.POSITIVE_INFINITY) * perFew + perStep, days: left }
  const least = (missing * 1.2) / (matters / Math.max(1, ((newest ?? oldest) - oldest) / day))
  // Without the index all texts are read each time.
  if (!isIndexed) return byFew.cost < matters ? byFew : { by: 'days', cost: 0, days: left }
  if (all.days === 0) return byFew.cost < missing * perCandidate + perStep ? byFew : { by: 'days', cost: 0, days: least }
  // The days last asked for are more like those before them than the newest, in which nothing may be done yet.
  const { found, candidates, days } = last.found < fewHits ? all : last
  const margin = found < fewHits ? 1.2 : 1 + 1 / Math.sqrt(found)
  const wanted = Math.min(left, (missing * margin * days) / (found + 0.5))
  const own = wanted < left || isOwn || isMost ? 0 : matters * perOwn
  const cost = ((candidates + 0.5) / days) * wanted * perCandidate + perStep + own
  // So few hits say little of how far the next ones are.
  const isGuess = all.found < fewHits && (all.days < fewestDays || cost > dear)
  const byDays: Way = { by: 'days', cost, days: isGuess ? Math.min(wanted, all.days * growth) : wanted }
  return byFew.cost < (isGuess ? dear : cost) ? byFew : byDays
}

/**
 * From when to when, about how many (their ids are given one after another), and who meets the indexed condition that is met by fewest, if
 * they are not more than `most`.
 */
async function storedIn(query: Query, government: GovernmentId, { indexed }: SoughtNewest, most: number): Promise<Stored> {
  const values = new Values()
  const own = `m.government = ${values.add(government)}`
  const of = (what: string, order: string) => `(select m.${what} from matter m where ${own} order by m.${order} limit 1)`
  const counts = indexed(values).map(
    (condition) => `(select count(*) from (select from matter m where ${own} and ${condition} limit ${most + 1}) met)`,
  )
  const text = `select ${of('received_at', 'received_at desc')} as newest, ${of('received_at', 'received_at')} as oldest,
    ${of('matter', 'matter desc')} as matters,
    (select reltuples from pg_class where oid = 'matter_text'::regclass) < 2 * ${of('matter', 'matter desc')} as "isMost",
    (select relkind = 'r' from pg_class where oid = 'matter_text'::regclass)
      and (select proleakproof from pg_proc where oid = 'text_words'::regproc) as "isIndexed", ${roomForTexts},
    to_json(array[${counts.join(', ')}]::int[]) as counts`
  const [stored] = await query<Omit<Stored, 'few'> & { counts: readonly number[] }>(text, values.list, 'once')
  if (!stored) throw new Error('a look has a row')
  const few = stored.counts.flatMap((count, nth) => (count > most ? [] : [{ nth, count }]))
  return { ...stored, few: few.sort((one, other) => one.count - other.count)[0] ?? null }
}

const between = ({ behind, since }: Step, alias: string, values: Values): string =>
  `${alias}.received_at >= ${values.add(iso(since))}::timestamptz
    and (${alias}.received_at, ${alias}.matter) < (${values.add(iso(behind.at))}::timestamptz, ${values.add(behind.matter)}::bigint)`

function copied({ values: given }: SoughtNewest): Values {
  const values = new Values()
  values.list.push(...given.list)
  return values
}

/**
 * Asks the index of words. A text knows when its matter came: matters are looked up one after another, the newest first, until there are
 * enough. `offset 0`, and words that are not known when it is planned, leave one way.
 */
async function inWords(query: Query, government: GovernmentId, sought: SoughtNewest, step: Step): Promise<Met> {
  const values = copied(sought)
  const texts = [
    `t.government = ${values.add(government)}`,
    ...(step.isIndexed ? askedOf(government, sought, step, values) : readOne(sought, values)),
    between(step, 't', values),
  ]
  const meets = `select from matter m where ${sought.conditions.join(' and ')} and m.matter = t.matter offset 0`
  const text = `with texts as materialized (select matter, received_at from matter_text t where ${texts.join(' and ')}),
    hits as (select t.matter from (select * from texts order by received_at desc, matter desc offset 0) t cross join lateral (${meets}) m
      order by t.received_at desc, t.matter desc limit ${values.add(step.missing)}::bigint)
    select (select count(*) from texts) as candidates, coalesce((select json_agg(matter) from hits), '[]') as hits`
  return one(await query<Met>(text, values.list, 'once'))
}

/**
 * Of one question the index looks up all other words for each text that has the rarest; of several it passes by what the one before has not. So what is
 * independent of each other stands in questions of its own, and the days, which are many words, behind all that leaves few.
 */
function askedOf(government: GovernmentId, { asked, isOwn }: SoughtNewest, step: Step, values: Values): readonly string[] {
  const until = step.behind.at - (step.behind.matter === 0 ? 1 : 0)
  const days = step.isAll ? [] : [receivedBetween(government, step.since, until).join(' | ')]
  const own = isOwn || step.isMost ? [] : [ownQuery(government)]
  return [...asked, ...own, ...days].map((question) => `${textWords} @@ (select ${values.add(question)}::tsquery)`)
}

/** What was typed, asked of each text by itself; what a matter is besides is among the conditions. */
const readOne = ({ words }: SoughtNewest, values: Values): readonly string[] => (words === null ? [] : [hasWords(words, values)])

/** Looks up the words of those who meet one condition, and whether they meet the others. */
async function amongFew(
  query: Query,
  government: GovernmentId,
  sought: SoughtNewest,
  step: Step & Pick<Few, 'nth'>,
): Promise<Met> {
  const values = copied(sought)
  const few = [`m.government = ${values.add(government)}`, sought.indexed(values)[step.nth], between(step, 'm', values)]
  const own = `t.government = ${values.add(government)} and t.matter = m.matter`
  const has = `select from matter_text t where ${[own, ...readOne(sought, values)].join(' and ')} offset 0`
  const text = `with hits as (
      select m.matter from (select * from matter m where ${few.join(' and ')} offset 0) m cross join lateral (${has}) t
      where ${sought.conditions.join(' and ')} order by m.received_at desc, m.matter desc limit ${step.missing})
    select 0 as candidates, coalesce((select json_agg(matter) from hits), '[]') as hits`
  return one(await query<Met>(text, values.list))
}

function one([met]: readonly Met[]): Met {
  if (met === undefined) throw new Error('a count has a row')
  return met
}
