import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { testDatabase } from '../../../test/postgres-for-tests.js'
import { before } from './past-tables.js'

const made = await testDatabase()
const client = new pg.Client(made.connection)
await client.connect()
afterAll(async () => {
  await client.end()
  await made.drop()
})

type Row = { readonly status: string; readonly due: number; readonly met: number | null; readonly isLate: boolean }

/** How a duty of a destroyed matter, whose row is all that is left of it, stood on the tenth of May. */
async function stood({ status, due, met, isLate }: Row): Promise<unknown> {
  const then = "timestamptz '2025-05-10 00:00Z'"
  const columns = ['status', 'late_at', 'is_late', 'met_at'].map((name) => `${before[name]?.replaceAll('$2', then)} as ${name}`)
  const { rows } = await client.query(
    `select status, late_at is not null as counts, is_late, met_at is not null as met from (select ${columns.join(', ')}
       from (select $1::text as status, make_timestamptz(2025, 5, $2, 0, 0, 0, 'UTC') as due_at, null::timestamptz as late_at,
         make_timestamptz(2025, 5, $3, 0, 0, 0, 'UTC') as met_at, $4::boolean as is_late) r) stood`,
    [status, due, met, isLate],
  )
  return rows[0]
}

it('a duty that was met late later is overdue on a day between', async () => {
  expect(await stood({ status: 'met', due: 8, met: 12, isLate: true })).toEqual({
    ...{ status: 'overdue', counts: true, is_late: false, met: false },
  })
})

it('one that only had a day kept as a rule, or stood still, is late at no time', async () => {
  expect(await stood({ status: 'met', due: 8, met: 12, isLate: false })).toEqual({
    ...{ status: 'open', counts: false, is_late: false, met: false },
  })
})

it('one that falls due after that day still runs towards it, and one that was met before is as it is', async () => {
  const running = { status: 'open', counts: true, is_late: false, met: false }
  expect(await stood({ status: 'met', due: 11, met: 12, isLate: false })).toEqual(running)
  expect(await stood({ status: 'met', due: 8, met: 9, isLate: true })).toEqual({
    ...{ status: 'met', counts: false, is_late: true, met: true },
  })
})
