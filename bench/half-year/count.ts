import type pg from 'pg'
import { readStatistics } from '../../src/app/index.js'
import { givenOf } from '../../src/app/matter/open-matter.js'
import {
  type ActEvent,
  type Day,
  type DutyState,
  dayText,
  derive,
  endOfDay,
  type Folded,
  type Instant,
  isSettled,
  type MarkRule,
  plainParts,
  type Regulation,
  stagesPassed,
  startOfDay,
} from '../../src/core/index.js'
import { type FigureId, figureIds, seesAll } from '../../src/store/index.js'
import { query } from '../database.js'
import { government, type Playing } from './office.js'

export type Span = { readonly from: Day; readonly to: Day }

/** Which matters belong to each figure. */
type Members = ReadonlyMap<FigureId, readonly number[]>

/** One matter as it is recorded: its acts, and through which stages it went when. */
type Life = {
  readonly matter: number
  readonly regulation: Regulation
  /** What the calendar opened for the office itself: no figure of what came in counts it. */
  readonly isRound: boolean
  readonly acts: readonly ActEvent[]
  readonly entered: readonly { readonly stage: string; readonly at: Instant }[]
  asOf(at: Instant): Folded
}

/** 另算一遍. What happened to every matter, from what is recorded of it alone: no row that was made from it is read. */
export async function readLives(playing: Playing, connection: pg.PoolConfig): Promise<readonly Life[]> {
  const { deps } = playing
  const office = await playing.office()
  const lives: Life[] = []
  const ids = (await query(connection, `select matter::int from matter where government = '${government}' order by 1`)) as {
    matter: number
  }[]
  for (const { matter } of ids) {
    const loaded = await deps.store.loadMatter(government, matter, seesAll)
    if (loaded === null) continue
    const asOf = (at: Instant): Folded =>
      givenOf(office, { ...loaded, events: loaded.events.filter((each) => each.at <= at) }, at)
    const { program, events } = asOf(deps.now())
    lives.push({
      matter,
      regulation: program.regulation,
      isRound: loaded.row.officeDuty !== null,
      acts: events.filter((each): each is ActEvent => each.kind === 'act'),
      entered: enteredIn(
        events.map(({ at }) => at),
        asOf,
      ),
      asOf,
    })
  }
  return lives
}

/** Stages as they were entered: what is passed after an event that was not before it. */
function enteredIn(moments: readonly Instant[], asOf: (at: Instant) => Folded): Life['entered'] {
  const entered: { stage: string; at: Instant }[] = []
  let passed = 0
  for (const at of new Set(moments)) {
    const stages = stagesPassed(asOf(at))
    // What is done at a stage and leaves the matter there does not enter it anew.
    for (const [place, stage] of stages.entries()) if (place >= passed && stage !== stages[place - 1]) entered.push({ stage, at })
    passed = stages.length
  }
  return entered
}

/** The figures of a time span, matter by matter. */
export function countPlainly(lives: readonly Life[], { from, to }: Span, zone: number): Members {
  const [first, end] = [startOfDay(from, zone), endOfDay(to, zone)]
  const members = new Map<FigureId, number[]>()
  for (const life of lives) {
    const figures = figuresOf(life, (at) => at >= first && at < end, { first, end })
    for (const figure of figures) members.set(figure, [...(members.get(figure) ?? []), life.matter])
  }
  return members
}

function figuresOf(
  life: Life,
  isIn: (at: Instant) => boolean,
  { first, end }: { first: Instant; end: Instant },
): ReadonlySet<FigureId> {
  const found = new Set<FigureId>()
  const [opening] = life.acts
  if (opening !== undefined && isIn(opening.at)) found.add('received')
  for (const figure of figureIds) {
    const rules = (life.regulation.meaning.marks as Readonly<Record<string, readonly MarkRule[]>>)[figure]
    if (figure !== 'received' && rules?.some((rule) => isMade(life, rule, isIn))) found.add(figure)
  }
  if (found.has('accepted') || found.has('declined')) found.add('decided')
  const owed =
    opening === undefined || opening.at > end ? [] : derive(life.asOf(end)).duties.filter((each) => isOwed(life.regulation, each))
  const due = owed.filter(({ dueAt }) => dueAt !== null && dueAt > first && dueAt <= end)
  if (due.length > 0) found.add('due')
  if (due.some(({ status }) => status !== 'met')) found.add('lateOpen')
  else if (due.some(({ isLate }) => isLate)) found.add('lateClosed')
  else if (due.length > 0) found.add('onTime')
  if (found.size > 0) found.add('active')
  return found
}

