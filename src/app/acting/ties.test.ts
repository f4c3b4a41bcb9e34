import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { seesAll } from '../../store/index.js'
import { account, root, type TestApp, testApp } from '../app.fixtures.js'
import {
  byRequester,
  byStaff,
  type Office,
  readMatter,
  readThread,
  recordAct,
  requester,
  saveAttachment,
  submitMatter,
  takeUpKindFor,
  trackMatter,
  verifyRecords,
} from '../index.js'

/** A letter box and leaders' instructions of one government, tied to each other by what stands beside the one text. */
const library = loadLibrary({ regulations: `${root}/regulations`, calendars: `${root}/calendars` })
const actor = (role: string, unit: string | null = null): Actor => ({ role, unit, person: `${role}-1` })

let app: TestApp
let office: Office

const inForce = (regulation: string) => ({
  ...{
    regulation,
    version: 'undated',
    from: '2022-05-01',
    to: null,
    clause: '',
    instrument: '印发',
    on: '2022-05-01',
    reason: '',
  },
})

beforeAll(async () => {
  const first = { regulation: 'dawukou-mailbox', regulationVersion: 'undated' }
  app = await testApp('2025-03-03 09:00', library, [account('viceMayor-1', '副区长', [{ role: 'viceMayor', unit: null }])], first)
  const renewals = [inForce('dawukou-mailbox'), inForce('dawukou-instructions')]
  await app.deps.store.administration.patchSettings('demo', { renewals, webChannel: 'web' })
  app.deps.offices.forget('demo')
  const before = (await app.deps.offices.get('demo')) ?? app.office
  expect(before.program.regulation.acts.instructionRegistered).toBeUndefined()
  expect(await takeUpKindFor(app.deps, before, { regulation: 'dawukou-instructions', version: 'undated' })).toBeNull()
  office = (await app.deps.offices.get('demo')) ?? app.office
})
afterAll(() => app.close())

const act = async (matter: number, by: Actor, name: string, stated: Readonly<Record<string, unknown>> = {}) => {
  const done = await recordAct(app.deps, { office, matter, actor: by, act: name, lang: 'zh', revision: null, with: stated })
  if (!done.ok) throw new Error(`${name}: ${JSON.stringify(done.failure)}`)
}

/** A paper letter that was put before a leader and instructed on. */
const letter = async () => {
  const stated = {
    channel: 'paper',
    title: '路灯坏了',
    body: '坏了两个月。',
    receivedOn: '2025-03-03',
    category: 'hardship',
    place: '东门街道',
  }
  const sent = await submitMatter(app.deps, {
    ...{ office, actor: actor('registry'), lang: 'zh' as const, opener: byStaff },
    with: { ...stated, scan: [await upload()], requesterName: '来信人' },
  })
  if (!sent.ok || sent.matter === null) throw new Error(JSON.stringify(sent))
  await act(sent.matter, actor('governmentOffice'), 'accept', { category: 'hardship' })
  await act(sent.matter, actor('office'), 'proposeHandling', { proposal: '请住建局办。' })
  await act(sent.matter, actor('leader'), 'instruct', { instruction: '请尽快修好。', leaderRank: 'deputy' })
  return { matter: sent.matter, number: sent.submitted.number }
}
const upload = async () => {
  const bytes = readFileSync(`${root}/demo/files/instruction.png`)
  const file = { government: 'demo', name: 'scan.png', bytes, isTruncated: false, address: null }
  const kept = await saveAttachment(app.deps, { ...file, lang: 'zh' })
  if (!kept.ok) throw new Error(kept.failure.detail)
  return kept.attachment.id
}
const register = async (sourceMatter: string, { key, scan }: { readonly key?: string; readonly scan?: string } = {}) => {
  const done = await submitMatter(app.deps, {
    ...{
      office,
      actor: actor('registry'),
      lang: 'zh',
      opener: byStaff,
      regulation: 'dawukou-instructions',
      idempotencyKey: key ?? null,
    },
    with: {
      ...{
        leaderRank: 'viceMayor',
        instructingLeader: 'viceMayor-1',
        instructedOn: '2025-03-03',
        carrier: 'letter',
        title: '批示',
      },
      ...{ isExplicit: true, instruction: '请尽快修好。', scan: [scan ?? (await upload())], addressee: 'units', sourceMatter },
    },
  })
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
  return { matter: done.matter ?? 0, number: done.submitted.number, isRepeated: done.isRepeated }
}
const actsOf = async (matter: number) =>
  (await app.deps.store.loadMatter('demo', matter, seesAll))?.events.map(({ act: name }) => name) ?? []

