import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer } from '../../app/app.fixtures.js'
import { seesAll } from '../../store/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let test: TestServer
let lighting: SignedInAs
let li: SignedInAs
let wang: SignedInAs
let matter: number
beforeAll(async () => {
  test = await testServer()
  ;[lighting, li, wang] = [await test.signIn('lighting-1'), await test.signIn('li'), await test.signIn('wang')]
  matter = (await test.app.submit()).matter
})
afterAll(() => test.close())

const put = (who: SignedInAs, act: string, values: object) =>
  test.ask(who, 'PUT', `/api/matters/${matter}/drafts/${act}`, { payload: { values }, role: 'office' })
const read = (who: SignedInAs, act: string) => test.ask(who, 'GET', `/api/matters/${matter}/drafts/${act}`, { role: 'office' })
const list = async (who: SignedInAs) => (await test.ask(who, 'GET', '/api/drafts', { role: 'office' })).json().drafts

it('keeps what somebody has begun to fill in, for them alone, and records nothing of it', async () => {
  expect((await read(li, 'decline')).statusCode).toBe(204)
  expect((await put(li, 'decline', { reason: '已经诉讼' })).statusCode).toBe(200)
  await put(li, 'decline', { reason: '已经进入诉讼程序' })
  expect((await read(li, 'decline')).json()).toMatchObject({ values: { reason: '已经进入诉讼程序' } })
  expect(await list(li)).toMatchObject([{ matter: String(matter), act: 'decline' }])
  expect((await read(wang, 'decline')).statusCode).toBe(204)
  expect(await list(wang)).toEqual([])
  expect((await test.app.deps.store.loadMatter('demo', matter, seesAll))?.events).toHaveLength(1)
})

it('is not replaced unseen by what is typed in another tab', async () => {
  const kept = async (values: object, after?: string | null) => {
    const payload = after === undefined ? { values } : { values, after }
    return test.ask(wang, 'PUT', `/api/matters/${matter}/drafts/decline`, { payload, role: 'office' })
  }
  const first = (await kept({ reason: '一' }, null)).json().savedAt.iso
  test.app.goTo('2025-09-29 10:01')
  expect((await kept({ reason: '二' }, null)).statusCode).toBe(412)
  const second = (await kept({ reason: '三' }, first)).json().savedAt.iso
  expect((await kept({ reason: '四' }, first)).json()).toMatchObject({ code: 'changed-meanwhile' })
  expect((await read(wang, 'decline')).json()).toMatchObject({ values: { reason: '三' }, savedAt: { iso: second } })
  expect((await kept({ reason: '五' }, 'yesterday')).statusCode).toBe(400)
  await test.ask(wang, 'DELETE', `/api/matters/${matter}/drafts/decline`, { role: 'office' })
  // What went on from a draft that was sent or thrown away meanwhile replaces nothing.
  expect((await kept({ reason: '六' }, second)).statusCode).toBe(200)
  expect((await kept({ reason: '七' })).statusCode).toBe(200)
  await test.ask(wang, 'DELETE', `/api/matters/${matter}/drafts/decline`, { role: 'office' })
})

it('lies sealed', async () => {
  await test.app.asOwner(
    `do $$ begin if exists (select 1 from draft where encode(sealed, 'escape') like '%reason%') then raise 'readable'; end if; end $$`,
  )
})

it('is none of whoever does not see the matter', async () => {
  const asked = { payload: { values: { result: '修好了' } }, role: 'unit@lighting' }
  expect((await test.ask(lighting, 'PUT', `/api/matters/${matter}/drafts/reply`, asked)).statusCode).toBe(404)
})

it('is gone when it is sent, or thrown away', async () => {
  await put(li, 'accept', { category: 'help' })
  await test.ask(li, 'DELETE', `/api/matters/${matter}/drafts/decline`, { role: 'office' })
  expect((await list(li)).map(({ act }: { act: string }) => act)).toEqual(['accept'])
  const done = await test.ask(li, 'POST', `/api/matters/${matter}/acts/accept`, { payload: { with: {} }, role: 'office' })
  expect(done.statusCode).toBe(200)
  expect(await list(li)).toEqual([])
  await test.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
})
