import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { all, dispatchTo, officer, unitOf } from '../../app/app.fixtures.js'
import { gateOf } from '../../app/index.js'
import type { ClausePage, Played, WhatIfRun } from '../../contract/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
let li: SignedInAs
let roads: SignedInAs

const of = '/api/office/regulations/example-mailbox/2025-01-01'

beforeAll(async () => {
  it_ = await testServer()
  const { app } = it_
  const dispatched = async (...units: string[]): Promise<number> => {
    const { matter } = await app.submit()
    await app.act(matter, officer, 'accept')
    await app.act(matter, officer, 'dispatch', dispatchTo(...units))
    return matter
  }
  await dispatched('roads')
  await dispatched('lighting')
  const replied = await dispatched('roads')
  await app.act(replied, unitOf('roads'), 'contact')
  app.goTo('2025-10-10 09:00')
  await app.act(replied, unitOf('roads'), 'reply', { result: '已经修好，请放心使用。' })
  await app.submit()
  app.goTo('2025-10-20 09:00')
  // A session does not last through the weeks that pass above.
  li = await it_.signIn('li')
  roads = await it_.signIn('roads-1')
})
afterAll(() => it_.close())

const get = async <T>(who: SignedInAs, url: string, role = 'office'): Promise<T> => {
  const answer = await it_.ask(who, 'GET', url, { role })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const post = (who: SignedInAs, url: string, payload: object, role = 'office') => it_.ask(who, 'POST', url, { payload, role })

it('lists the versions here with how many matters run under each', async () => {
  const here = await get<{ versions: { id: string; version: string; matters: number; isNew: boolean }[]; mayReplay: boolean }>(
    li,
    '/api/office/regulations',
  )
  expect(here.versions).toEqual([
    expect.objectContaining({ id: 'example-mailbox', version: '2025-01-01', matters: 4, isNew: true }),
  ])
  expect(here.mayReplay).toBe(true)
  const unit = await get<typeof here>(roads, '/api/office/regulations', 'unit@roads')
  expect([unit.versions[0]?.matters, unit.mayReplay]).toEqual([2, false])
})

it('counts under a clause what the list of duties counts, through the gate of whoever asks', async () => {
  const { store } = it_.app.deps
  for (const [who, role, actor] of [
    [li, 'office', officer],
    [roads, 'unit@roads', unitOf('roads')],
  ] as const) {
    const { clauses } = await get<ClausePage>(who, `${of}/clauses`, role)
    const rows = await all(
      store.exportDuties('demo', {
        gate: gateOf(it_.app.office, actor),
        filter: { statuses: ['open', 'overdue', 'paused'] },
      }),
    )
    const now = it_.app.deps.now()
    for (const clause of clauses) {
      if (clause.now === null) continue
      const ids = clause.duties.map(({ id }) => id)
      const owed = rows.filter(({ duty }) => ids.includes(duty))
      const late = owed.filter(({ dueAt, status, isHeld }) => dueAt !== null && dueAt <= now && status !== 'paused' && !isHeld)
      expect([clause.id, clause.now.matters]).toEqual([clause.id, new Set(owed.map(({ matter }) => matter)).size])
      expect(clause.now.late).toBeLessThanOrEqual(new Set(late.map(({ matter }) => matter)).size)
    }
    expect(clauses.some(({ now }) => (now?.late ?? 0) > 0)).toBe(true)
  }
})

it('says of every citing rule who, when and by when, in both languages', async () => {
  for (const lang of ['zh', 'en']) {
    const { clauses } = await get<ClausePage>(li, `${of}/clauses?lang=${lang}`)
    const rules = clauses.flatMap((clause) => clause.rules)
    expect(new Set(rules.map(({ kind }) => kind))).toEqual(
      new Set(
        [
          ...['act', 'duty', 'rung', 'stage', 'prohibition', 'document', 'visibility', 'reading', 'word', 'officeDuty'],
          'assessment',
        ].filter((kind) => rules.some((each) => each.kind === kind)),
      ),
    )
    expect(rules.filter(({ says, name }) => says.some((each) => each === '') || name === '')).toEqual([])
  }
})

it('runs the scenarios and gives one as a start', async () => {
  const { scenarios } = await get<{ scenarios: { id: number; holds: boolean; failures: string[] }[] }>(li, `${of}/scenarios`)
  expect(scenarios.map(({ failures }) => failures)).toEqual(scenarios.map(() => []))
  const start = await get<{ steps: object[]; now: string }>(li, `${of}/scenarios/0`)
  const { now, steps } = start
  const answer = await post(li, `${of}/simulate`, { now, steps, as: 'office' })
  expect(answer.statusCode, answer.body).toBe(200)
  const played: Played = answer.json()
  expect(played.steps.every(({ waits }) => !waits)).toBe(true)
  expect(played.duties.length).toBeGreaterThan(0)
  // What is handed out as a file holds when it is run.
  const again = (await post(li, '/api/simulate', { scenario: played.scenario })).json()
  expect([again.findings, again.runs.flatMap(({ failures }: { failures: object[] }) => failures)]).toEqual([[], []])
})

it('plays steps up to any moment, and names times it cannot read', async () => {
  const steps = [
    {
      at: '2025-09-29 10:00',
      act: 'submit',
      by: 'requester',
      with: { channel: 'web', title: '路灯不亮', body: '解放路东段的路灯连续五天不亮。', phone: '13800000000' },
    },
    { at: '2025-09-29 10:30', act: 'accept', by: 'office', with: { category: 'complaint' } },
    { at: '2025-09-29 11:00', act: 'dispatch', by: 'office', with: { assignments: [{ unit: 'roads', part: 'lead' }] } },
    { at: '2025-10-31 11:00', act: 'reply', by: 'unit@roads', with: { result: '修好了' } },
  ]
  const at = async (now: string, as = 'office'): Promise<Played> => (await post(li, `${of}/simulate`, { steps, now, as })).json()
  const early = await at('2025-09-29 12:00')
  expect([early.stage?.id, early.steps.map(({ waits }) => waits)]).toEqual(['handling', [false, false, false, true]])
  expect(early.scenario).not.toContain('13800000000 ')
  const late = await at('2025-10-30 12:00', 'unit@roads')
  expect(late.duties.some(({ isLate, receipt }) => isLate && receipt.days.length > 0)).toBe(true)
  expect(late.rungs.length).toBeGreaterThan(0)
  expect(late.acts.some(({ refusal }) => refusal === null)).toBe(true)
  expect(late.acts.some(({ refusal }) => refusal !== null)).toBe(true)
  expect(late.actors.some(({ value }) => value === 'unit@roads')).toBe(true)
  const wrong = await post(li, `${of}/simulate`, { steps: [{ ...steps[0], at: 'soon' }], now: '2025-09-29 12:00', as: 'office' })
  expect([wrong.statusCode, wrong.json().problems.map(({ field }: { field: string }) => field)]).toEqual([422, ['steps.0.at']])
  const before = await get<{ versions: { matters: number }[] }>(li, '/api/office/regulations')
  expect(before.versions[0]?.matters).toBe(4)
})

it('draws the stages with how many stand in each, as the list counts them', async () => {
  const diagrams = await get<{ matter: { nodes: { id: string; count: number; isStart: boolean }[]; edges: object[] } }>(
    li,
    `${of}/diagrams`,
  )
  expect(diagrams.matter.nodes.filter(({ isStart }) => isStart).map(({ id }) => id)).toEqual(['received'])
  for (const { id, count } of diagrams.matter.nodes) {
    const page = await get<{ total: number }>(li, `/api/matters?stage=${id}&regulation=example-mailbox`)
    expect([id, page.total]).toEqual([id, count])
  }
})

async function replayed(who: SignedInAs, asked: object): Promise<WhatIfRun> {
  const started = await post(who, `${of}/what-if`, { from: '2025-01-01', to: '2025-12-31', parameters: {}, dials: {}, ...asked })
  expect(started.statusCode, started.body).toBe(202)
  const { id }: WhatIfRun = started.json()
  for (let tries = 0; tries < 100; tries += 1) {
    const run = await get<WhatIfRun>(who, `/api/what-if/${id}`)
    if (run.status !== 'running') return run
    await pause(20)
  }
  throw new Error('the replay does not end')
}

it('replays stored matters under other numbers, and records nothing', async () => {
  const form = await get<{ dials: { id: string; amount: number }[] }>(li, `${of}/what-if`)
  const same = await replayed(li, {})
  expect(same).toMatchObject({ status: 'done', total: 4, done: 4, moved: 0, examples: [], rungs: [] })
  expect([same.matters.worse, same.matters.better]).toEqual([0, 0])
  const limits = form.dials.filter(({ id }) => id.includes('/limit/'))
  const long = await replayed(li, { dials: Object.fromEntries(limits.map(({ id }) => [id, 900])) })
  expect([long.matters.after, long.matters.better]).toEqual([0, same.matters.before])
  expect(long.units.map(({ unit }) => unit.id)).toContain('roads')
  expect(long.examples.every(({ isWorse }) => !isWorse)).toBe(true)
  const short = await replayed(li, { dials: Object.fromEntries(limits.map(({ id }) => [id, 0])) })
  expect(short.examples.flatMap(({ why }) => why)).toEqual(expect.arrayContaining([expect.stringContaining('当天')]))
  expect(short.matters.after).toBeGreaterThanOrEqual(same.matters.after)
  // The real regulation is as it was: the same form, the same figures.
  expect(await get(li, `${of}/what-if`)).toEqual(form)
  expect((await replayed(li, {})).matters).toEqual(same.matters)
  const other = await replayed(li, { parameters: { extensionCap: 0 } })
  expect(other.status).toBe('done')
})

it('is for the office and leaders, names what is wrong, and can be stopped by whoever started it', async () => {
  expect((await it_.ask(roads, 'GET', `${of}/what-if`, { role: 'unit@roads' })).statusCode).toBe(403)
  expect((await post(roads, `${of}/what-if`, { from: '', to: '', dials: {}, parameters: {} }, 'unit@roads')).statusCode).toBe(403)
  const wrong = await post(li, `${of}/what-if`, {
    from: '2025-13-01',
    to: '2025-01-01',
    dials: { 'reply/limit/9': -1 },
    parameters: { extensionCap: 7 },
  })
  expect([wrong.statusCode, wrong.json().problems.map(({ field }: { field: string }) => field)]).toEqual([
    422,
    ['from', 'dials.reply/limit/9', 'parameters.extensionCap'],
  ])
  const { id } = await replayed(li, {})
  const lead = await it_.signIn('lead')
  expect((await it_.ask(lead, 'GET', `/api/what-if/${id}`, { role: 'leader' })).statusCode).toBe(404)
  expect((await it_.ask(li, 'DELETE', `/api/what-if/${id}`, { role: 'office' })).json().status).toBe('done')
  expect((await it_.ask(li, 'GET', '/api/office/regulations/nothing/1/clauses', { role: 'office' })).statusCode).toBe(404)
  expect((await it_.ask(null, 'GET', `${of}/clauses`)).statusCode).toBe(401)
})
