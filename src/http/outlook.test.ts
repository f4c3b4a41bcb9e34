import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer } from '../app/app.fixtures.js'
import { seesAll } from '../store/index.js'
import { type SignedInAs, type TestServer, testServer } from './http.fixtures.js'

let test: TestServer
let li: SignedInAs
let lighting: SignedInAs
let matter: number
beforeAll(async () => {
  test = await testServer()
  ;[li, lighting] = [await test.signIn('li'), await test.signIn('lighting-1')]
  matter = (await test.app.submit()).matter
})
afterAll(() => test.close())

const outlook = async (who: SignedInAs, role: string, act: string, stated: object) =>
  (await test.ask(who, 'POST', `/api/matters/${matter}/acts/${act}/outlook`, { payload: { with: stated }, role })).json()
const names = ({ duties }: { duties: { duty: string; dueAt: { shown: string } }[] }) =>
  duties.map(({ duty, dueAt }) => [duty, dueAt.shown])

it('says by when what an act opens would be due, and records nothing', async () => {
  await test.app.act(matter, officer, 'accept')
  const before = await outlook(li, 'office', 'dispatch', dispatchTo('lighting'))
  expect(before.duties.map(({ duty }: { duty: string }) => duty)).toContain('conclude')
  expect((await test.app.deps.store.loadMatter('demo', matter, seesAll))?.events).toHaveLength(2)
  await test.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  const owed = (await test.ask(lighting, 'GET', `/api/matters/${matter}`, { role: 'unit@lighting' })).json().duties
  const due = new Map(
    names({ duties: owed.filter(({ dueAt }: { dueAt: object | null }) => dueAt !== null) }) as [string, string][],
  )
  for (const [duty, at] of names(before)) expect(due.get(duty as string)).toBe(at)
})

it('says what would be if an extension that is asked for were granted', async () => {
  const asked = { workdays: 3, reason: '电缆尚未到货。' }
  const found = await outlook(lighting, 'unit@lighting', 'requestExtension', asked)
  expect(found.isIfGranted).toBe(true)
  await test.app.act(matter, { role: 'unit', unit: 'lighting', person: 'lighting-1' }, 'requestExtension', asked)
  const { duties, acts, timeline } = await (await test.ask(li, 'GET', `/api/matters/${matter}`, { role: 'office' })).json()
  const granting = acts.find(({ act }: { act: string }) => act === 'grantExtension')
  expect(granting.fields.find(({ id }: { id: string }) => id === 'workdays').prefill, 'begins with what is asked for').toBe('3')
  const calledFor = new Map<string, number | null>(
    duties.map(({ duty, openedBy }: { duty: string; openedBy: number | null }) => [duty, openedBy]),
  )
  const actAt = (seq: number | null | undefined) => timeline.find((each: { seq: number }) => each.seq === seq)?.act
  expect(actAt(calledFor.get('accept'))).toBe('submit')
  expect(actAt(calledFor.get('conclude'))).toBe('dispatch')
  await test.app.act(matter, officer, 'grantExtension', { unit: 'lighting', workdays: 3 })
  const owed = (await test.ask(lighting, 'GET', `/api/matters/${matter}`, { role: 'unit@lighting' })).json().duties
  expect(names(found)).toContainEqual(['conclude', owed.find(({ duty }: { duty: string }) => duty === 'conclude').dueAt.shown])
})

it('says nothing while the act could not be done', async () => {
  expect(await outlook(lighting, 'unit@lighting', 'requestExtension', {})).toEqual({ duties: [], isIfGranted: false })
  expect(await outlook(lighting, 'unit@lighting', 'accept', {})).toEqual({ duties: [], isIfGranted: false })
})
