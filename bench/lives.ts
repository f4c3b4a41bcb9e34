import { byRequester, type Deps, type Office, recordAct, requester, runTimers, submitMatter } from '../src/app/index.js'
import { type Actor, type Instant, instant } from '../src/core/index.js'
import { sequence } from '../test/walk.js'
import { type Database, query } from './database.js'
import { acts, letterText } from './letters.js'

const [minute, day] = [60_000, 86_400_000]
const week = 7 * day

/** On which day after it came, and at which hour, each act of a letter is done; every seventh is answered late, one in 41 not at all. */
const usual: Readonly<Record<string, readonly [number, number]>> = {
  accept: [0, 3],
  dispatch: [0, 4],
  contact: [1, 1],
  reply: [7, 5],
  conclude: [8, 6],
}
const lateBy = 28

type Step = { readonly at: number; readonly letter: number; readonly act: string | null }

export type Lives = {
  readonly office: Office
  readonly units: readonly string[]
  /** A Monday morning: from then on letters are played act by act, through the app. */
  readonly from: number
  readonly weeks: number
  readonly lettersEach: number
  /** Each letter that was played stands for so many, a minute apart. */
  readonly times: number
  /** So many weeks before are copies of the first. */
  readonly copiedWeeks: number
}

/** Years of letters, each with its events and the rows they came to. `goTo` sets the clock of the app. */
export async function seedLives(deps: Deps, database: Database, lives: Lives, goTo: (at: Instant) => void): Promise<void> {
  const steps = planned(lives)
  const matters = new Map<number, number>()
  const choose = sequence(11)
  let today = lives.from
  for (const { at, letter, act } of steps) {
    for (; today + day < at; today += day) await pass(deps, instant(today + day), goTo)
    goTo(instant(at))
    if (act === null) matters.set(letter, await submitted(deps, lives.office, letterText(choose)))
    else await done(deps, lives, { act, letter, matter: matters.get(letter) ?? 0 })
  }
  for (; today < lives.from + lives.weeks * week; today += day) await pass(deps, instant(today + day), goTo)
  await copyLives(database, lives)
}

async function pass(deps: Deps, at: Instant, goTo: (at: Instant) => void): Promise<void> {
  goTo(at)
  await runTimers(deps, (error) => {
    throw error
  })
}

function planned({ from, weeks, lettersEach }: Lives): readonly Step[] {
  const steps = Array.from({ length: weeks * lettersEach }, (_, letter): Step[] => {
    const [of, at] = [Math.floor(letter / lettersEach), letter % lettersEach]
    const came = from + of * week + (at % 5) * day + at * minute
    const done = acts.flatMap(({ act }): Step[] => {
      const [days = 0, hours = 0] = usual[act] ?? []
      const isAfterAnswer = days >= (usual.reply?.[0] ?? 0)
      if (isAfterAnswer && letter % 41 === 40) return []
      return [{ letter, act, at: came + (days + (isAfterAnswer && letter % 7 === 0 ? lateBy : 0)) * day + hours * 60 * minute }]
    })
    return [{ letter, act: null, at: came }, ...done]
  })
  return steps
    .flat()
    .filter(({ at }) => at < from + weeks * week)
    .sort((one, other) => one.at - other.at)
}

/** A letter comes in, through the app. */
export async function submitted(deps: Deps, office: Office, stated: Readonly<Record<string, unknown>>): Promise<number> {
  const done = await submitMatter(deps, { office, actor: requester, with: stated, lang: 'zh', opener: byRequester })
  if (!done.ok || done.matter === null) throw new Error(JSON.stringify(done))
  return done.matter
}

type Doing = { readonly act: string; readonly letter: number; readonly matter: number }

/** One act on it, by whoever does it. */
export async function done(
  deps: Deps,
  { office, units }: Pick<Lives, 'office' | 'units'>,
  { act, letter, matter }: Doing,
): Promise<void> {
  const found = acts.find((each) => each.act === act)
  const unit = units[letter % units.length] ?? ''
  const actor: Actor =
    found?.by === 'clerk' ? { role: 'unit', unit, person: 'clerk' } : { role: 'office', unit: null, person: found?.by ?? '' }
  const stated = found?.with({ unit, answer: 'replyText' }) ?? {}
  const outcome = await recordAct(deps, { office, matter, actor, act, with: stated, revision: null, lang: 'zh' })
  if (!outcome.ok) throw new Error(`${act}: ${JSON.stringify(outcome.failure)}`)
}

const tables = ['matter', 'matter_text', 'event', 'assignment', 'duty', 'mark']

/** Other matters that went the same way a minute later, or weeks before. Their hashes are those of the first: nothing here verifies. */
async function copyLives(database: Database, { from, times, copiedWeeks }: Lives): Promise<void> {
  const first = `select matter from matter where received_at < to_timestamp(${(from + week) / 1000})`
  await query(database.connection, `create table first_week as ${first}`)
  await query(database.connection, 'create table played as select matter from matter')
  const copies = `select p.matter, 0 as weeks, minutes, 1000000 * minutes as added from played p
      cross join generate_series(1, ${times - 1}) minutes
    union all select f.matter, weeks, minutes, 1000000 * minutes + 10000 * weeks from first_week f
      cross join generate_series(0, ${times - 1}) minutes cross join generate_series(1, ${copiedWeeks}) weeks`
  for (const table of tables) {
    const columns = (await query(
      database.connection,
      `select column_name as name, data_type as type from information_schema.columns
       where table_schema = 'huiyin' and table_name = '${table}' and is_generated = 'NEVER'`,
    )) as readonly { readonly name: string; readonly type: string }[]
    const values = columns.map(({ name, type }) => copied(table, name, type)).join(', ')
    const names = columns.map(({ name }) => name).join(', ')
    await query(
      database.connection,
      `insert into ${table} (${names}) select ${values} from ${table} t join (${copies}) c on c.matter = t.matter`,
    )
  }
  await query(database.connection, 'drop table first_week, played')
  await query(database.connection, 'vacuum analyze')
}

function copied(table: string, column: string, type: string): string {
  if (column === 'matter') return 't.matter + c.added'
  if (table === 'matter' && column === 'number') return '(9000000000 + t.matter + c.added)::text'
  if (table === 'matter' && column === 'query_code_hash') return "decode(md5((t.matter + c.added)::text), 'hex')"
  if (type === 'timestamp with time zone')
    return `t.${column} - make_interval(weeks => c.weeks) + make_interval(mins => c.minutes::int)`
  return type === 'date' ? `t.${column} - 7 * c.weeks` : `t.${column}`
}
