import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer } from '../../app/app.fixtures.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let test: TestServer
let li: SignedInAs
let wang: SignedInAs
let lighting: SignedInAs
let matter: number
beforeAll(async () => {
  test = await testServer()
  ;[li, wang, lighting] = [await test.signIn('li'), await test.signIn('wang'), await test.signIn('lighting-1')]
  matter = (await test.app.submit()).matter
})
afterAll(() => test.close())

const office = { role: 'office' }
const unit = { role: 'unit@lighting' }
const read = async (who: SignedInAs, as: { role: string }) => test.ask(who, 'GET', `/api/matters/${matter}/notes`, as)
const write = (who: SignedInAs, payload: object, as = office) =>
  test.ask(who, 'POST', `/api/matters/${matter}/notes`, { payload, ...as })
const hand = (who: SignedInAs, payload: object) => test.ask(who, 'PUT', `/api/matters/${matter}/keeper`, { payload, ...office })
const desk = async (who: SignedInAs, whose: string) =>
  (await test.ask(who, 'GET', `/api/duties?whose=${whose}`, office)).json().rows.map((row: { matter: string }) => row.matter)

it('is read by colleagues, and tells those it names', async () => {
  expect((await write(li, { text: '这家上个月也来过，先看旧件。', told: ['wang'] })).statusCode).toBe(204)
  const { notes, colleagues } = (await read(wang, office)).json()
  expect(notes).toMatchObject([{ kind: 'note', by: { id: 'li' }, told: [{ id: 'wang' }], text: '这家上个月也来过，先看旧件。' }])
  expect(colleagues.map(({ id }: { id: string }) => id)).toContain('wang')
  const told = (await test.ask(wang, 'GET', '/api/notices', office)).json().rows
  expect(told[0]).toMatchObject({ matter: String(matter), text: '这家上个月也来过，先看旧件。' })
})

it('says nothing to a unit that handles the matter, to the requester or to the public', async () => {
  await test.app.act(matter, officer, 'accept')
  await test.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
  expect((await read(lighting, unit)).json()).toMatchObject({ notes: [], keeper: null })
  const page = (await test.ask(lighting, 'GET', `/api/matters/${matter}`, unit)).body
  expect(page).not.toContain('先看旧件')
  const told = (await test.ask(lighting, 'GET', '/api/notices', unit)).body
  expect(told).not.toContain('先看旧件')
})

it('tells each how many matters they acted on today, of those they may see, without what they took back', async () => {
  const done = async (who: SignedInAs, as: { role: string }) => (await test.ask(who, 'GET', '/api/desk/done', as)).json()
  const before = (await done(li, office)).matters
  const aside = (await test.app.submit({ respondentUnit: 'lighting' })).matter
  const accept = (): ReturnType<typeof test.ask> =>
    test.ask(li, 'POST', `/api/matters/${aside}/acts/accept`, { payload: { with: {} }, ...office })
  expect((await accept()).statusCode).toBe(200)
  expect(await done(li, office)).toEqual({ matters: before + 1 })
  expect(await done(wang, office)).toEqual({ matters: 0 })
  expect(await done(lighting, unit)).toEqual({ matters: 0 })
  expect((await test.ask(li, 'POST', `/api/matters/${aside}/undo`, office)).statusCode).toBe(200)
  expect(await done(li, office)).toEqual({ matters: before })
  expect((await test.ask(null, 'GET', '/api/desk/done')).statusCode).toBe(401)
})

it('lies sealed, and stands in the log', async () => {
  await test.app.asOwner(
    `do $$ begin if exists (select 1 from note where encode(sealed, 'escape') like '%old%') then raise 'readable'; end if; end $$`,
  )
  const logged = await test.app.deps.store.administration.listAudit('demo', { kind: 'note-written' })
  expect(logged.rows).toMatchObject([{ account: 'li', about: String(matter), detail: { told: 'wang' } }])
  expect(logged.rows[0]?.number).not.toBeNull()
})

it('goes from hand to hand with a word, and each has their own on their desk', async () => {
  const other = (await test.app.submit()).matter
  const url = `/api/matters/${other}/keeper`
  expect(await desk(li, 'mine')).toEqual([])
  expect((await test.ask(li, 'PUT', url, { payload: { from: null, to: 'li' }, ...office })).statusCode).toBe(204)
  expect(await desk(li, 'mine')).toEqual([String(other)])
  expect(await desk(wang, 'mine')).toEqual([])
  expect(await desk(wang, 'seat')).toContain(String(other))
  const payload = { from: 'li', to: 'wang', text: '我明天出差，这件请您接着办。' }
  expect((await test.ask(li, 'PUT', url, { payload, ...office })).statusCode).toBe(204)
  expect((await test.ask(li, 'GET', `/api/matters/${other}/notes`, office)).json()).toMatchObject({
    keeper: { id: 'wang' },
    notes: [{ kind: 'taken' }, { kind: 'handed', text: '我明天出差，这件请您接着办。' }],
  })
  expect(await desk(wang, 'mine')).toEqual([String(other)])
  expect((await test.ask(li, 'PUT', url, { payload: { from: 'li', to: null }, ...office })).statusCode).toBe(412)
  const rows = (await test.ask(li, 'GET', '/api/desk', office)).json().groups.flatMap((group: { rows: object[] }) => group.rows)
  expect(rows).toContainEqual(
    expect.objectContaining({ matter: String(other), keeper: { id: 'wang', name: expect.any(String) } }),
  )
})

it('tells nobody who is no colleague, and says nothing empty', async () => {
  expect((await write(li, { text: '请看一下', told: ['lighting-1'] })).statusCode).toBe(400)
  expect((await write(li, { text: '  ' })).statusCode).toBe(400)
  expect((await hand(li, { from: null, to: 'lighting-1' })).statusCode).toBe(400)
})
