import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/postgres-for-tests.js'
import { BadPageKey } from './database/faults.js'
import { aDuty, aProjection, aSubmission, beishan, day, linhai, morning } from './store.fixtures.js'
import { type DutyFilter, type Gate, type MatterProjection, type Page, seesAll } from './types.js'

let made: TestDatabase

const officeDuty = (dueAt: number | null) => ({ ...aDuty, dueAt, lateAt: dueAt, dueOn: null })
const unitDuty = (unit: string) => ({ ...aDuty, key: 'contact#1', duty: 'contact', holder: 'unit', unit, isLate: true })

/** Ids follow from the order; each says what is special about it. */
const matters: Partial<MatterProjection>[] = [
  {
    title: '路灯不亮',
    receivedAt: morning,
    units: ['water'],
    duties: [officeDuty(morning + 3 * day), unitDuty('water')],
    nextDueAt: morning + 3 * day,
  },
  {
    title: '水管漏水',
    receivedAt: morning + 1,
    units: ['water', 'roads'],
    hiddenFrom: ['roads'],
    duties: [officeDuty(morning + 1 * day)],
    nextDueAt: morning + day,
  },
  {
    title: '公园关门',
    receivedAt: morning - day,
    category: 'help',
    duties: [officeDuty(null)],
    nextDueAt: null,
    publishedAt: morning + day,
    publicText: '公园关门',
  },
  {
    title: '路面塌陷',
    receivedAt: morning + 1,
    stage: 'concluded',
    publishedAt: morning + 2 * day,
    publicText: '路面塌陷',
    searchText: '路面塌陷 中山路',
    duties: [],
  },
  {
    title: '水费太高',
    receivedAt: morning + 2,
    hiddenFrom: ['water'],
    alert: 'red',
    alertRank: 3,
    searchText: '水费太高',
    marks: [{ key: '2:answered', mark: 'answered', at: morning, assignment: null, rating: null, unit: null, times: 1 }],
    duties: [{ ...officeDuty(morning), status: 'met', lateAt: null }],
  },
]

const all = seesAll
const water: Gate = { scope: { units: ['water'] }, notHiddenFrom: ['water'] }
const roads: Gate = { scope: { units: ['roads'] }, notHiddenFrom: ['roads'] }
const officeOfWater: Gate = { scope: 'all', notHiddenFrom: ['water'] }
const none: Gate = { scope: 'none', notHiddenFrom: [] }
const theOffice = [{ role: 'office', unit: null }]

beforeAll(async () => {
  made = await testDatabase()
  for (const government of [linhai, beishan]) await made.store.putGovernment(government)
  for (const changes of matters) {
    const reserved = await made.store.reserveMatter('linhai')
    await made.store.submit('linhai', aSubmission(reserved, { searchText: changes.title ?? '', ...changes }))
  }
  await made.store.submit(
    'beishan',
    aSubmission(await made.store.reserveMatter('beishan'), { publishedAt: morning, units: ['water'] }),
  )
})

afterAll(() => made.drop())

type ListQuery = Parameters<TestDatabase['store']['listMatters']>[1]
const listed = async (query: ListQuery): Promise<number[]> =>
  (await made.store.listMatters('linhai', query)).rows.map(({ matter }) => matter)

it.each([
  ['newest received first', { gate: all }, [5, 4, 2, 1, 3]],
  ['next due first', { gate: all, sort: 'due' as const }, [2, 1, 4, 5]],
  ['of a stage', { gate: all, filter: { stages: ['concluded'] } }, [4]],
  ['of a category', { gate: all, filter: { categories: ['help', 'other'] } }, [3]],
  ['of a unit', { gate: all, filter: { units: ['roads'] } }, [2]],
  ['of an alert', { gate: all, filter: { alerts: ['red'] } }, [5]],
  ['received in a time', { gate: all, filter: { receivedFrom: morning + 1, receivedBefore: morning + 2 } }, [4, 2]],
  ['published', { gate: all, filter: { isPublished: true } }, [4, 3]],
  ['not published', { gate: all, filter: { isPublished: false, channels: ['web'], regulations: ['demo'] } }, [5, 2, 1]],
  ['answered, the answer published or told to one alone', { gate: all, filter: { isAnswered: true as const } }, [5, 4, 3]],
  ['with two characters anywhere', { gate: all, filter: { text: '漏水' } }, [2]],
  ['with several words, in any order', { gate: all, filter: { text: '中山 塌陷' } }, [4]],
  ['with words that are there, but not in a row', { gate: all, filter: { text: '路塌' } }, []],
  ['with signs only', { gate: all, filter: { text: '？' } }, []],
  ['with nothing typed', { gate: all, filter: { text: ' ', categories: ['help'] } }, [3]],
  ['for a unit', { gate: water }, [2, 1]],
  ['for a unit that must not know of one', { gate: roads }, []],
  ['for an office within a unit complained about', { gate: officeOfWater }, [4, 2, 1, 3]],
  ['for nobody', { gate: none }, []],
])('lists matters %s', async (_, query, expected) => {
  expect(await listed(query)).toEqual(expected)
})

