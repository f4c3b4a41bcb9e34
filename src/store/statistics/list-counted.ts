import { unreachable } from '../../core/index.js'
import type { Query } from '../database/transaction.js'
import { Values, visible } from '../gate.js'
import { iso } from '../moments.js'
import { matterColumns } from '../read-columns.js'
import { afterKey, pageLimit, pageOf } from '../search/page.js'
import type { Gate, GovernmentId, Instant, MatterRow, Page, PageOf } from '../types.js'
import { isIn } from './count-figures.js'
import { keptUntil } from './count-kept.js'
import { countedBy, flags, isAmong, isOfDutiesAlone, joinWhole } from './happenings.js'
import { isSo } from './terms.js'
import { type CountAsked, countedMarks, type FigureAsked, type FigureId, type TermAsked } from './types.js'

type Behind = CountAsked & { readonly figure: FigureAsked }
type Among = Behind & { readonly among: readonly number[] | null }
type Paged = Behind & { readonly page?: Page }

const newestFirst = 'order by m.received_at desc, m.matter desc'

/** Few enough to be looked at one by one. */
const few = 2000
/** So many are looked at first, those who had what the figure needs; each time twice as many, up to the last. */
const firstLook = 100
const lastLook = 10_000

/**
 * The matters behind a figure, newest first. Those that can belong to it are looked at from the page on until it is full, so that a page costs
 * what stands on it, however many there are.
 */
export async function listCounted(
  query: Query,
  government: GovernmentId,
  asked: Paged,
  asOf: Instant | null = null,
): Promise<PageOf<MatterRow>> {
  const limit = pageLimit(asked.page)
  const rows = asOf === null ? await firstBehind(query, government, asked, limit + 1) : null
  return pageOf(rows ?? (await rowsAmong(query, government, { ...asked, among: null }, limit + 1)), limit, (row) => [
    row.receivedAt,
    row.matter,
  ])
}

/** Null where nothing is kept that tells which may be passed over. */
async function firstBehind(query: Query, government: GovernmentId, asked: Paged, limit: number): Promise<MatterRow[] | null> {
  const only = await fewWith(query, government, asked)
  if (only !== null) return rowsAmong(query, government, { ...asked, among: only }, limit)
  const until = await keptUntil(query, government, asked)
  if (until === null) return null
  const rows = await rowsAmong(query, government, { ...asked, among: await cameLater(query, government, asked, until) }, limit)
  let after = keyOf(asked.page)
  if (after === null || after.at >= asked.before) after = { at: asked.before, matter: 0 }
  for (let size = firstLook; rows.length < limit; size = Math.min(lastLook, size * 2)) {
    const looked = await candidates(query, government, asked, { after, size })
    const among = looked.map(({ matter }) => matter)
    const { page: _, ...unpaged } = asked
    if (among.length > 0) rows.push(...(await rowsAmong(query, government, { ...unpaged, among }, limit - rows.length)))
    const last = looked.at(-1)
    if (last === undefined || looked.length < size) break
    after = { at: last.at, matter: last.matter }
  }
  return rows
}

type Key = { readonly at: Instant; readonly matter: number }

function keyOf(page: Page | undefined): Key | null {
  const after = afterKey(page, ['number', 'number'])
  return after === null ? null : { at: Number(after[0]), matter: Number(after[1]) }
}

/** What a matter must have had in the time span to belong to a figure: one of these marks, or a due time that passed (`missed`: that was missed). */
type Needs = { readonly marks: readonly string[]; readonly due: 'any' | 'missed' | null }

