import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Deps, type Office, readFollowed, readLedger, recordAct, submitMatter } from '../src/app/index.js'
import { type Actor, instant, type Payload } from '../src/core/index.js'
import { openStore } from '../src/store/index.js'
import { query, startDatabaseServer } from './database.js'
import { figure, median, note } from './figure.js'
import { openPlaying } from './half-year/office.js'
import { seeded } from './half-year/random.js'
import { readTold } from './half-year/stories.js'
import { root } from './office.js'

const began = Date.parse('2025-07-01T01:30:00Z')
const items = 5000
const suggestions = 1000
const rounds = 15
const story = 'demo/three.yaml'

type At = { readonly deps: Deps; readonly office: Office }
type Life = {
  readonly kind: string
  readonly act: string
  readonly by: string
  readonly with: Payload
  readonly steps: readonly Step[]
}
type Step = readonly [act: string, by: string, stated: Payload]

/**
 * 台账、逐年跟踪. A ledger of five thousand supervised items, each split into tasks with milestones, as its office opens it, and what is followed
 * over the years counted from as many duties. The database and who asks on one machine.
 */
export async function benchOwed(): Promise<void> {
  const server = await startDatabaseServer(false)
  const database = await server.create('owed')
  const store = await openStore(database)
  try {
    const told = readTold(readFileSync(join(root, story), 'utf8'))
    const { deps, office: of } = await openPlaying(store, told, { at: instant(began), random: seeded(1) })
    const office = await of()
    const units = told.units.map(({ id }) => id)
    await many(items, (nth) => lived({ deps, office }, supervised(nth, units)))
    await many(suggestions, (nth) => lived({ deps, office }, suggested(nth, units)))
    // As if each had promised five things: what is counted are rows of duties.
    await query(database.connection, promised)
    await query(database.connection, 'analyze')
    const viewer = { office, actor: actor('office'), account: 'office', lang: 'zh' as const }
    const kind = 'dawukou-supervision'
    const open = (unit: string | null) => () => readLedger(deps, viewer, { kind, show: 'open', unit, page: { limit: 40 } })
    const first = await open(null)()
    note(
      `${items} supervised items of which ${first.total}${first.isTotalCapped ? ' and more' : ''} are open, ${suggestions} suggestions; ${rounds} times each.`,
    )
    figure('a ledger of 5,000 items: its first forty rows with tasks and milestones, median', await took(open(null)), 'ms', {
      atMost: 400,
    })
    figure('the same for one unit, median', await took(open(units[0] ?? '')), 'ms', { atMost: 400 })
    const followed = { kind: 'dawukou-proposals', duty: 'followUp', unit: null, year: null, show: 'open' as const }
    figure(
      'what is followed over the years: counted and its first rows, median',
      await took(() => readFollowed(deps, viewer, followed, { limit: 40 })),
      'ms',
      { atMost: 400 },
    )
  } finally {
    await store.close()
    await server.stop()
  }
}

const promised = `update duty set duty = 'followUp' from matter where matter.government = duty.government and matter.matter = duty.matter
  and matter.regulation = 'dawukou-proposals' and duty.duty = 'signFor'`

const actor = (role: string, unit: string | null = null): Actor => ({ role, unit, person: `${role}-${unit ?? ''}` })

const supervised = (nth: number, units: readonly string[]): Life => {
  const unit = units[nth % units.length] ?? ''
  const day = (after: number) => `2025-${String(8 + ((nth + after) % 5)).padStart(2, '0')}-15`
  const tasks = [1, 2, 3].map((each) => ({ taskName: `第${each}项任务`, taskBy: day(each) }))
  return {
    ...{ kind: 'dawukou-supervision', act: 'takeIn', by: 'office' },
    with: {
      taskSource: 'publicMessages',
      channel: 'hotline',
      title: `第${nth}件`,
      task: '查清并办好。',
      supervisionType: 'clue',
    },
    steps: [
      ['forwardOnReceipt', 'office', { assignments: [{ unit, part: 'lead' }], timeLimit: { on: day(0) } }],
      ['splitIntoTasks', 'office', { unit, tasks }],
      ['signFor', `unit@${unit}`, {}],
      [
        'setMilestones',
        `unit@${unit}`,
        {
          item: 1,
          milestones: [
            { milestone: '进场', milestoneBy: day(1) },
            { milestone: '完工', milestoneBy: day(1) },
          ],
        },
      ],
    ],
  }
}

const suggested = (nth: number, units: readonly string[]): Life => ({
  ...{ kind: 'dawukou-proposals', act: 'register', by: 'office' },
  with: {
    ...{ category: 'suggestion', level: 'district', raisedThrough: 'session', itemNumber: `第${nth}号`, title: `建议${nth}` },
    ...{ body: '一件事。', pointsRaised: [{ pointRaised: '一件事' }], proposerKind: 'deputy', requesterName: '示例代表' },
  },
  steps: [
    [
      'assign',
      'office',
      {
        assignments: units.map((unit) => ({ unit, part: 'separate' })),
        handlingMode: 'separate',
        assignmentDocument: '示政办交',
      },
    ],
  ],
})

async function lived({ deps, office }: At, { kind, act, by, with: stated, steps }: Life): Promise<void> {
  const opener = { program: null, at: null, isPortal: false, isTranscribed: false, once: null, kept: {}, from: null, files: [] }
  const done = await submitMatter(deps, { office, actor: actor(by), lang: 'zh', with: stated, opener, regulation: kind, act })
  if (!done.ok || done.matter === null) throw new Error(JSON.stringify(done))
  for (const [next, role, more] of steps) {
    const [id = '', unit = null] = role.split('@')
    const recorded = await recordAct(deps, {
      office,
      matter: done.matter,
      actor: actor(id, unit),
      act: next,
      lang: 'zh',
      with: more,
      revision: null,
    })
    if (!recorded.ok) throw new Error(`${next}: ${JSON.stringify(recorded.failure)}`)
  }
}

const atOnce = 8

async function many(amount: number, doing: (nth: number) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let nth = next++; nth < amount; nth = next++) await doing(nth)
    }),
  )
}

async function took(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await ask()
    times.push(performance.now() - start)
  }
  return median(times)
}