it.each([
  ['all', all, 5],
  ['a unit', water, 2],
  ['a unit that must not know', roads, 0],
  ['nobody', none, 0],
])('lets %s count, search, export, read and see duties of the same matters as lists', async (_, gate, expected) => {
  const { store } = made
  const list = (await listed({ gate })).sort()
  expect(list).toHaveLength(expected)
  expect(await store.countMatters('linhai', { gate })).toEqual({ count: expected, isCapped: false })
  const exported: number[] = []
  for await (const row of store.exportMatters('linhai', { gate })) exported.push(row.matter)
  expect(exported).toEqual(list)
  const found = await Promise.all(['路灯', '漏水', '公园', '塌陷', '水费'].map((text) => listed({ gate, filter: { text } })))
  expect(found.flat().sort()).toEqual(list)
  const loaded = await Promise.all([1, 2, 3, 4, 5].map((matter) => store.loadMatter('linhai', matter, gate)))
  expect(loaded.flatMap((matter) => matter?.row.matter ?? [])).toEqual(list)
  const byNumber = await Promise.all(
    loaded.map(async (_matter, at) => store.findByNumber('linhai', await numberOf(at + 1), gate)),
  )
  expect(byNumber.flatMap((row) => row?.matter ?? [])).toEqual(list)
  const queue = await store.dutyQueue('linhai', {
    holders: [
      { role: 'office', unit: null },
      { role: 'unit', unit: 'water' },
    ],
    gate,
  })
  expect(queue.rows.filter((duty) => !list.includes(duty.matter))).toEqual([])
  for await (const duty of store.exportDuties('linhai', { gate })) expect(list).toContain(duty.matter)
})

const numberOf = async (matter: number): Promise<string> => (await made.store.loadMatter('linhai', matter, all))?.row.number ?? ''

it('turns pages without losing or repeating a row, though two were received at once', async () => {
  for (const sort of ['received', 'updated', 'due'] as const) {
    const whole = await listed({ gate: all, sort })
    const turned: number[] = []
    for (let page: Page | null = { limit: 1 }; page; ) {
      const { rows, next }: { rows: readonly { matter: number }[]; next: string | null } = await made.store.listMatters(
        'linhai',
        { gate: all, sort, page },
      )
      turned.push(...rows.map(({ matter }) => matter))
      page = next === null ? null : { limit: 1, after: next }
    }
    expect(turned).toEqual(whole)
  }
})

it.each(['', 'x', Buffer.from('[1]').toString('base64url'), Buffer.from('["a",1]').toString('base64url')])(
  'refuses %j as the key of a page',
  async (after) => {
    await expect(made.store.listMatters('linhai', { gate: all, page: { after } })).rejects.toBeInstanceOf(BadPageKey)
  },
)

it('shows the public what is published, newest first', async () => {
  const found = async (query: object): Promise<number[]> =>
    (await made.store.searchPublished('linhai', query)).rows.map(({ matter }) => matter)
  expect(await found({})).toEqual([4, 3])
  expect(await found({ text: '公园' })).toEqual([3])
  expect(await found({ text: '漏水' })).toEqual([])
  expect(await found({ text: '中山路' })).toEqual([])
  expect(await found({ category: 'complaint' })).toEqual([4])
  const first = await made.store.searchPublished('linhai', { page: { limit: 1 } })
  expect(await found({ page: { after: first.next } })).toEqual([3])
})

it('queues the open duties of a holder by due time, those without one last', async () => {
  const queue = async (page: Page) =>
    made.store.dutyQueue('linhai', { holders: [{ role: 'office', unit: null }], gate: all, page })
  const { rows, next } = await queue({})
  expect(rows.map(({ matter }) => matter)).toEqual([2, 1, 3])
  expect(next).toBeNull()
  expect(rows[0]).toMatchObject({
    key: 'reply#1',
    title: '水管漏水',
    number: await numberOf(2),
    dueAt: morning + day,
    unit: null,
  })
  const first = await queue({ limit: 2 })
  const rest = await queue({ limit: 2, after: first.next ?? '' })
  expect([...first.rows, ...rest.rows]).toEqual(rows)
})

it('merges the queues of several holders', async () => {
  const holders = [
    { role: 'unit', unit: 'water' },
    { role: 'office', unit: null },
    { role: 'office', unit: null },
  ]
  const { rows } = await made.store.dutyQueue('linhai', { holders, gate: all })
  expect(rows.map(({ matter, duty }) => [matter, duty])).toEqual([
    [2, 'reply'],
    [1, 'reply'],
    [1, 'contact'],
    [3, 'reply'],
  ])
  expect((await made.store.dutyQueue('linhai', { holders: [], gate: all })).rows).toEqual([])
})

it.each([
  ['late by a moment', { lateBy: morning + day }, [2]],
  ['late after one moment and by another', { lateAfter: morning + day, lateBy: morning + 3 * day }, [1]],
  ['without a time', 'undated' as const, [3]],
])('queues what is %s', async (_, due, expected) => {
  const { rows } = await made.store.dutyQueue('linhai', { holders: theOffice, gate: all, due })
  expect(rows.map(({ matter }) => matter)).toEqual(expected)
})