/** Null: neither tells. */
function neededBy(figure: FigureId): Needs | null {
  switch (figure) {
    case 'active':
    case 'received':
      return null
    case 'due':
    case 'onTime':
      return { marks: [], due: 'any' }
    case 'lateClosed':
    case 'lateOpen':
      return { marks: [], due: 'missed' }
    case 'decided':
      return { marks: ['accepted', 'declined'], due: null }
    case 'accepted':
    case 'declined':
    case 'answered':
    case 'concluded':
    case 'published':
    case 'withheld':
    case 'rated':
    case 'returned':
    case 'extended':
    case 'redone':
    case 'excluded':
    case 'criticised':
    case 'commended':
      return { marks: [figure], due: null }
    default:
      return unreachable(figure)
  }
}

const marks: readonly string[] = countedMarks

/** The same of a figure or a term: if all that it is told of are marks and due times. */
function needed(asked: FigureAsked): Needs | null {
  if ('figure' in asked) return neededBy(asked.figure)
  const { term, how, out } = asked
  const facts = term.of.map(({ fact }) => fact)
  if (how !== 'any' && how !== 'onTime') return { marks: [], due: 'missed' }
  if (out === true && how === 'any') return { marks: ['excluded'], due: null }
  if (facts.length === 0 || !facts.every((fact) => fact === 'due' || marks.includes(fact))) return null
  return { marks: facts.filter((fact) => fact !== 'due'), due: facts.includes('due') ? 'any' : null }
}

/** Rows of marks and duties of `own` that tell of it. What is left out was so at any time. */
function tellingOf(
  { figure, from, before }: Behind,
  { marks: names, due }: Needs,
  { own, values }: { readonly own: string; readonly values: Values },
): readonly string[] {
  const moment = (at: Instant): string => `${values.add(iso(at))}::timestamptz`
  const isAnyTime = 'term' in figure && figure.out === true
  const made = () => (isAnyTime ? '' : ` and x.at >= ${moment(from)} and x.at < ${moment(before)}`)
  const passed = (missed: string) =>
    `duty x where ${own} and x.due_at > ${moment(from)} and x.due_at <= ${moment(before)}${missed}`
  return [
    ...(names.length === 0 ? [] : [`mark x where ${own} and x.mark = any(${values.add(names)}::text[])${made()}`]),
    ...(due === null ? [] : [passed(due === 'any' ? '' : ` and (x.status <> 'met' or x.is_late)`)]),
  ]
}

/** The matters that can belong to a figure at all, where these are few; null: they are not. */
async function fewWith(query: Query, government: GovernmentId, asked: Behind): Promise<number[] | null> {
  const needs = needed(asked.figure)
  if (needs === null || needs.due === 'any') return null
  const values = new Values()
  const rows = tellingOf(asked, needs, { own: `x.government = ${values.add(government)}`, values })
  const found = await query<{ matter: number }>(
    `select matter from (${rows.map((each) => `select x.matter from ${each}`).join(' union all ')}) x limit ${few + 1}`,
    values.list,
  )
  return found.length > few ? null : [...new Set(found.map(({ matter }) => matter))]
}

/** What was received only after the time span, and may yet have something in it: where it was counted before it was received, or waits to be, or fell due since. */
async function cameLater(query: Query, government: GovernmentId, { before, now }: Behind, until: Instant): Promise<number[]> {
  const values = new Values()
  const own = values.add(government)
  const rows = await query<{ matter: number }>(
    `select m.matter from matter m where m.government = ${own} and m.received_at >= ${values.add(iso(before))}::timestamptz and m.matter = any(array(
       select matter from counted_matter where government = ${own} and is_early union select matter from to_count where government = ${own}
       union select matter from duty where government = ${own} and due_at > ${values.add(iso(until))}::timestamptz and due_at <= ${values.add(iso(now))}::timestamptz))`,
    values.list,
  )
  return rows.map(({ matter }) => matter)
}