it('an instruction that names the letter comes from it: registered together, forwarded and struck off to be read there', async () => {
  const sent = await letter()
  const { matter: order, number } = await register(` ${sent.number} `)
  expect((await actsOf(sent.matter)).slice(-1)).toEqual(['instructionRegistered'])
  const assignments = [{ unit: 'roads', part: 'lead' }]
  await act(order, actor('registry'), 'forward', { assignments, wantsResult: true, handlingLimit: { workdays: 5 } })
  expect((await actsOf(sent.matter)).slice(-2)).toEqual(['instructionRegistered', 'instructionForwarded'])
  const viewer = { office, actor: actor('office'), account: '', lang: 'zh' as const }
  const found = await readThread(app.deps, viewer, order)
  expect(found.ok && found.thread.rows.map((row) => [row.number, row.depth, row.isThis])).toEqual([
    [sent.number, 0, false],
    [number, 1, true],
  ])
})

it('sent twice under one key it is registered once, and heard of once', async () => {
  const sent = await letter()
  const asked = { key: 'one key', scan: await upload() }
  const [one, two] = [await register(sent.number, asked), await register(sent.number, asked)]
  expect([one.isRepeated, two.isRepeated, two.number]).toEqual([false, true, one.number])
  expect((await actsOf(sent.matter)).filter((name) => name === 'instructionRegistered')).toHaveLength(1)
})

it('a letter that the registry may not see is not named by it: it stands as it was typed', async () => {
  const sent = await submitMatter(app.deps, {
    ...{ office, actor: requester, lang: 'zh' as const, opener: byRequester },
    with: { title: '网上留言', body: '坏了两个月。', category: 'hardship', place: '东门街道' },
  })
  const [matter, number] = sent.ok ? [sent.matter ?? 0, sent.submitted.number] : [0, '']
  await register(number)
  expect(await actsOf(matter)).toEqual(['submit'])
})

it('the writer learns that it was forwarded and done, and nothing of what was instructed', async () => {
  const sent = await letter()
  const { matter: order } = await register(sent.number)
  await act(order, actor('registry'), 'forward', { assignments: [{ unit: 'roads', part: 'lead' }], wantsResult: false })
  const found = await trackMatter(app.deps, { government: 'demo', number: sent.number, lang: 'zh' })
  const told = found.ok ? found.track.timeline.map(({ name, stated }) => [name, stated.map(({ value }) => value)]) : []
  expect(told.at(-1)).toEqual(['批示件已转办', []])
  expect(told.map(([name]) => name)).not.toContain('领导批示已登记为批示件')
})

it('what was stated stands in the order in which the regulation asks for it', async () => {
  const sent = await letter()
  const found = await trackMatter(app.deps, { government: 'demo', number: sent.number, lang: 'zh' })
  const [first] = found.ok ? found.track.timeline : []
  expect(first?.stated.map(({ field }) => field)).toEqual(['channel', 'title', 'body', 'receivedOn', 'scan', 'category', 'place'])
})

it('a row of a list begins with the day that the regulation fills in', async () => {
  const { matter } = await register((await letter()).number)
  const viewer = { office, actor: actor('registry'), account: 'registry-1', lang: 'zh' as const }
  const seen = await readMatter(app.deps, viewer, matter)
  const form = seen.ok ? seen.matter.acts.find(({ act }) => act === 'recordReading') : undefined
  expect(form?.fields[0]?.row?.map(({ id, prefill }) => [id, prefill])).toEqual([
    ['readBy', undefined],
    ['readOn', '2025-03-03'],
  ])
})

it('a number that there is not names nothing: it stands as it was typed', async () => {
  expect((await register('2599999999')).isRepeated).toBe(false)
})

it('rows made anew from the events are the same', async () => {
  expect((await verifyRecords(app.deps, () => undefined)).findings).toEqual([])
})
