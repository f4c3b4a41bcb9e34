import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/postgres-for-tests.js'
import { openStore } from './open-store.js'
import { accepted, aDuty, aProjection, aSubmission, day, linhai, morning, rowsOf, submitted } from './store.fixtures.js'
import { type EventBy, seesAll } from './types.js'

let made: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  made = await testDatabase()
  await made.store.putGovernment(linhai)
  owner = new pg.Client({ ...made.connection, options: '-c search_path=huiyin -c timezone=UTC' })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await made.drop()
})

const whole: EventBy = { role: 'office', unit: null, account: 'li' }
const late = { ...aDuty, key: 'sign#1', workdaysLate: 2, deducted: 0.5, criticisms: 1, alert: 'red', alertRank: 2 }

/** Whoever may have acted: in the words of most, with less and more, and by names that could be taken for something else. */
const actors: readonly EventBy[] = [
  whole,
  { role: 'unit', unit: 'water', account: 'wang' },
  { role: 'requester', unit: null, account: null },
  { role: 'office' },
  { role: 'office', unit: null, account: 'li', behalf: 'zhang' },
  { role: 'unit', unit: 'a/b', account: 'li' },
  { role: '{', unit: null, account: 'li' },
  { role: 'unit', unit: '', account: 'li' },
]

async function played(): Promise<number> {
  const reserved = await made.store.reserveMatter('linhai')
  await made.store.submit('linhai', { ...aSubmission(reserved), events: [{ ...submitted, by: whole }] })
  for (const by of actors) {
    const expected = (await made.store.loadMatter('linhai', reserved.matter, seesAll))?.head
    if (expected === undefined) throw new Error('no matter')
    const projection = { ...aProjection, duties: [aDuty, late] }
    const events = [{ ...accepted, by }]
    await made.store.append('linhai', {
      matter: reserved.matter,
      expected,
      events,
      before: aProjection,
      projection,
      at: morning + day,
    })
  }
  return reserved.matter
}

/** As the tables were before, with what stands in them. */
const asBefore: readonly string[] = [
  `alter table event disable trigger append_only; drop index event_of_role;
   create table full_link as select e.government, e.matter, e.seq, coalesce(f.hash, '') as hash from event e
     left join event f on f.government = e.government and f.matter = e.matter and f.seq = e.seq - 1`,
  `alter table event alter column by type jsonb using by_told(by),
     alter column algorithm type text using coalesce(nullif(algorithm, ''), 'sm3-json-1');
   update event e set previous = l.hash from full_link l where l.government = e.government and l.matter = e.matter and l.seq = e.seq;
   alter table event enable trigger append_only; drop table full_link; drop function by_told, by_kept`,
  `create index event_of_role on event (government, (by->>'role'), at)
     where kind = 'act' and by->>'unit' is null and by->>'role' not in ('requester', 'office', 'system')`,
  ...['workdays_late', 'alert_rank', 'deducted', 'criticisms'].map(
    (column) => `update duty set ${column} = coalesce(${column}, 0); alter table duty alter column ${column} set not null`,
  ),
  `create index mark_at on mark (government, at, matter); drop index duty_of_matter; drop index mark_of_matter;
   alter table duty add primary key (government, matter, duty_key); alter table mark add primary key (government, matter, mark_key);
   alter table counted_matter alter column parts type jsonb using parts::jsonb`,
  `delete from migration where name in ('0195-rows-by-matter', '0196-narrow-events', '0197-narrow-duties')`,
]

it('brings what stood wider over without a loss: who acted, every link, every row', async () => {
  const matter = await played()
  const read = async () => ({
    links: await made.store.packages.links('linhai', matter),
    found: await made.store.loadMatter('linhai', matter, seesAll),
    rows: await rowsOf(made, matter),
    findings: (await made.store.verify({})).findings,
  })
  const now = await read()
  expect(now.links.slice(1).map(({ by }) => by)).toEqual(actors)
  expect(now.findings).toEqual([])
  for (const step of asBefore) await owner.query(step)
  const store = await openStore({ connection: made.connection, keysFolder: made.keysFolder })
  await store.close()
  expect(await read()).toEqual(now)
  const kept = await owner.query('select by from event where matter = $1 order by seq', [matter])
  expect(kept.rows.map(({ by }) => by[0] === '{').slice(1)).toEqual([false, false, false, true, true, true, true, true])
})

it('keeps no zero of a duty, and tells it', async () => {
  const matter = await played()
  const text = `select count(*)::int as duties, count(workdays_late)::int as late, count(deducted)::int as points from duty where matter = ${matter}`
  expect((await owner.query(text)).rows).toEqual([{ duties: 2, late: 1, points: 1 }])
})