/** The next ones, newest first, of those that the gate and the part asked for let through, and that had what the figure needs. */
function candidates(
  query: Query,
  government: GovernmentId,
  asked: Behind,
  { after, size }: { readonly after: Key; readonly size: number },
): Promise<Key[]> {
  const { gate, part } = asked
  const values = new Values()
  const conditions = [visible(government, countedBy(gate), values)]
  const needs = needed(asked.figure)
  if (needs !== null) {
    const own = 'x.government = m.government and x.matter = m.matter'
    // `offset 0`: looked up for one after the other, as many as the page takes.
    const has = tellingOf(asked, needs, { own, values }).map((each) => `exists (select from ${each} offset 0)`)
    conditions.push(`(${has.join(' or ')})`)
  }
  for (const name of ['category', 'channel', 'regulation'] as const)
    conditions.push(...isAmong(`coalesce(m.${name}, '')`, part[name], values))
  if (part.unit) {
    const unit = `${values.add(part.unit)}::text`
    const has = (table: string, column: string) =>
      `exists (select from ${table} x where x.government = m.government and x.matter = m.matter and x.${column} = ${unit})`
    conditions.push(`(${has('assignment', 'unit')} or ${has('duty', 'holder_unit')} or ${has('mark', 'unit')})`)
  }
  conditions.push(`(m.received_at, m.matter) < (${values.add(iso(after.at))}::timestamptz, ${values.add(after.matter)}::bigint)`)
  return query<Key>(
    `select m.received_at as at, m.matter from matter m where ${conditions.join(' and ')} ${newestFirst} limit ${size}`,
    values.list,
  )
}

async function rowsAmong(
  query: Query,
  government: GovernmentId,
  { page, ...asked }: Paged & { readonly among: readonly number[] | null },
  limit: number,
): Promise<MatterRow[]> {
  const values = new Values()
  const { head, conditions } = behind(government, asked, values)
  const after = keyOf(page)
  if (after !== null)
    conditions.push(
      `(m.received_at, m.matter) < (${values.add(iso(after.at))}::timestamptz, ${values.add(after.matter)}::bigint)`,
    )
  if (asked.among === null) await query(joinWhole)
  return query<MatterRow>(
    `${head} select ${matterColumns} from matter m where ${conditions.join(' and ')} ${newestFirst} limit ${limit}`,
    values.list,
  )
}

/** All of them, by what they are known by. */
export async function findCounted(query: Query, government: GovernmentId, asked: Behind): Promise<readonly number[]> {
  const values = new Values()
  const { head, conditions } = behind(government, { ...asked, among: null }, values)
  await query(joinWhole)
  const text = `${head} select m.matter from matter m where ${conditions.join(' and ')} ${newestFirst}`
  return (await query<{ matter: number }>(text, values.list)).map(({ matter }) => matter)
}

/** Some of them, as far as the gate lets them be seen. */
export function listThese(
  query: Query,
  government: GovernmentId,
  { gate, matters }: { readonly gate: Gate; readonly matters: readonly number[] },
): Promise<MatterRow[]> {
  const values = new Values()
  const conditions = `${visible(government, countedBy(gate), values)} and m.matter = any(${values.add(matters)}::bigint[])`
  return query<MatterRow>(`select ${matterColumns} from matter m where ${conditions} ${newestFirst}`, values.list)
}

function behind(government: GovernmentId, { figure, ...asked }: Among, values: Values) {
  const head = flags(government, { ...asked, by: null }, values)
  const ofRating = figure.ratings === null ? '' : ` and rating = any(${values.add(figure.ratings)}::text[])`
  const belonging = 'figure' in figure ? `flag where ${isIn(figure.figure)}` : belongingTo(figure, asked, values)
  const conditions = [
    `m.government = ${values.add(government)}`,
    `m.matter = any(array(select matter from ${belonging}${ofRating}))`,
  ]
  return { head, conditions }
}

function belongingTo({ term, how, out }: TermAsked, { part }: Pick<Among, 'part'>, values: Values): string {
  if (isOfDutiesAlone({ part, by: null })) return 'flag where false'
  const side = out === null ? '' : ` and is_out = ${out}`
  return `told where name = ${values.add(term.name)}::text and ${isSo(how)}${side}`
}