it('says of a queued duty under which version of which regulation its matter runs', async () => {
  const { rows } = await made.store.dutyQueue('linhai', { holders: theOffice, gate: all })
  const { regulation, regulationVersion } = aProjection
  expect(rows[0]).toMatchObject({ regulation, regulationVersion })
})

it.each([
  ['before all', all, [0, 0, 0], { open: 3, overdue: 0, today: 0, soon: 0, undated: 1 }],
  ['on a last day', all, [0, 1, 3], { open: 3, overdue: 0, today: 1, soon: 2, undated: 1 }],
  ['at a due time', all, [1, 2, 3], { open: 3, overdue: 1, today: 0, soon: 1, undated: 1 }],
  ['when all are late', all, [3, 4, 5], { open: 3, overdue: 2, today: 0, soon: 0, undated: 1 }],
  ['through a gate', roads, [1, 1, 3], { open: 0, overdue: 0, today: 0, soon: 0, undated: 0 }],
])('counts a queue %s', async (_, gate, [now = 0, tonight = 0, soon = 0], expected) => {
  const at = { now: morning + now * day, tonight: morning + tonight * day, soon: morning + soon * day }
  expect((await made.store.dutyDesk('linhai', { holders: theOffice, gate, ...at })).counts).toEqual(expected)
})

it('counts the queues of several holders together', async () => {
  const holders = [...theOffice, { role: 'unit', unit: 'water' }, ...theOffice]
  const { counts } = await made.store.dutyDesk('linhai', { holders, gate: all, now: morning, tonight: morning, soon: morning })
  expect(counts).toMatchObject({ open: 4, undated: 1 })
})

it('exports duties by what is asked', async () => {
  const exported = async (filter: DutyFilter) => {
    const keys: string[] = []
    for await (const duty of made.store.exportDuties('linhai', { gate: all, filter })) keys.push(`${duty.matter} ${duty.key}`)
    return keys
  }
  expect(await exported({})).toHaveLength(5)
  expect(await exported({ isLate: true, units: ['water'] })).toEqual(['1 contact#1'])
  expect(await exported({ statuses: ['met'], duties: ['reply'], dueBefore: morning + 1 })).toEqual(['5 reply#1'])
  const ofWater = { holders: [{ role: 'unit', unit: 'water' }], openedFrom: morning, openedBefore: morning + 1 }
  expect(await exported(ofWater)).toEqual(['1 contact#1'])
  expect(await exported({ statuses: ['open', 'met'] })).toEqual([
    '1 contact#1',
    '1 reply#1',
    '2 reply#1',
    '3 reply#1',
    '5 reply#1',
  ])
})

it('counts to a thousand and says so', async () => {
  const reserved = await Promise.all(Array.from({ length: 1010 }, () => made.store.reserveMatter('beishan')))
  for (let at = 0; at < reserved.length; at += 50) {
    await Promise.all(reserved.slice(at, at + 50).map((each) => made.store.submit('beishan', aSubmission(each, aProjection))))
  }
  expect(await made.store.countMatters('beishan', { gate: all })).toEqual({ count: 1000, isCapped: true })
  const undated = { duties: [officeDuty(null)] }
  await made.store.submit('beishan', aSubmission(await made.store.reserveMatter('beishan'), undated))
  const { counts } = await made.store.dutyDesk('beishan', {
    holders: theOffice,
    gate: all,
    now: morning,
    tonight: morning,
    soon: morning,
  })
  // The one without a time stands behind more than are counted.
  expect(counts).toEqual({ open: 1000, overdue: 0, today: 0, soon: 0, undated: 1 })
  const groups = { handle: [...new Set(aProjection.duties.map(({ duty }) => duty))].map((duty) => ({ duty, regulation: null })) }
  const desk = await made.store.desk('beishan', {
    holders: theOffice,
    gate: all,
    groups,
    now: morning,
    tonight: morning,
    soon: morning,
    page: { limit: 2 },
  })
  // The only group goes on for what the others leave of a screen.
  expect(desk.groups.map(({ group, count, rows }) => [group, count, rows.length])).toEqual([['handle', 1000, 5]])
  expect(desk.counts.open).toBe(1000)
  const early = { duties: [officeDuty(morning - day)], hiddenFrom: ['water'] }
  for (let at = 0; at < 20; at += 1) {
    await made.store.submit('beishan', aSubmission(await made.store.reserveMatter('beishan'), early))
  }
  // Those kept from it stand in front: it is told as many of the others.
  const ofWater = { holders: theOffice, gate: officeOfWater, now: morning, tonight: morning, soon: morning }
  expect((await made.store.dutyDesk('beishan', ofWater)).counts).toEqual({
    open: 1000,
    overdue: 0,
    today: 0,
    soon: 0,
    undated: 1,
  })
  expect((await made.store.desk('beishan', { ...ofWater, groups })).counts.open).toBe(1000)
  expect((await made.store.dutyDesk('beishan', { ...ofWater, gate: all })).counts.overdue).toBe(20)
  let exported = 0
  for await (const _ of made.store.exportMatters('beishan', { gate: all })) exported += 1
  expect(exported).toBe(1032)
})
