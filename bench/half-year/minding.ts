import type pg from 'pg'
import { recordAct } from '../../src/app/index.js'
import { givenOf } from '../../src/app/matter/open-matter.js'
import type { Office } from '../../src/app/office.js'
import {
  type Act,
  type ActOffer,
  type Actor,
  type DutyState,
  derive,
  type Folded,
  type Instant,
  instant,
  isSettled,
  type Payload,
  permittedActs,
  plainParts,
} from '../../src/core/index.js'
import { seesAll } from '../../src/store/index.js'
import { query } from '../database.js'
import { actorsFor, filledIn } from './fill.js'
import { government, type Playing } from './office.js'
import { askedForBy, firstOnTheWay } from './way.js'

const aDay = 24 * 3_600_000
/** What has no due time is done when it has lain so long. */
const lain = 7 * aDay

/** Why what is owed could not be done, by duty and reason, and how often. */
export type Stuck = Map<string, number>

/**
 * 到期的事. In the evening whoever owes something that is due within a day, and that no story goes on with, does it: the act that meets it, with
 * what its form asks for. What cannot be done is told with why.
 */
export async function mindDuties(playing: Playing, connection: pg.PoolConfig, at: Instant): Promise<Stuck> {
  playing.goTo(at)
  const stuck: Stuck = new Map()
  const rows = (await query(
    connection,
    `select distinct matter::int from duty where government = '${government}' and status in ('open', 'overdue')
     and (due_at <= to_timestamp(${(at + aDay) / 1000}) or due_at is null and opened_at <= to_timestamp(${(at - lain) / 1000})) order by 1`,
  )) as { matter: number }[]
  for (const { matter } of rows) {
    if ((playing.toldUntil.get(matter) ?? 0) > at || (playing.restsUntil.get(matter) ?? 0) > at) continue
    const before = stuck.size
    for (let tries = 0; tries < 6; tries += 1) if (!(await mindOne(playing, matter, stuck))) break
    // What could not be done is looked at again in some days.
    if (stuck.size > before) playing.restsUntil.set(matter, instant(at + 6 * aDay))
  }
  return stuck
}

type Minding = { readonly playing: Playing; readonly office: Office; readonly matter: number; readonly given: Folded }

/** The first of what is due in a matter that can be done; answers whether something was. */
async function mindOne(playing: Playing, matter: number, stuck: Stuck): Promise<boolean> {
  const office = await playing.office()
  const loaded = await playing.deps.store.loadMatter(government, matter, seesAll)
  if (loaded === null) return false
  const given = givenOf(office, loaded, playing.deps.now())
  const { regulation } = given.program
  for (const duty of derive(given).duties.filter((each) => isDue(each, given.now))) {
    const why = await meet({ playing, office, matter, given }, duty)
    if (why === null) return true
    const key = `${regulation.id} ${duty.duty} at ${derive(given).stage}: ${why}`
    stuck.set(key, (stuck.get(key) ?? 0) + 1)
  }
  return false
}

const isDue = ({ status, dueAt, openedAt }: DutyState, now: Instant): boolean =>
  !isSettled(status) && status !== 'paused' && (dueAt === null ? openedAt <= now - lain : dueAt <= now + aDay)

/** Null: met, or a step nearer to it. Else why not, act by act. */
async function meet(minding: Minding, duty: DutyState): Promise<string | null> {
  const { given, matter, playing } = minding
  const { regulation } = given.program
  const meeting = (regulation.duties[duty.duty]?.metBy ?? []).flatMap(({ act }) => regulation.acts[act] ?? [])
  const reasons = new Set<string>()
  const state = derive(given)
  const leading = meeting
    .flatMap((act) => [...firstOnTheWay(regulation, act, duty, state), ...askedForBy(regulation, act)])
    .flatMap((id) => regulation.acts[id] ?? [])
    .filter(({ id }) => !meeting.some((act) => act.id === id) && !playing.minded.has(`${matter} ${id}`))
  for (const rule of [...meeting, ...leading]) {
    const tried = `${matter} ${duty.key} ${rule.id}`
    const times = playing.tried.get(tried) ?? 0
    // It was done, and what was stated with it did not meet what is owed.
    const why = times > 1 ? 'done, and it met nothing' : await doAny(minding, duty, { rule, isMeeting: meeting.includes(rule) })
    if (why === null) playing.tried.set(tried, times + 1)
    if (why === null) return null
    reasons.add(`${rule.id}: ${why}`)
  }
  return [...reasons].join('; ')
}

type Asked = { readonly rule: Act; readonly isMeeting: boolean }

/** By the first of those to whom it is open. */
async function doAny(minding: Minding, duty: DutyState, { rule, isMeeting }: Asked): Promise<string | null> {
  const actors = actorsFor(rule, minding.playing.nameable, duty)
  let why = 'nobody'
  for (const by of actors) {
    const offers = permittedActs(minding.given, by).filter((each) => each.act === rule.id && isAbout(each, duty))
    const open = offers.find(({ refusal, meets }) => refusal === null && (!isMeeting || meets.includes(duty.key)))
    const meant = isMeeting ? meaning(minding.given, duty, rule) : {}
    const found = open === undefined ? `${offers[0]?.refusal?.code ?? 'not offered'}` : await doIt(minding, by, open, meant)
    if (found === null) return null
    if (why === 'nobody' || open !== undefined) why = found
  }
  return why
}

const isAbout = ({ assignment, item }: ActOffer, duty: DutyState): boolean =>
  (duty.assignment === null || assignment === null || assignment === duty.assignment) &&
  (duty.item === null || item === null || item === duty.item)

/** Tried several times: what is chosen at random may not suit. */
async function doIt(
  { playing, office, matter, given }: Minding,
  by: Actor,
  offer: ActOffer,
  meant: Payload,
): Promise<string | null> {
  const { act, unit, item } = offer
  const more = {
    ...meant,
    ...(unit === null ? {} : { unit }),
    ...(item === null ? {} : { item }),
  }
  let why = ''
  for (let tries = 0; tries < 7; tries += 1) {
    const stated = await filledIn(
      given,
      { act, by, more: tries < 2 ? more : { ...affirmed(given, act), ...more }, isAgain: tries > 1 },
      playing.nameable,
    )
    const done = await recordAct(playing.deps, { office, matter, actor: by, act, with: stated, revision: null, lang: 'zh' })
    if (done.ok) {
      playing.minded.add(`${matter} ${act}`)
      return null
    }
    const { code, detail, problems } = done.failure
    why = `${code} ${problems?.map((each) => `${each.field} ${each.code}`).join(', ') ?? detail}`
  }
  return why
}

/** What whoever means to meet a duty says with the act, where it is met only if that is said. */
function meaning({ program: { regulation } }: Folded, { duty }: DutyState, { id, needs, takes }: Act): Payload {
  const met = regulation.duties[duty]?.metBy.filter(({ act }) => act === id) ?? []
  const said = met.flatMap(({ when }) => (when === null ? [] : plainParts(when)))
  return Object.fromEntries(
    said.flatMap((part) =>
      part.op === 'is' && [...needs, ...takes].includes(part.field) ? [[part.field, part.values[0] ?? null]] : [],
    ),
  )
}

/** Everything that may be answered with yes. */
function affirmed({ program: { regulation } }: Folded, act: string): Payload {
  const takes = regulation.acts[act]?.takes ?? []
  return Object.fromEntries(takes.filter((id) => regulation.fields[id]?.type === 'boolean').map((id) => [id, true]))
}