function isMade({ acts, entered }: Life, rule: MarkRule, isIn: (at: Instant) => boolean): boolean {
  if (rule.on === 'stage') return entered.some(({ stage, at }) => stage === rule.stage && isIn(at))
  return acts.some((each, place) => each.act === rule.act && isIn(each.at) && isSuch(rule, each, acts.slice(0, place)))
}

/** Conditions of marks, by hand: what the act itself stated, and how often others were done before it. */
const isSuch = ({ when }: Extract<MarkRule, { on: 'act' }>, { with: stated }: ActEvent, before: readonly ActEvent[]): boolean =>
  when === null ||
  plainParts(when).every((part) => {
    if (part.op === 'is') return part.values.includes(stated[part.field] as string)
    if (part.op !== 'count') throw new Error(`a mark that asks for ${part.op} is not counted by hand`)
    return before.filter(({ act }) => act === part.act).length <= (part.atMost ?? Number.POSITIVE_INFINITY)
  })

/** Due, and met or late: with a soft duty, or one that silence answers, nobody is late; an internal one weighs on nobody; a citizen is not measured. */
function isOwed({ duties, roles }: Regulation, { duty, status, lateAt }: DutyState): boolean {
  const rule = duties[duty]
  if (rule === undefined || rule.isSoft || rule.lapses || rule.isInternal || roles[rule.holder]?.kind === 'requester')
    return false
  return status === 'met' || lateAt !== null
}

/** Figures that the product and the plain count do not have alike, each with both. */
export async function figuresDiffering(
  playing: Playing,
  lives: readonly Life[],
  spans: readonly Span[],
): Promise<readonly string[]> {
  const { deps, calendar } = playing
  const office = await playing.office()
  const viewer = { account: 'duchashi', office, actor: { role: 'office', unit: null, person: 'duchashi' }, lang: 'zh' as const }
  const wrong: string[] = []
  for (const span of spans) {
    // The longest is taken apart by kinds of work as well.
    const kinds = span === spans.at(-1) ? new Set(lives.map((life) => life.regulation.id)) : []
    for (const regulation of [undefined, ...kinds]) {
      const named = { from: dayText(span.from), to: dayText(span.to) }
      const found = await readStatistics(deps, viewer, { ...named, part: regulation === undefined ? {} : { regulation } })
      if (!found.ok) throw new Error(found.failure.detail)
      const own = lives.filter((life) => !life.isRound && (regulation === undefined || life.regulation.id === regulation))
      const plain = countPlainly(own, span, calendar.zone)
      for (const { id, now } of found.statistics.figures) {
        if (!figureIds.some((each) => each === id) || id === 'criticised') continue
        const members = plain.get(id as FigureId) ?? []
        if (now.numerator === members.length) continue
        wrong.push(
          `${named.from}–${named.to} ${regulation ?? 'all'} ${id}: ${now.numerator}, plainly ${members.length}: ${members}`,
        )
      }
    }
  }
  return wrong
}

/** What is owed still though its time is over and nobody is late for it; what is late, by duty. */
export function lateness(
  lives: readonly Life[],
  now: Instant,
): { readonly unknown: readonly string[]; readonly late: ReadonlyMap<string, number> } {
  const unknown: string[] = []
  const late = new Map<string, number>()
  for (const { regulation, asOf } of lives) {
    for (const { duty, status, dueAt, lateAt, isHeld } of derive(asOf(now)).duties) {
      if (isSettled(status) || status === 'paused' || dueAt === null || dueAt > now) continue
      const key = `${regulation.id} ${duty}`
      if (lateAt !== null) late.set(key, (late.get(key) ?? 0) + 1)
      else if (!isHeld && regulation.duties[duty]?.isSoft !== true) unknown.push(key)
    }
  }
  return { unknown, late }
}
