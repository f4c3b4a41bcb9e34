import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import { markColumns } from '../read-columns.js'
import { accepted, aDuty, aProjection, aSubmission, day, linhai, morning, rowsOf, rowVersions } from '../store.fixtures.js'
import { type AssignmentRow, type DutyRow, type MarkRow, type MatterProjection, seesAll } from '../types.js'
import { openDatabase } from './database.js'
import { asGovernment } from './transaction.js'

let made: TestDatabase

beforeAll(async () => {
  made = await testDatabase()
  await made.store.putGovernment(linhai)
})
afterAll(() => made.drop())

async function newMatter(changes: Partial<MatterProjection> = {}): Promise<number> {
  const reserved = await made.store.reserveMatter('linhai')
  await made.store.submit('linhai', aSubmission(reserved, changes))
  return reserved.matter
}

async function act(matter: number, before: MatterProjection, projection: MatterProjection): Promise<void> {
  const expected = (await made.store.loadMatter('linhai', matter, seesAll))?.head
  if (expected === undefined) throw new Error('no matter')
  await made.store.append('linhai', { matter, expected, events: [accepted], before, projection, at: morning + day })
}

async function marksOf(matter: number): Promise<readonly MarkRow[]> {
  const database = openDatabase(made.connection)
  try {
    const text = `select ${markColumns} from mark k where k.matter = $1 order by k.mark_key`
    return await asGovernment(database, 'linhai', (query) => query<MarkRow>(text, [matter]))
  } finally {
    await database.close()
  }
}

const isFoundBy = async (matter: number, text: string): Promise<boolean> =>
  (await made.store.listMatters('linhai', { gate: seesAll, filter: { text } })).rows.some((row) => row.matter === matter)

const duty = fc.record({ lateBy: fc.constantFrom(0, 3), isMet: fc.boolean() }).map(
  ({ lateBy, isMet }): Omit<DutyRow, 'key'> => ({
    ...aDuty,
    status: isMet ? 'met' : 'open',
    metAt: isMet ? morning + day : null,
    workdaysLate: lateBy,
  }),
)
const duties = fc
  .dictionary(fc.constantFrom('accept#1', 'reply#1', 'reply#2', 'sign#1'), duty)
  .map((all): readonly DutyRow[] => Object.entries(all).map(([key, each]) => ({ ...each, key })))
const assignments = fc.uniqueArray(fc.constantFrom(1, 2, 3)).chain((ids) =>
  fc.array(fc.constantFrom('water', 'sewage'), { minLength: ids.length, maxLength: ids.length }).map((units) =>
    ids.map(
      (id, at): AssignmentRow => ({
        id,
        unit: units[at] ?? '',
        part: 'lead',
        stage: 'handling',
        since: morning,
        endedAt: null,
      }),
    ),
  ),
)
const marks = fc
  .uniqueArray(fc.constantFrom('2:accepted', '3:answered'))
  .chain((keys) =>
    fc
      .constantFrom(1, 2)
      .map((times) =>
        keys.map((key): MarkRow => ({ key, mark: key.slice(2), at: morning, assignment: null, rating: null, unit: null, times })),
      ),
  )
const projection = fc
  .record({ duties, assignments, marks, searchText: fc.constantFrom('路灯不亮', '水管破裂') })
  .map((rows): MatterProjection => ({ ...aProjection, ...rows }))

const inOrder = <Of>(rows: readonly Of[], by: (row: Of) => string | number): readonly Of[] =>
  [...rows].sort((one, other) => (by(one) < by(other) ? -1 : 1))

it('leaves the rows of the last projection, whatever stood before and whatever was thought to stand', () =>
  fc.assert(
    fc.asyncProperty(projection, projection, projection, fc.boolean(), async (stood, thought, now, isKnown) => {
      const matter = await newMatter(stood)
      await act(matter, isKnown ? stood : thought, now)
      const rows = await rowsOf(made, matter)
      expect(inOrder(rows.duties, ({ key }) => key)).toEqual(inOrder(now.duties, ({ key }) => key))
      expect(inOrder(rows.assignments, ({ id }) => id)).toEqual(inOrder(now.assignments, ({ id }) => id))
      expect(await marksOf(matter)).toEqual(inOrder(now.marks, ({ key }) => key))
      expect(await isFoundBy(matter, '路灯')).toBe(now.searchText === '路灯不亮')
      expect(await isFoundBy(matter, '水管')).toBe(now.searchText === '水管破裂')
    }),
    { numRuns: 60 },
  ))

it('writes the one row that is otherwise, and locks no other', async () => {
  const other = { ...aDuty, key: 'sign#1' }
  const stood = { ...aProjection, duties: [aDuty, other] }
  const matter = await newMatter(stood)
  const before = await rowVersions(made, matter)
  await act(matter, stood, { ...stood, duties: [aDuty, { ...other, status: 'met', metAt: morning + day }] })
  const after = await rowVersions(made, matter)
  const [stands] = before.map((row) => JSON.stringify(row))
  const kept = after.filter((row) => JSON.stringify(row) === stands)
  expect([before.length, after.length, kept.length]).toEqual([3, 3, 2])
})

it('sends everything where the rows were made from something else than was thought', async () => {
  const matter = await newMatter()
  const thought = { ...aProjection, duties: [] }
  await act(matter, thought, { ...aProjection, duties: [{ ...aDuty, key: 'sign#1' }] })
  expect((await rowsOf(made, matter)).duties.map(({ key }) => key)).toEqual(['sign#1'])
})
